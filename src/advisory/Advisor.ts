import type { ModelAdvice } from './advice';
import type { Prompt } from './prompt';

export interface Advised {
	advice: ModelAdvice;
	/** Name under which the server answered. */
	model: string;
	/** Tokens read and written together; `null` when the server does not say. */
	tokens: number | null;
}

/** Someone who can be asked for advice on a case. */
export interface Advisor {
	/**
	 * @throws {ModelUnavailableError} no usable answer in time
	 * @throws {AdviceUnfitError} the answer is not advice as it was asked for
	 */
	advise(prompt: Prompt): Promise<Advised>;
}
