import { NodeConnectionTypes, type IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { AttachedModel, type ChatModel } from '../../src/advisory/model/AttachedModel';
import type { LanguageModel } from '../../src/advisory/model/LanguageModel';
import { OpenAiModel } from '../../src/advisory/model/OpenAiModel';
import { Purse, purseContentSchema } from '../../src/advisory/model/Purse';
import { n8nHttpSend } from '../../src/n8n/n8nHttpSend';
import {
	ParameterInvalidError,
	parseParameters,
	readParameters,
} from '../../src/n8n/readParameters';

const sourceParameters = z.object({
	modelSource: z.enum(['attached', 'credential', 'none']),
});

const credentialParameters = z.object({
	model: z.string().trim().min(1),
	protocol: z.enum(['chat', 'responses']).default('chat'),
});

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
type LimitParameters = z.infer<typeof limitParameters>['limits'];

/** What n8n's own credential for OpenAI and its likes holds, as far as it matters here. */
const credentialSchema = z.object({
	apiKey: z.string().default(''),
	organizationId: z.string().default(''),
	url: z.string().trim().url().default('https://api.openai.com/v1'),
	header: z.boolean().default(false),
	headerName: z.string().default(''),
	headerValue: z.string().default(''),
});

const chatModelSchema = z.custom<ChatModel>(
	(given) => typeof given === 'object' && given !== null && 'invoke' in given,
);

const choices = {
	switchedOff: 'The use of a model is switched off.',
	notAttached: 'No model is attached.',
	noCredential: 'No credential for a model is chosen.',
};

/** Why there is no model where nobody wants one. */
export const noModelByChoice: readonly string[] = Object.values(choices);

/** The model that the node is to ask, or why there is none: a case does not stall for want of advice. */
export async function modelFrom(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<LanguageModel | string> {
	const { modelSource } = readParameters(context, itemIndex, sourceParameters);
	if (modelSource === 'none') return choices.switchedOff;
	const limits = limitsFrom(context, itemIndex);
	return modelSource === 'attached'
		? await attachedModel(context, itemIndex, limits)
		: await modelByCredential(context, itemIndex, limits);
}

/** What this execution may spend, with what it has spent; it lasts as long as the execution. */
export function purseFrom(context: IExecuteFunctions, itemIndex: number): Purse {
	const limits = limitsFrom(context, itemIndex);
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

function limitsFrom(context: IExecuteFunctions, itemIndex: number): LimitParameters {
	return readParameters(context, itemIndex, limitParameters).limits;
}

async function attachedModel(
	context: IExecuteFunctions,
	itemIndex: number,
	{ timeoutSeconds }: LimitParameters,
): Promise<LanguageModel | string> {
	const attached = await supplied(context, itemIndex);
	if (attached === BROKEN) return 'The attached model cannot be used; its own node says why.';
	const parsed = chatModelSchema.safeParse([attached].flat()[0]);
	if (!parsed.success) return choices.notAttached;
	const [name = 'Model'] = modelNodesOf(context);
	return new AttachedModel(parsed.data, {
		name,
		timeoutMs: timeoutSeconds * 1000,
		cancelled: context.getExecutionCancelSignal(),
	});
}

const BROKEN = Symbol('broken');

/** As a tool the node has no such input; and a sub-node may fail, such as without a credential. */
async function supplied(context: IExecuteFunctions, itemIndex: number): Promise<unknown> {
	try {
		return await context.getInputConnectionData(NodeConnectionTypes.AiLanguageModel, itemIndex);
	} catch {
		const isAttached = modelNodesOf(context).length > 0;
		return isAttached ? BROKEN : undefined;
	}
}

function modelNodesOf(context: IExecuteFunctions): string[] {
	return context
		.getParentNodes(context.getNode().name, {
			connectionType: NodeConnectionTypes.AiLanguageModel,
			depth: 1,
		})
		.map((node) => node.name);
}

async function modelByCredential(
	context: IExecuteFunctions,
	itemIndex: number,
	{ timeoutSeconds, retries }: LimitParameters,
): Promise<LanguageModel | string> {
	if (context.getNode().credentials?.['openAiApi'] === undefined) {
		return choices.noCredential;
	}
	const { model, protocol } = readParameters(context, itemIndex, credentialParameters);
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
