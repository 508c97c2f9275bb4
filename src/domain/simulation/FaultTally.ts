/** Cases that could not be read or evaluated, by what was wrong. They count nowhere else. */
export interface Fault {
	message: string;
	cases: number;
	/** Names of the first few. */
	first: string[];
}

const NAMED = 5;
/** A message may hold a value, so that every case has one of its own. */
const MESSAGES = 50;
const OTHERS = 'Other faults';

export class FaultTally {
	private readonly faults = new Map<string, Fault>();

	add(name: string, message: string): void {
		const isNew = !this.faults.has(message);
		const filed = isNew && this.faults.size >= MESSAGES ? OTHERS : message;
		const fault = this.faults.get(filed) ?? { message: filed, cases: 0, first: [] };
		fault.cases += 1;
		if (fault.first.length < NAMED) fault.first.push(name);
		this.faults.set(filed, fault);
	}

	/** The most frequent first. */
	result(): Fault[] {
		return [...this.faults.values()].sort((left, right) => right.cases - left.cases);
	}
}
