import { caseKeyOf } from '../../src/domain/case/ApprovalCase';
import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import {
	decideOpening,
	type OpeningVerdict,
	type KnownCase,
	type KnownEvent,
	whySuperseded,
} from '../../src/domain/case/decideOpening';
import { supersession } from '../../src/domain/case/decideSupersession';
import { areaLabel } from '../installedAreas';
import type { Database, Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { odooDateTime } from '../orm/instants';
import { idIn, textIn } from '../orm/rowValues';
import { carryOut } from './applyDecision';
import { newestCase, readCase, type KeptCase } from './caseStore';
import { record } from './consequences';
import { handledBy } from './gather';
import { acknowledgeRow, newTrace } from './outboxRows';
import { personOf } from './people';
import { watchedNow } from './subject';
import { viewOfCase } from './viewOfCase';

/** Opens a case; one that policy decides is decided, and applied, in the same transaction. */
export function openCase(env: Environment, command: CommandOf<'open'>): CommandResults['open'] {
	const { database, at } = env;
	const row = command.outboxId ? database.find('x_approval_outbox', command.outboxId) : null;
	const verdict = decideOpening(command, {
		at,
		event: row === undefined ? 'missing' : row && knownEvent(env, row),
		newestCase: known(newestCase(database, caseKeyOf(command))),
		watchedNow: watchedNow(env, command, command.watched),
		requester: personOf(env, command.requesterId),
	});
	if (verdict.status === 'already_handled') {
		const by = verdict.by && readCase(database, verdict.by.id);
		if (by) acknowledgeFirst(env, row, by.id);
		return handledBy(by);
	}
	return verdict.status === 'opened' ? open(env, command, verdict, row) : verdict;
}

function open(
	env: Environment,
	command: CommandOf<'open'>,
	{ supersedes, events }: Extract<OpeningVerdict, { status: 'opened' }>,
	row: Row | null | undefined,
): CommandResults['open'] {
	const { database, at } = env;
	if (supersedes) {
		const reason = whySuperseded(supersedes, command);
		record(env, supersedes.id, [supersession({ at, reason })]);
	}
	const { id } = database.insert('x_approval_case', {
		...newRow(command),
		...whose(database, command),
		create_date: odooDateTime(at),
		x_trace_id: (row && textIn(row, 'x_trace_id')) || newTrace(),
		x_asked_at: row && idIn(row, 'x_case_id') === null ? textIn(row, 'create_date') : false,
	});
	record(env, id, events);
	acknowledgeFirst(env, row, id);
	if (command.policyDecision && command.effect) carryOut(env, id, command.effect);
	return { status: 'opened', case: viewOfCase(database, readCase(database, id)) };
}

/** An event leads to one case; when it is gone through again, the first keeps it. */
function acknowledgeFirst(env: Environment, row: Row | null | undefined, caseId: number): void {
	if (row && idIn(row, 'x_case_id') === null) acknowledgeRow(env, row, caseId);
}

/** What the events of a case do not say. */
function newRow(command: CommandOf<'open'>): Record<string, unknown> {
	const { area, model, recordId, recordName, resumeUrl } = command;
	return {
		x_name: `${recordName} · ${areaLabel(area)}`,
		x_key: caseKeyOf(command),
		x_area: area,
		x_model: model,
		x_res_id: recordId,
		x_record_name: recordName,
		x_resume_url: resumeUrl ?? false,
	};
}

/** The company that the record belongs to, and whom it is about. */
function whose(database: Database, { model, recordId }: CommandOf<'open'>) {
	const subject = database.find(model, recordId);
	return {
		x_company_id: (subject && idIn(subject, 'company_id')) ?? false,
		x_partner_id: companyOf(database, (subject && idIn(subject, 'partner_id')) ?? 0),
	};
}

/** The company whose contact a partner is; the partner itself where it is nobody's. */
function companyOf(database: Database, partnerId: number): number | false {
	const partner = database.find('res.partner', partnerId);
	return partner ? (idIn(partner, 'parent_id') ?? partner.id) : false;
}

function knownEvent({ database }: Environment, row: Row): KnownEvent {
	const led = idIn(row, 'x_case_id');
	return {
		isAcknowledged: row['x_state'] === 'acknowledged',
		isRequested: row['x_requested'] === true,
		ledTo: led === null ? null : known(readCase(database, led)),
	};
}

function known(kept: KeptCase | null): KnownCase | null {
	if (!kept) return null;
	const { state, outcome, fingerprint, watched, facts } = kept.state;
	return { id: kept.id, state, outcome, fingerprint, watched, facts };
}
