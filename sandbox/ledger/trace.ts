import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import {
	tracedEventSchema,
	type Traced,
	type TracedCase,
	type TracedEntry,
	type TracedEvent,
} from '../../src/domain/insights/trace';
import { trailEntrySchema } from '../../src/domain/case/caseView';
import { areaLabel } from '../installedAreas';
import type { Database, Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { idIn, instantIn, textIn } from '../orm/rowValues';
import { readCase, type KeptCase } from './caseStore';
import { personIn } from './people';
import { subscriptionOf } from './takeDue';

/** What of an entry of a trail is told along; what a case was opened with is told of the case. */
const told = [
	'action',
	'change',
	'channel',
	'code',
	'decision',
	'executionId',
	'level',
	'message',
	'reason',
	'reasonCode',
	'recordState',
	'round',
	'step',
	'text',
	'to',
];

/** The whole way of a business event, or of a record. */
export function trace(
	{ database, at }: Environment,
	{ about, limit }: CommandOf<'trace'>,
): CommandResults['trace'] {
	const isMeant = tracedBy(database, about);
	const ledTo = database
		.rows('x_approval_outbox')
		.filter(isMeant)
		.map((row) => idIn(row, 'x_case_id'));
	const named = 'caseId' in about ? [about.caseId] : [];
	const cases = database
		.rows('x_approval_case')
		.filter((row) => isMeant(row) || [...ledTo, ...named].includes(row.id));
	const shown = cases.slice(-limit).map(({ id }) => readCase(database, id));
	const ids = shown.map(({ id }) => id);
	const events = database
		.rows('x_approval_outbox')
		.filter((row) => isMeant(row) || ids.includes(idIn(row, 'x_case_id') ?? 0));
	const entries = database
		.rows('x_approval_event')
		.filter((row) => ids.includes(idIn(row, 'x_case_id') ?? 0));
	return {
		status: 'found',
		at,
		events: events.slice(-limit).map((row) => tracedEvent(database, row)),
		cases: shown.map((kept) => tracedCase(database, kept)),
		entries: entries.slice(-limit).map(tracedEntry),
		hasMore: Math.max(cases.length, events.length, entries.length) > limit,
	};
}

/** What fits events and cases alike. */
function tracedBy(database: Database, about: Traced): (row: Row) => boolean {
	if ('model' in about) {
		const { model, recordId } = about;
		return (row) => row['x_model'] === model && row['x_res_id'] === recordId;
	}
	const traceId = 'traceId' in about ? about.traceId : traceOfCase(database, about.caseId);
	return (row) => traceId !== '' && textIn(row, 'x_trace_id') === traceId;
}

function traceOfCase(database: Database, caseId: number): string {
	const row = database.find('x_approval_case', caseId);
	return row ? textIn(row, 'x_trace_id') : '';
}

function tracedEvent(database: Database, row: Row): TracedEvent {
	const subscription = subscriptionOf(database, row);
	const heldBy = (of: Row | undefined, field: string) => (of && textIn(of, field)) || null;
	return tracedEventSchema.parse({
		outboxId: row.id,
		topic: row['x_topic'],
		area: row['x_area'],
		type: row['x_event'],
		name: row['x_name'],
		model: row['x_model'],
		recordId: row['x_res_id'],
		traceId: heldBy(row, 'x_trace_id'),
		caseId: idIn(row, 'x_case_id'),
		actor: personIn(database, idIn(row, 'x_actor_id') ?? 0),
		requested: row['x_requested'],
		state: row['x_state'],
		attempts: row['x_attempts'],
		writtenAt: instantIn(row, 'create_date'),
		sentAt: instantIn(row, 'x_sent_at'),
		acknowledgedAt: instantIn(row, 'x_acknowledged_at'),
		error: heldBy(row, 'x_last_error'),
		executionId: heldBy(row, 'x_execution_id'),
		instance: heldBy(subscription, 'x_instance'),
		workflowId: heldBy(subscription, 'x_workflow'),
	});
}

function tracedCase(database: Database, { id, row, state, trail }: KeptCase): TracedCase {
	const { area, model, recordId, recordName, policy, requester, executionId } = state;
	const person = (user: number) => personIn(database, user) ?? [];
	return {
		id,
		name: textIn(row, 'x_name'),
		area,
		areaLabel: areaLabel(area),
		model,
		recordId,
		recordName,
		traceId: textIn(row, 'x_trace_id') || null,
		state: state.state,
		outcome: state.outcome,
		policy: { id: policy.id, version: policy.version, outcome: policy.outcome },
		steps: state.steps.map(({ role, quorum, approverIds }) => ({
			role,
			quorum,
			approvers: approverIds.flatMap(person),
		})),
		requester,
		openedAt: trail[0]?.at ?? '',
		dueAt: instantIn(row, 'x_due_at'),
		decidedAt: instantIn(row, 'x_decided_at'),
		decidedBy: personIn(database, idIn(row, 'x_decided_by') ?? 0),
		endedAt: instantIn(row, 'x_ended_at'),
		executionId,
		supersedesId: state.supersedesId,
		lastHash: textIn(row, 'x_last_hash'),
	};
}

/** A line of a case's trail, as its row has it. */
function tracedEntry(row: Row): TracedEntry {
	const entry = trailEntrySchema.parse(JSON.parse(textIn(row, 'x_payload')));
	const data = told.filter((name) => (entry.data[name] ?? null) !== null);
	return {
		...entry,
		caseId: idIn(row, 'x_case_id') ?? 0,
		data: Object.fromEntries(data.map((name) => [name, entry.data[name]])),
	};
}
