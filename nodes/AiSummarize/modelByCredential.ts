import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { LanguageModel } from '../../src/advisory/model/LanguageModel';
import { OpenAiModel } from '../../src/advisory/model/OpenAiModel';
import { n8nHttpSend } from '../../src/n8n/n8nHttpSend';
import {
	ParameterInvalidError,
	parseParameters,
	readParameters,
} from '../../src/n8n/readParameters';
import type { LimitParameters } from './limits';
import { noModel } from './noModel';

const parameters = z.object({
	model: z.string().trim().min(1),
	protocol: z.enum(['chat', 'responses']).default('chat'),
});

/** What n8n's own credential for OpenAI and its likes holds, as far as it matters here. */
const credentialSchema = z.object({
	apiKey: z.string().default(''),
	organizationId: z.string().default(''),
	url: z.string().trim().url().default('https://api.openai.com/v1'),
	header: z.boolean().default(false),
	headerName: z.string().default(''),
	headerValue: z.string().default(''),
});

/** The model at the address of n8n's own credential, or why there is none. */
export async function modelByCredential(
	context: IExecuteFunctions,
	itemIndex: number,
	{ timeoutSeconds, retries }: LimitParameters,
): Promise<LanguageModel | string> {
	if (context.getNode().credentials?.['openAiApi'] === undefined) {
		return noModel.noCredential;
	}
	const { model, protocol } = readParameters(context, itemIndex, parameters);
	const credential = await readCredential(context, itemIndex);
	if (typeof credential === 'string') return credential;
	const { apiKey, organizationId, url, header, headerName, headerValue } = credential;
	return new OpenAiModel(
		{
			apiKey,
			baseUrl: url,
			organization: organizationId || null,
			headers: header && headerName !== '' ? { [headerName]: headerValue } : {},
			model,
			protocol,
			timeoutMs: timeoutSeconds * 1000,
			retries,
		},
		n8nHttpSend(context),
	);
}

/** One that is gone, or holds something else than an address, keeps no case from going on. */
async function readCredential(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<z.infer<typeof credentialSchema> | string> {
	try {
		const held = await context.getCredentials('openAiApi', itemIndex);
		return parseParameters(credentialSchema, held);
	} catch (error) {
		const why = error instanceof ParameterInvalidError ? ` (${error.message})` : '';
		return `The credential of the model cannot be used${why}.`;
	}
}
