import { z } from 'zod';
import { dateKinds, delaySignals, referenceKinds } from '../../domain/advice/extraction';
import { cleanText } from '../text/cleanText';

const quote = z
	.string()
	.transform((given) => cleanText(given, 400))
	.pipe(z.string().min(1))
	.describe('The words of the message, exactly as they stand there');

const short = z
	.string()
	.transform((given) => cleanText(given, 200))
	.nullable();

/** What a model is asked to read out of a message. */
export const modelExtractionSchema = z.object({
	dates: z
		.array(
			z.object({
				kind: z
					.enum(dateKinds)
					.describe('new: now promised; old: promised before; shipped: when it left; other'),
				day: z.string().nullable().describe('YYYY-MM-DD; null when it is not clear which day'),
				quote,
			}),
		)
		.max(30),
	quantities: z
		.array(
			z.object({
				value: z.number().nullable().describe('null when it is not clear which number'),
				unit: short.describe('As the message says it, or null'),
				item: short.describe('Of what, as the message says it, or null'),
				quote,
			}),
		)
		.max(30),
	delay: z.object({
		signal: z.enum(delaySignals),
		reason: short.describe('Why, as the message says it, or null'),
		quote: quote.nullable(),
	}),
	references: z
		.array(
			z.object({
				value: z.string().max(100).describe('The number or name alone, such as P00042'),
				kind: z.enum(referenceKinds),
				quote,
			}),
		)
		.max(30),
	confidence: z.number().min(0).max(1).describe('How sure you are of all of it, from 0 to 1'),
});

export type ModelExtraction = z.infer<typeof modelExtractionSchema>;
