import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { CaseView } from '../../src/domain/case/caseView';
import { isDue, ladderSchema, nextRung } from '../../src/domain/escalation/ladder';
import { otherStepsOf } from '../../src/domain/escalation/otherStepsOf';
import { planEscalation } from '../../src/domain/escalation/planEscalation';
import { authorityShape } from '../../src/n8n/authorityFrom';
import { findAuthority } from '../../src/n8n/findAuthority';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readCaseFile, type CaseFileWith } from '../../src/n8n/readCaseFile';
import { readParameters } from '../../src/n8n/readParameters';
import { withSections } from '../../src/n8n/withSections';

const ESCALATED = 0;
const EXHAUSTED = 1;

const parameters = z.object({
	ladder: z.object({ rows: ladderSchema.default([]) }),
	...authorityShape,
});

/**
 * Climbs the next rung of the ladder for a case that nobody decided in time.
 *
 * A case that was decided meanwhile, or that n8n woke before its due time, goes back to Approval
 * Route as it is.
 */
export async function escalateCase(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const needs = ['routing', 'sla', 'record', 'requester', 'facts'] as const;
	const file = readCaseFile(context, itemIndex, needs);
	const { ladder, ...authority } = readParameters(context, itemIndex, parameters);
	const now = new Date().toISOString();
	const unchanged = { output: ESCALATED, json: withSections(context, itemIndex, {}) };
	if (!isDue(file.sla, now)) return unchanged;

	const ledger = await ledgerFrom(context, itemIndex);
	// The item may be older than the step that is open: only Odoo knows who has decided since.
	const { case: current } = await ledger.execute<'show'>({
		command: 'show',
		caseId: file.routing.caseId,
	});
	if (current.state !== 'pending') return unchanged;
	const { matrix, users } = await findAuthority(ledger, authority, file.record);
	const rung = nextRung(ladder.rows, file.escalation?.level ?? 0);
	const command = planEscalation(overdueCase(file, current), rung, matrix, users, now);
	const { status, case: view } = await ledger.execute<'escalate'>(command);
	if (status === 'already_decided') return unchanged;
	return {
		output: view.exhausted ? EXHAUSTED : ESCALATED,
		json: withSections(context, itemIndex, sectionsOf(file, view, command.reason, now)),
	};
}

type OverdueFile = CaseFileWith<'routing' | 'sla' | 'record' | 'requester' | 'facts'>;

function overdueCase({ sla, record, requester, facts }: OverdueFile, current: CaseView) {
	const { area, amount, currency } = record;
	const { user, involvedIds } = requester;
	const otherSteps = otherStepsOf(current);
	const need = { area, amount, currency, facts, requesterId: user.id, involvedIds, otherSteps };
	return { caseId: current.id, sla, need };
}

/** What the case in Odoo says now: also when an earlier run of this execution climbed the rung. */
function sectionsOf({ routing, sla }: OverdueFile, view: CaseView, reason: string, at: string) {
	const { step, round, steps, escalationLevel: level, exhausted } = view;
	return {
		// Links of the round before no longer decide; Approval Route makes the new ones.
		routing: { ...routing, step, round, steps, approvers: [] },
		sla: view.sla ?? sla,
		escalation: { level, exhausted, at, reason },
	};
}
