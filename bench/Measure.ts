/** One line of output; `null` where there is nothing to compare with. */
export interface Measurement {
	measure: string;
	unit: string;
	ours: number;
	peer: number | null;
	peerName: string | null;
	/** `ours / peer`: below 1 is better than the peer wherever less is better. */
	ratio: number | null;
	/** How many times it was done. */
	n: number;
	note: string;
}

export interface Measure {
	name: string;
	/** One sentence for the list. */
	about: string;
	run(): Promise<Measurement | Measurement[]>;
}

/** The middle one; of an even number the mean of the middle two. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((left, right) => left - right);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.floor((sorted.length - 1) / 2)];
	if (upper === undefined || lower === undefined) throw new RangeError('No values');
	return (lower + upper) / 2;
}
