/** How many percent a value is below another, two decimals, rounded up; 0 when it is not. */
export function percentBelow(value: number, reference: number): number {
	const percent = (1 - value / reference) * 100;
	// Binary fractions make 10 % a little more than that, which would round up to 10.01 %.
	return Math.max(0, Math.ceil(Number((percent * 100).toFixed(4))) / 100);
}
