import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { extractFromMessage } from '../../src/advisory/extraction/extractFromMessage';
import type { Emission } from '../../src/n8n/forEachItem';
import { readParameters } from '../../src/n8n/readParameters';
import { splitByComma } from '../../src/n8n/splitByComma';
import { askingFrom, minimumConfidence } from './askingFrom';
import { reportFallback } from './reportFallback';

const parameters = z.object({
	message: z.string({
		required_error: 'there is no text; the field takes the text of a message',
		invalid_type_error: 'must be text',
	}),
	receivedAt: z.string().datetime({
		offset: true,
		message: 'must be an instant, such as 2026-03-02T08:00:00Z',
	}),
	extractNames: z.string().default(''),
	minimumConfidence,
});

/** Adds what a message says to the item, whatever else the item carries. */
export async function extractFromMessageOperation(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const given = readParameters(context, itemIndex, parameters);
	const asking = await askingFrom(context, itemIndex);
	const extraction = await extractFromMessage(given.message, {
		...asking,
		names: splitByComma(given.extractNames),
		minimumConfidence: given.minimumConfidence,
		receivedOn: given.receivedAt.slice(0, 10),
	});
	reportFallback(context, asking, extraction);
	return { output: 0, json: { ...context.getInputData()[itemIndex]?.json, extraction } };
}
