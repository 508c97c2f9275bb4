import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { Purse, purseContentSchema } from '../../src/advisory/model/Purse';
import { readParameters } from '../../src/n8n/readParameters';

const count = z.number().int().nonnegative();
const limitParameters = z.object({
	limits: z
		.object({
			timeoutSeconds: z.number().positive().max(600).default(20),
			retries: count.max(5).default(1),
			maxRequests: count.default(50),
			maxSeconds: z.number().nonnegative().default(120),
			maxTokens: count.default(200_000),
			maxCost: z.number().nonnegative().optional(),
			priceInput: z.number().nonnegative().default(0),
			priceOutput: z.number().nonnegative().default(0),
			currency: z.string().trim().default('USD'),
		})
		.default({}),
});
export type LimitParameters = z.infer<typeof limitParameters>['limits'];

/** How long and how dearly a model may be asked. */
export function limitsFrom(context: IExecuteFunctions, itemIndex: number): LimitParameters {
	return readParameters(context, itemIndex, limitParameters).limits;
}

/** What this execution may spend, with what it has spent; it lasts as long as the execution. */
export function purseFrom(context: IExecuteFunctions, limits: LimitParameters): Purse {
	const { maxRequests, maxSeconds, maxTokens, maxCost, priceInput, priceOutput } = limits;
	const kept = context.getContext('node');
	const content = purseContentSchema.parse(kept['models']);
	kept['models'] = content;
	return new Purse(
		content,
		{
			requests: maxRequests,
			milliseconds: maxSeconds * 1000,
			tokens: maxTokens,
			cost: maxCost ?? null,
		},
		priceInput + priceOutput > 0
			? { input: priceInput, output: priceOutput, currency: limits.currency }
			: null,
		() => performance.now(),
	);
}
