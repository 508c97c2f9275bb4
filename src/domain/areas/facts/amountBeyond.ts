/** By how much a quantity is above a limit, two decimals, rounded up; 0 when it is not. */
export function amountBeyond(quantity: number, limit: number): number {
	// Binary fractions make 0.3 a little more than 0.1 and 0.2, which would round up to 0.01.
	return Math.max(0, Math.ceil(Number(((quantity - limit) * 100).toFixed(4))) / 100);
}
