import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { DueCase } from '../../src/domain/case/caseView';
import { checkClock } from '../../src/domain/sla/slaClock';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom, recordLinksFrom } from '../../src/n8n/odooClientFrom';
import { readParameters } from '../../src/n8n/readParameters';

const BREACHED = 0;
const WARNING = 1;

const parameters = z.object({
	areas: z.array(z.string()).default([]),
	includeWarnings: z.boolean(),
	limit: z.number().int().min(1).max(1000),
});

/**
 * Finds the cases in Odoo that are due, and those that should be warned about, in one call. What is
 * found stays as it is: Escalate does something about it.
 */
export async function sweepOperation(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission[]> {
	const { areas, includeWarnings, limit } = readParameters(context, itemIndex, parameters);
	const ledger = await ledgerFrom(context, itemIndex);
	const { cases, at, hasMore } = await ledger.execute<'due'>({
		command: 'due',
		areas,
		warnings: includeWarnings,
		limit,
	});
	if (hasMore) {
		context.addExecutionHints({
			message: `More than ${limit} cases are due. The longest overdue come first; run this again for the others.`,
			location: 'outputPane',
		});
	}
	const linkTo = await recordLinksFrom(context, itemIndex);
	return cases.map((due) => ({
		output: due.sla && checkClock(due.sla, at) === 'breached' ? BREACHED : WARNING,
		json: caseFileOf(due, linkTo({ model: due.model, id: due.recordId })),
	}));
}

/** As much of the case file as Odoo has of it. */
function caseFileOf(due: DueCase, url: string) {
	const { area, model, recordId: id, recordName: name, amount, currency, figures, lines } = due;
	const { step, round, steps } = due;
	return {
		schema: 'approval-case/1',
		record: { area, model, id, name, url, amount, currency, figures, lines },
		requester: { user: due.requester, involvedIds: due.involvedIds },
		facts: due.facts,
		policy: due.policy,
		sla: due.sla,
		routing: {
			caseId: due.id,
			caseName: due.name,
			traceId: due.traceId,
			step,
			round,
			steps,
			approvers: [],
			leftOut: [],
		},
	};
}
