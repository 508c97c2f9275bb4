import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readParameters } from '../../src/n8n/readParameters';
import { withSections } from '../../src/n8n/withSections';

const parameters = z.object({
	caseId: z.coerce.number().int().positive(),
	text: z.string().trim().min(1).max(4000),
});

/** Notes something on a case, where people see it in Odoo; it becomes part of the trail. */
export async function postMessage(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const { caseId, text } = readParameters(context, itemIndex, parameters);
	const ledger = await ledgerFrom(context, itemIndex);
	await ledger.execute<'note'>({ command: 'note', caseId, text });
	return { output: 0, json: withSections(context, itemIndex, {}) };
}
