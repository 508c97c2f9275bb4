/** How many percent a value is above another, two decimals, rounded up; negative when it is below. */
export function percentAbove(value: number, reference: number): number {
	const percent = (value / reference - 1) * 100;
	// Binary fractions make 10 % a little more than that, which would round up to 10.01 %.
	return Math.ceil(Number((percent * 100).toFixed(4))) / 100 || 0;
}
