import { z } from 'zod';
import {
	adviceCategories,
	pointKinds,
	suggestedActions,
	urgencies,
} from '../../domain/advice/adviceSection';
import { cleanText } from '../text/cleanText';

/** A text as it will be shown: what nobody sees is taken out before it is checked. */
const text = (most: number) =>
	z
		.string()
		.transform((given) => cleanText(given, most))
		.pipe(z.string().min(1));

const cites = z
	.array(z.string().max(200))
	.min(1)
	.max(12)
	.describe('Ids of the data that the text rests on, such as "fact:marginPercent" or "lines"');

const claim = (most: number) => z.object({ text: text(most), cites });

/** What a model is asked for. It may be shown to people; it decides nothing. */
export const modelSummarySchema = z.object({
	summary: claim(1_200).describe('Two or three sentences: what is asked, and why a person looks'),
	cause: claim(400).nullable().describe('The likely cause; null when the data shows none'),
	points: z
		.array(z.object({ kind: z.enum(pointKinds), text: text(400), cites }))
		.max(10)
		.describe('Short: for, against, open questions, and what is out of the ordinary'),
	keyFigures: z
		.array(z.string().max(200))
		.max(8)
		.describe('Ids of the facts whose values matter most, such as "fact:marginPercent"'),
	urgency: z.enum(urgencies),
	category: z.enum(adviceCategories),
	suggestion: z
		.object({
			action: z.enum(suggestedActions).nullable(),
			role: z.string().max(200).nullable().describe('One of the roles offered, or null'),
			text: text(400).describe('The next step, as advice'),
			cites,
		})
		.describe('What you would do next; a person decides'),
	narrative: claim(2_000).describe('The whole story in a paragraph, for the record'),
	confidence: z.number().min(0).max(1).describe('How well the data supports this, from 0 to 1'),
});

export type ModelSummary = z.infer<typeof modelSummarySchema>;

/** Every text of a summary with what it rests on, and where it stands. */
export function claimsOf(summary: ModelSummary) {
	const { points, cause, suggestion, narrative } = summary;
	return [
		{ where: 'summary', ...summary.summary },
		...(cause ? [{ where: 'cause', ...cause }] : []),
		...points.map((point, index) => ({ where: `points[${index}]`, ...point })),
		{ where: 'suggestion', ...suggestion },
		{ where: 'narrative', ...narrative },
	];
}
