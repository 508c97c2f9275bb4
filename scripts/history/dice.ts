/** Throws the same numbers each time, so that a made-up history can be made again. */
export class Dice {
	constructor(private seed: number) {}

	/** At least 0 and less than 1. Mulberry32, by Tommy Ettinger. */
	next(): number {
		this.seed = (this.seed + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** Whether something happens that does so this often. */
	isHit(share: number): boolean {
		return this.next() < share;
	}

	/** One of several. */
	pick<Value>(values: readonly Value[]): Value {
		const value = values[Math.floor(this.next() * values.length)];
		if (value === undefined) throw new RangeError('There is nothing to pick from');
		return value;
	}

	/** A whole number around so much, seldom far above: most waiting is short, some is long. */
	around(typical: number): number {
		return Math.ceil(-Math.log(1 - this.next()) * typical);
	}
}
