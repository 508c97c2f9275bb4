import { z } from 'zod';
import { HttpAbortedError } from '../../http/errors';
import { AdviceUnfitError, ModelUnavailableError } from '../errors';
import type { Answer, LanguageModel, Question } from './LanguageModel';
import { contentSchema } from './readAnswer';

/** As much of a chat model as n8n's Chat Model nodes supply. */
export interface ChatModel {
	invoke(
		messages: Array<[role: string, text: string]>,
		options: { signal: AbortSignal },
	): Promise<unknown>;
}

const roles = { system: 'system', user: 'human', assistant: 'ai' } as const;
const count = z.number().int().nonnegative();

const messageSchema = z.object({
	content: contentSchema,
	usage_metadata: z.object({ input_tokens: count, output_tokens: count }).nullish().catch(null),
	response_metadata: z
		.object({
			model_name: z.string().optional(),
			model: z.string().optional(),
			finish_reason: z.string().nullish(),
		})
		.catch({}),
});

export interface AttachedSettings {
	/** Name of the attached node. */
	name: string;
	/** Milliseconds for the whole answer. */
	timeoutMs: number;
	/** Ends the wait when the execution is stopped. */
	cancelled: AbortSignal | undefined;
}

/** Asks the Chat Model node that is attached. It keeps to its own settings for proxies and retries. */
export class AttachedModel implements LanguageModel {
	readonly id: string;

	constructor(
		private readonly chatModel: ChatModel,
		private readonly settings: AttachedSettings,
	) {
		this.id = `attached ${settings.name}`;
	}

	async ask({ turns }: Question): Promise<Answer> {
		const { timeoutMs, cancelled, name } = this.settings;
		const deadline = AbortSignal.timeout(timeoutMs);
		const signal = cancelled ? AbortSignal.any([deadline, cancelled]) : deadline;
		const messages = turns.map(({ role, text }): [string, string] => [roles[role], text]);
		const answer = await this.within(signal, this.chatModel.invoke(messages, { signal })).catch(
			() => {
				if (cancelled?.aborted) throw new HttpAbortedError();
				const why = deadline.aborted ? `did not answer within ${timeoutMs / 1000} s` : 'failed';
				throw new ModelUnavailableError(`The attached model "${name}" ${why}.`);
			},
		);
		return readMessage(answer, name);
	}

	/** Not every model heeds the signal. */
	private async within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
		const end = new Promise<never>((_resolve, reject) => {
			const tooLate = () => {
				reject(new Error('Too late'));
			};
			if (signal.aborted) tooLate();
			else signal.addEventListener('abort', tooLate, { once: true });
		});
		return await Promise.race([work, end]);
	}
}

/** @throws {AdviceUnfitError} */
function readMessage(given: unknown, name: string): Answer {
	const parsed = messageSchema.safeParse(given);
	if (!parsed.success) throw new AdviceUnfitError('The answer held no text of a model.');
	const { content, usage_metadata: usage, response_metadata: about } = parsed.data;
	if (about.finish_reason === 'length') {
		throw new AdviceUnfitError('The answer of the model was cut off.');
	}
	return {
		text: content,
		model: about.model_name ?? about.model ?? name,
		tokens: usage ? { input: usage.input_tokens, output: usage.output_tokens } : null,
	};
}
