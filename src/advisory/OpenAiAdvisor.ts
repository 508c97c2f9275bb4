import type OpenAI from 'openai';
import { HttpAbortedError, HttpError } from '../http/errors';
import type { HttpSend } from '../http/HttpSend';
import { modelAdviceJsonSchema, modelAdviceSchema, type ModelAdvice } from './advice';
import type { Advised, Advisor } from './Advisor';
import { AdviceUnfitError, ModelUnavailableError } from './errors';
import { httpSendFetch } from './httpSendFetch';
import type { Prompt } from './prompt';

export interface OpenAiSettings {
	apiKey: string;
	/** Base address of any server that speaks OpenAI's protocol, such as `https://api.openai.com/v1`. */
	baseUrl: string;
	model: string;
	/** Milliseconds for the whole answer. */
	timeoutMs: number;
}

/** Asks a model behind OpenAI's chat protocol. The one file that knows the library. */
export class OpenAiAdvisor implements Advisor {
	constructor(
		private readonly settings: OpenAiSettings,
		private readonly send: HttpSend,
	) {}

	async advise({ system, user }: Prompt): Promise<Advised> {
		const completion = await this.complete({
			model: this.settings.model,
			temperature: 0,
			messages: [
				{ role: 'system', content: system },
				{ role: 'user', content: user },
			],
			response_format: {
				type: 'json_schema',
				json_schema: { name: 'advice', strict: true, schema: { ...modelAdviceJsonSchema } },
			},
		});
		return {
			advice: readAdvice(completion),
			model: completion.model || this.settings.model,
			tokens: completion.usage?.total_tokens ?? null,
		};
	}

	private async complete(
		request: OpenAI.ChatCompletionCreateParamsNonStreaming,
	): Promise<OpenAI.ChatCompletion> {
		// Loaded when first used: a flow without a model never pays for the library.
		const { default: Client } = await import('openai');
		const { apiKey, baseUrl, timeoutMs } = this.settings;
		const client = new Client({
			apiKey,
			baseURL: baseUrl,
			// Ours ends the wait; the library's would look as if somebody had stopped the execution.
			timeout: timeoutMs * 2,
			maxRetries: 0,
			fetch: httpSendFetch(this.send, timeoutMs),
		});
		try {
			return await client.chat.completions.create(request);
		} catch (error) {
			const cause =
				error instanceof Error && error.cause instanceof HttpError ? error.cause : error;
			if (cause instanceof HttpAbortedError) throw cause;
			throw new ModelUnavailableError(`The model did not answer: ${wordsOf(cause, apiKey)}`);
		}
	}
}

/** @throws {AdviceUnfitError} */
function readAdvice({ choices }: OpenAI.ChatCompletion): ModelAdvice {
	const message = choices.at(0)?.message;
	if (message?.refusal) throw new AdviceUnfitError('The model refused to give advice.');
	const parsed = modelAdviceSchema.safeParse(parseJson(message?.content ?? ''));
	if (parsed.success) return parsed.data;
	throw new AdviceUnfitError('The answer of the model was not advice as it was asked for.');
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** Some servers repeat the key in their refusal. */
function wordsOf(error: unknown, apiKey: string): string {
	const words = error instanceof Error ? error.message : String(error);
	return apiKey === '' ? words : words.replaceAll(apiKey, '***');
}
