/**
 * What is wrong with an answer.
 *
 * - `shape`: not the JSON that was asked for
 * - `figure`: a figure, date or name that is in none of the facts cited
 * - `citation`: rests on something that was not given
 * - `choice`: names a role that nobody offered
 * - `quote`: quotes what the message does not say
 */
export type FaultKind = 'shape' | 'figure' | 'citation' | 'choice' | 'quote';

export interface Fault {
	kind: FaultKind;
	/** For the model, which gets one chance to mend it; never shown or logged. */
	detail: string;
}

export function fault(kind: FaultKind, detail: string): Fault {
	return { kind, detail };
}

/** For people, without a word of what the model said. */
export const faultSentences: Readonly<Record<FaultKind, string>> = {
	shape: 'The answer of the model was not what it was asked for.',
	figure: 'The answer of the model named figures, dates or records that its facts do not hold.',
	citation: 'The answer of the model rested on something that it was not given.',
	choice: 'The answer of the model recommended a role that does not exist.',
	quote: 'The answer of the model quoted what the message does not say.',
};
