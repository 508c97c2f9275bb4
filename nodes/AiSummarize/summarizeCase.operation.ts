import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { Advisor } from '../../src/advisory/Advisor';
import { OpenAiAdvisor } from '../../src/advisory/OpenAiAdvisor';
import { summarizeCase } from '../../src/advisory/summarizeCase';
import type { Emission } from '../../src/n8n/forEachItem';
import { n8nHttpSend } from '../../src/n8n/n8nHttpSend';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { parseParameters, readParameters } from '../../src/n8n/readParameters';
import { withSections } from '../../src/n8n/withSections';

const parameters = z.object({
	useModel: z.boolean(),
	facts: z.array(z.string()).default([]),
	shareFigures: z.boolean().default(false),
	shareLines: z.boolean().default(false),
	minimumConfidence: z.number().min(0).max(100).default(0),
});

const modelParameters = z.object({
	model: z.string().trim().min(1),
	timeoutSeconds: z.number().positive(),
});

/** What n8n's own credential for OpenAI and its likes holds, as far as it matters here. */
const credentialSchema = z.object({
	apiKey: z.string(),
	url: z.string().url().default('https://api.openai.com/v1'),
});

/** Fills the advice section: by a model where one is set up, else from the rules that matched. */
export async function summarizeCaseOperation(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const file = readCaseFile(context, itemIndex, ['record', 'facts', 'policy']);
	const { useModel, facts, shareFigures, shareLines, minimumConfidence } = readParameters(
		context,
		itemIndex,
		parameters,
	);
	const advice = await summarizeCase(file, {
		advisor: useModel ? await advisorFrom(context, itemIndex) : null,
		sharing: { facts, figures: shareFigures, lines: shareLines },
		minimumConfidence: minimumConfidence / 100,
	});
	return { output: 0, json: withSections(context, itemIndex, { advice }) };
}

/** `null` when nobody has chosen a credential: a case does not stall for want of advice. */
async function advisorFrom(context: IExecuteFunctions, itemIndex: number): Promise<Advisor | null> {
	if (context.getNode().credentials?.['openAiApi'] === undefined) return null;
	const { model, timeoutSeconds } = readParameters(context, itemIndex, modelParameters);
	const credential = parseParameters(
		credentialSchema,
		await context.getCredentials('openAiApi', itemIndex),
	);
	return new OpenAiAdvisor(
		{
			apiKey: credential.apiKey,
			baseUrl: credential.url,
			model,
			timeoutMs: timeoutSeconds * 1000,
		},
		n8nHttpSend(context),
	);
}
