import { HttpAbortedError } from '../../http/errors';
import { ModelUnavailableError } from '../errors';
import type { Answer, LanguageModel, Question } from './LanguageModel';
import { readMessage } from './readAnswer';

/** As much of a chat model as n8n's Chat Model nodes supply. */
export interface ChatModel {
	invoke(
		messages: Array<[role: string, text: string]>,
		options: { signal: AbortSignal },
	): Promise<unknown>;
}

const roles = { system: 'system', user: 'human', assistant: 'ai' } as const;

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
