import { z } from 'zod';

/** What a model is asked for. It may be shown to people; it decides nothing. */
export const modelAdviceSchema = z.object({
	summary: z.string().trim().min(1).max(1200),
	points: z
		.array(
			z.object({
				kind: z.enum(['for', 'against', 'question']),
				text: z.string().trim().min(1).max(300),
			}),
		)
		.max(6),
	confidence: z.number().min(0).max(1),
});

export type ModelAdvice = z.infer<typeof modelAdviceSchema>;

/** The same as JSON Schema, in the strict subset that model servers enforce while they write. */
export const modelAdviceJsonSchema = {
	type: 'object',
	additionalProperties: false,
	required: ['summary', 'points', 'confidence'],
	properties: {
		summary: { type: 'string', description: 'What is asked and why it needs a person' },
		points: {
			type: 'array',
			items: {
				type: 'object',
				additionalProperties: false,
				required: ['kind', 'text'],
				properties: {
					kind: { type: 'string', enum: ['for', 'against', 'question'] },
					text: { type: 'string' },
				},
			},
		},
		confidence: { type: 'number', description: 'From 0 to 1' },
	},
} as const;
