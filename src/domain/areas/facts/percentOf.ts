/** How many percent a part is of a whole above 0, two decimals, rounded up. */
export function percentOf(part: number, whole: number): number {
	// Binary fractions make 10 % a little more than that, which would round up to 10.01 %.
	return Math.ceil(Number(((part / whole) * 10_000).toFixed(4))) / 100 || 0;
}
