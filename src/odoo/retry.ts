import { OdooError } from './errors';

/** The first attempt included. Odoo itself has repeated a conflicting transaction five times. */
const MAX_ATTEMPTS = 3;

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 5_000;

/** @param attempt the number of the attempt that failed, from 1 */
export function isWorthRetrying(error: unknown, attempt: number): boolean {
	return attempt < MAX_ATTEMPTS && error instanceof OdooError && error.retryable;
}

/**
 * Milliseconds to wait after a failed attempt: anything from nothing up to a limit that doubles with
 * each attempt, so that callers who failed together do not come back together.
 *
 * @param random from 0 up to but not including 1
 */
export function retryDelayMs(attempt: number, random: () => number): number {
	return Math.floor(random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1)));
}
