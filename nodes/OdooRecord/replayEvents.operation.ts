import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { parseParameters, readParameters } from '../../src/n8n/readParameters';
import { splitByComma } from '../../src/n8n/splitByComma';

const parameters = z.object({
	which: z.enum(['dead', 'ids']),
	outboxIds: z.unknown(),
});

/** A list as people type it, or what stands in an item: one number or several. */
const namedEvents = z.object({
	outboxIds: z
		.union([z.string(), z.number(), z.array(z.number())])
		.transform((given) => splitByComma(String(given)))
		.pipe(z.array(z.coerce.number().int().positive()).min(1)),
});

/** Sends events again from the first attempt on. */
export async function replayEvents(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const { which, outboxIds } = readParameters(context, itemIndex, parameters);
	const ledger = await ledgerFrom(context, itemIndex);
	const replayed = await ledger.execute<'replay'>({
		command: 'replay',
		instance: context.getInstanceId(),
		outboxIds: which === 'dead' ? null : parseParameters(namedEvents, { outboxIds }).outboxIds,
	});
	const { outboxIds: ids } = replayed;
	return { output: 0, json: { outboxIds: ids, count: ids.length } };
}
