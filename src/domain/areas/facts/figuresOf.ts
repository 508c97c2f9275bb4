import type { Gathered } from '../Area';

/** Figures for people, out of pairs of a label and what it says. */
export function figuresOf(
	pairs: ReadonlyArray<readonly [label: string, value: string]>,
): Gathered['figures'] {
	return pairs.map(([label, value]) => ({ label, value }));
}
