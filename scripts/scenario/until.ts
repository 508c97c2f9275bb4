import { setTimeout as sleep } from 'node:timers/promises';

/** Something that was waited for did not happen. */
export class NeverHappenedError extends Error {
	override readonly name = 'NeverHappenedError';
}

/**
 * Asks again and again until there is an answer.
 *
 * @param what for people, as in "nobody was asked"
 * @throws {NeverHappenedError} after `timeoutMs` without an answer
 */
export async function until<T>(
	what: string,
	timeoutMs: number,
	look: () => Promise<T | undefined>,
): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > deadline)
			throw new NeverHappenedError(`${what} (waited ${String(Math.round(timeoutMs / 1000))} s)`);
		await sleep(250);
	}
}
