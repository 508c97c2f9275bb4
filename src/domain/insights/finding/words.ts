const numbers = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 });

/** A time as people say it, to two figures: `40 s`, `25 min`, `3.5 h`, `2.1 days`. */
export function durationWords(seconds: number): string {
	if (seconds < 90) return `${numbers.format(seconds)} s`;
	if (seconds < 5_400) return `${numbers.format(seconds / 60)} min`;
	if (seconds < 129_600) return `${numbers.format(seconds / 3_600)} h`;
	return `${numbers.format(seconds / 86_400)} days`;
}

/** `7 of 10 (70 %)` */
export function shareWords({ hits, count }: { hits: number; count: number }): string {
	const share = count === 0 ? 0 : (100 * hits) / count;
	return `${String(hits)} of ${String(count)} (${numbers.format(share)} %)`;
}

/** `14 days` */
export function dayWords(days: number): string {
	const rounded = numbers.format(days);
	return rounded === '1' ? '1 day' : `${rounded} days`;
}

export function timesWords(factor: number): string {
	return `${numbers.format(factor)} times`;
}
