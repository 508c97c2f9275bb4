/** Two decimals, rounded up. Binary fractions make 10 a little more than that: it stays 10. */
export function roundedUp(value: number): number {
	return Math.ceil(hundredths(value)) / 100 || 0;
}

/** Two decimals, rounded down. Binary fractions make 10 a little less than that: it stays 10. */
export function roundedDown(value: number): number {
	return Math.floor(hundredths(value)) / 100 || 0;
}

function hundredths(value: number): number {
	return Number((value * 100).toFixed(4));
}
