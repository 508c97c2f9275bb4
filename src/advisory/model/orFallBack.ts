import type { Usage } from '../../domain/advice/adviceSection';
import { reasonToFallBack } from '../errors';
import type { LanguageModel } from './LanguageModel';
import { spentBetween, type Purse } from './Purse';

/** Whom to ask, and out of what it is paid. */
export interface Asking {
	/** A sentence says why there is none. */
	model: LanguageModel | string;
	purse: Purse;
}

/**
 * What a model makes, or what can be made without one: because there is none, or because of
 * whatever goes wrong while it is asked. What that took is kept.
 *
 * @throws {HttpAbortedError} somebody stopped the execution
 */
export async function orFallBack<T extends { usage: Usage | null }>(
	{ model, purse }: Asking,
	ask: (model: LanguageModel) => Promise<T>,
	fallBack: (reason: string) => T,
): Promise<T> {
	if (typeof model === 'string') return fallBack(model);
	const before = purse.spent();
	try {
		return await ask(model);
	} catch (error) {
		return { ...fallBack(reasonToFallBack(error)), usage: spentBetween(before, purse.spent()) };
	}
}
