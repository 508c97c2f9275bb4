import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { LanguageModel } from '../../src/advisory/model/LanguageModel';
import type { Asking } from '../../src/advisory/model/orFallBack';
import { readParameters } from '../../src/n8n/readParameters';
import { attachedModel } from './attachedModel';
import { limitsFrom, purseFrom, type LimitParameters } from './limits';
import { modelByCredential } from './modelByCredential';
import { noModel } from './noModel';

const parameters = z.object({ modelSource: z.enum(['attached', 'credential', 'none']) });

/** In percent in the editor, and as a share below it. */
export const minimumConfidence = z
	.number()
	.min(0)
	.max(100)
	.default(50)
	.transform((percent) => percent / 100);

/**
 * The model that the node is to ask, or why there is none, and what the execution may spend on it: a
 * case does not stall for want of advice.
 */
export async function askingFrom(context: IExecuteFunctions, itemIndex: number): Promise<Asking> {
	const limits = limitsFrom(context, itemIndex);
	return {
		model: await modelFrom(context, itemIndex, limits),
		purse: purseFrom(context, limits),
	};
}

async function modelFrom(
	context: IExecuteFunctions,
	itemIndex: number,
	limits: LimitParameters,
): Promise<LanguageModel | string> {
	const { modelSource } = readParameters(context, itemIndex, parameters);
	if (modelSource === 'none') return noModel.switchedOff;
	return modelSource === 'attached'
		? await attachedModel(context, itemIndex, limits)
		: await modelByCredential(context, itemIndex, limits);
}
