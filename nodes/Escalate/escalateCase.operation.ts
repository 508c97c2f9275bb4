import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { NoApproverError } from '../../src/domain/authority/errors';
import { approversToLookUp, resolveApprovers } from '../../src/domain/authority/resolveApprovers';
import type { AuthorityMatrix } from '../../src/domain/authority/authority';
import type { CommandOf } from '../../src/domain/case/commands';
import type { CaseView } from '../../src/domain/case/caseView';
import { isDue, ladderSchema, nextRung, type NextRung } from '../../src/domain/escalation/ladder';
import { startClock } from '../../src/domain/sla/slaClock';
import type { Ledger } from '../../src/odoo/ledger/Ledger';
import { authorityFrom, authorityShape } from '../../src/n8n/authorityFields';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readCaseFile, type CaseFileWith } from '../../src/n8n/readCaseFile';
import { readParameters } from '../../src/n8n/readParameters';
import { withSections } from '../../src/n8n/withSections';

type OverdueCase = CaseFileWith<'routing' | 'sla' | 'record' | 'requester'>;

/** Share of a rung's time after which its people are warned, in percent. */
const WARN_PERCENT = 75;
const ESCALATED = 0;
const EXHAUSTED = 1;

const parameters = z.object({
	ladder: z.object({ rows: ladderSchema.default([]) }),
	...authorityShape,
});

/**
 * Climbs the next rung of the ladder for a case that nobody decided in time.
 *
 * A case that was decided meanwhile, or that n8n woke before its due time, goes back to Approval Route
 * as it is.
 */
export async function escalateCase(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const needs = ['routing', 'sla', 'record', 'requester'] as const;
	const file = readCaseFile(context, itemIndex, needs);
	const { ladder, ...authority } = readParameters(context, itemIndex, parameters);
	const now = new Date().toISOString();
	if (!isDue(file.sla, now)) {
		return { output: ESCALATED, json: withSections(context, itemIndex, {}) };
	}

	const ledger = await ledgerFrom(context, itemIndex);
	const rung = nextRung(ladder.rows, file.escalation?.level ?? 0);
	const command = await commandFor(ledger, file, rung, authorityFrom(authority), now);
	const { status, case: view } = await ledger.execute(command);
	if (status === 'already_decided') {
		return { output: ESCALATED, json: withSections(context, itemIndex, {}) };
	}
	return {
		output: view.exhausted ? EXHAUSTED : ESCALATED,
		json: withSections(context, itemIndex, sectionsOf(file, view, command.reason, now)),
	};
}

/** Asks the people of the rung, or hands over when there is no rung or nobody on it. */
async function commandFor(
	ledger: Ledger,
	file: OverdueCase,
	rung: NextRung,
	matrix: AuthorityMatrix,
	now: string,
): Promise<CommandOf<'escalate'>> {
	const { routing, sla, record, requester } = file;
	const base = { command: 'escalate', caseId: routing.caseId, level: rung.level } as const;
	const handOver = (reason: string) =>
		({ ...base, kind: 'exhausted', step: null, warnAt: null, dueAt: null, reason }) as const;
	if (rung.kind === 'exhausted') {
		return handOver(`Nobody decided by ${sla.dueAt}, and the ladder has ended`);
	}

	const lookUp = approversToLookUp(matrix, rung.role);
	const { users } = await ledger.execute({ command: 'directory', ...lookUp });
	const need = {
		role: rung.role,
		amount: record.amount,
		currency: record.currency,
		requesterId: requester.user.id,
		involvedIds: requester.involvedIds,
	};
	try {
		const [step] = resolveApprovers(need, matrix, users).steps;
		const clock = startClock({
			class: sla.class,
			targets: { [sla.class]: rung.workingMinutes },
			calendar: sla.calendar,
			warnPercent: WARN_PERCENT,
			now,
		});
		return {
			...base,
			kind: 'ask',
			step: step ?? null,
			warnAt: clock.warnAt,
			dueAt: clock.dueAt,
			reason: `Nobody decided by ${sla.dueAt}: ${rung.role} is asked now`,
		};
	} catch (error) {
		if (!(error instanceof NoApproverError)) throw error;
		return handOver(`Nobody decided by ${sla.dueAt}, and nobody is left to ask: ${error.message}`);
	}
}

/** What the case in Odoo says now: also when an earlier run of this execution climbed the rung. */
function sectionsOf({ routing, sla }: OverdueCase, view: CaseView, reason: string, at: string) {
	const { step, round, steps, escalationLevel: level, exhausted } = view;
	return {
		// Links of the round before no longer decide; Approval Route makes the new ones.
		routing: { ...routing, step, round, steps, approvers: [] },
		sla: view.sla ?? sla,
		escalation: { level, exhausted, at, reason },
	};
}
