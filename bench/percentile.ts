/** The smallest value that so many percent of all values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
	const sorted = values.toSorted((left, right) => left - right);
	const found = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
	if (found === undefined) throw new RangeError('No values');
	return found;
}
