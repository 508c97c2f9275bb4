import { createHash } from 'node:crypto';
import type { Policy } from './policy';

const steps = 2 ** 32;

/**
 * Whether a case is drawn for people to look at, though policy would approve it.
 *
 * Drawn by hash, so that a case that is handed in again is not drawn anew, and every replay draws
 * the same ones; a new version of the policy goes on with the same sample.
 */
export function isDrawn({ id, sampling }: Policy, caseKey: string | null): boolean {
	if (!sampling || caseKey === null) return false;
	const digest = createHash('sha256').update(`${id}\n${caseKey}`).digest();
	return digest.readUInt32BE(0) < (sampling.percent / 100) * steps;
}
