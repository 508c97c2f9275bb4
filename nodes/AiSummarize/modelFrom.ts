import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { LanguageModel } from '../../src/advisory/model/LanguageModel';
import { readParameters } from '../../src/n8n/readParameters';
import { attachedModel } from './attachedModel';
import { limitsFrom } from './limits';
import { modelByCredential } from './modelByCredential';
import { noModel } from './noModel';

const sourceParameters = z.object({
	modelSource: z.enum(['attached', 'credential', 'none']),
});

/** The model that the node is to ask, or why there is none: a case does not stall for want of advice. */
export async function modelFrom(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<LanguageModel | string> {
	const { modelSource } = readParameters(context, itemIndex, sourceParameters);
	if (modelSource === 'none') return noModel.switchedOff;
	const limits = limitsFrom(context, itemIndex);
	return modelSource === 'attached'
		? await attachedModel(context, itemIndex, limits)
		: await modelByCredential(context, itemIndex, limits);
}
