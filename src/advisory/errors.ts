import { HttpAbortedError } from '../http/errors';

/**
 * Base of what can go wrong while a model is asked for advice.
 *
 * None of these stops a case: whoever asks catches them and falls back to what can be made without
 * a model. Messages never repeat what a model or its server said, which may be anything.
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

/** The model answered something that is not what it was asked for. */
export class AdviceUnfitError extends AdvisoryError {
	readonly code = 'ADVICE_UNFIT';
}

/** What the execution may spend on models is spent. */
export class BudgetSpentError extends AdvisoryError {
	readonly code = 'BUDGET_SPENT';
}

/**
 * Why a model is of no use, for people. Whatever goes wrong while one is asked, a case goes on: of
 * an error that nobody foresaw, its name is all that is told.
 *
 * @throws {HttpAbortedError} the error itself, when somebody stopped the execution
 */
export function reasonToFallBack(error: unknown): string {
	if (error instanceof HttpAbortedError) throw error;
	if (error instanceof AdvisoryError) return error.message;
	return `Asking the model failed (${error instanceof Error ? error.name : 'unknown'}).`;
}
