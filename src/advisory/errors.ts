/**
 * Base of what can go wrong while a model is asked for advice.
 *
 * None of these stops a case: whoever asks catches them and falls back to the summary from rules.
 */
export abstract class AdvisoryError extends Error {
	abstract readonly code: string;

	override get name(): string {
		return this.constructor.name;
	}
}

/** The model did not answer: unreachable, too slow, or it refused the request. */
export class ModelUnavailableError extends AdvisoryError {
	readonly code = 'MODEL_UNAVAILABLE';
}

/** The model answered something that is not advice as it was asked for. */
export class AdviceUnfitError extends AdvisoryError {
	readonly code = 'ADVICE_UNFIT';
}
