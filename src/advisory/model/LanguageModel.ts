/** One turn of a conversation with a model. */
export interface Turn {
	role: 'system' | 'user' | 'assistant';
	text: string;
}

/** What is asked of a model: a conversation, and the shape in which it is to answer. */
export interface Question {
	turns: readonly Turn[];
	/** Name of the shape, for servers that want one. */
	name: string;
	/** JSON Schema, in the subset that servers enforce while a model writes. */
	schema: Record<string, unknown>;
}

export interface Answer {
	text: string;
	/** Name under which the server answered. */
	model: string;
	/** `null` when the server does not say. */
	tokens: { input: number; output: number } | null;
}

/** Something that answers in text. */
export interface LanguageModel {
	/** Tells models and servers apart, for recognising the same question. */
	readonly id: string;
	/**
	 * @throws {ModelUnavailableError} no answer in time, or none at all
	 * @throws {AdviceUnfitError} an answer without a text: refused, cut off
	 * @throws {HttpAbortedError} the execution was stopped
	 */
	ask(question: Question): Promise<Answer>;
}
