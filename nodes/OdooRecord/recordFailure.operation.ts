import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readParameters } from '../../src/n8n/readParameters';

const MAX_MESSAGE = 2000;

const parameters = z.object({
	executionId: z.coerce.string().trim().optional(),
	message: z.string().trim().min(1).transform(shortened),
});

/** Notes with an event or a case in Odoo that the execution which worked on it failed. */
export async function recordFailure(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const { executionId = '', message } = readParameters(context, itemIndex, parameters);
	// A trigger that fails starts no execution. There is nothing to note then, and whoever is told of
	// errors by the nodes after this one still is.
	const noted = executionId === '' ? {} : await note(context, itemIndex, { executionId, message });
	const before = context.getInputData()[itemIndex]?.json;
	return { output: 0, json: { ...before, outboxIds: [], caseIds: [], ...noted } };
}

async function note(
	context: IExecuteFunctions,
	itemIndex: number,
	failure: { executionId: string; message: string },
): Promise<{ outboxIds: number[]; caseIds: number[] }> {
	const ledger = await ledgerFrom(context, itemIndex);
	const instance = context.getInstanceId();
	const answer = await ledger.execute<'fail'>({ command: 'fail', instance, ...failure });
	return { outboxIds: answer.outboxIds, caseIds: answer.caseIds };
}

/** At most so many characters, and none that was cut in half. */
function shortened(text: string): string {
	return text.slice(0, MAX_MESSAGE).replace(/[\uD800-\uDBFF]$/, '');
}
