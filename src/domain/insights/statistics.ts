/** A share as it may be in truth, when so many of so many were seen. */
export interface Interval {
	low: number;
	high: number;
}

/**
 * Wilson's score interval, which holds for few observations and for shares near 0 and 1 as well.
 *
 * @param deviations how sure: 2.58 for 99 %, 3.29 for 99.9 %
 * @see E. B. Wilson, "Probable inference", J. Am. Stat. Assoc. 22 (1927)
 */
export function wilson(hits: number, count: number, deviations: number): Interval {
	if (count === 0) return { low: 0, high: 1 };
	const share = hits / count;
	const squared = deviations ** 2;
	const middle = share + squared / (2 * count);
	const spread = deviations * Math.sqrt((share * (1 - share)) / count + squared / (4 * count ** 2));
	const whole = 1 + squared / count;
	return { low: (middle - spread) / whole, high: (middle + spread) / whole };
}

/** What is usual: the median, and the median of the absolute deviations from it. */
export interface Usual {
	count: number;
	median: number;
	mad: number;
}

/** Makes a median absolute deviation one that compares with a standard deviation. */
const MAD_TO_DEVIATION = 1.4826;
/** How much further a median strays than a mean: the root of pi / 2. */
const MEDIAN_TO_MEAN = 1.2533;

/**
 * How far a median is above the usual, in robust standard errors of the difference.
 * @param leastMad deviation that counts where values hardly differ
 */
export function deviationsAbove(
	usual: Usual,
	recent: { count: number; median: number },
	leastMad: number,
): number {
	const deviation = MAD_TO_DEVIATION * Math.max(usual.mad, leastMad) * MEDIAN_TO_MEAN;
	return (
		(recent.median - usual.median) / (deviation * Math.sqrt(1 / usual.count + 1 / recent.count))
	);
}
