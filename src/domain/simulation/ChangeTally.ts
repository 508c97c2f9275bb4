import { policyOutcomes, type PolicyOutcome } from '../policy/policyResult';
import type { SimulatedCase } from './SimulatedCase';
import { CaseTally, percentOf, type Tally } from './tallies';

/** Cases of one outcome under the first policy and one under the second. */
export interface Transition extends Tally {
	from: PolicyOutcome;
	to: PolicyOutcome;
}

/** What a second policy changes. */
export interface Changes {
	/** Cases whose outcome changes. */
	cases: number;
	/** Percent of all cases. */
	share: number;
	/** Every pair of outcomes that occurs, equal ones included, the mildest first. */
	transitions: Transition[];
}

/** Lays the outcomes of two policies beside each other. */
export class ChangeTally {
	private all = 0;
	private changed = 0;
	private readonly tallies = new Map<string, CaseTally>();

	add(one: SimulatedCase, from: PolicyOutcome, to: PolicyOutcome): void {
		this.all += 1;
		if (from !== to) this.changed += 1;
		const tally = this.tallies.get(`${from} ${to}`) ?? new CaseTally();
		this.tallies.set(`${from} ${to}`, tally);
		tally.add(one);
	}

	result(): Changes {
		const pairs = policyOutcomes.flatMap((from) => policyOutcomes.map((to) => ({ from, to })));
		return {
			cases: this.changed,
			share: percentOf(this.changed, this.all),
			transitions: pairs.flatMap(({ from, to }) => {
				const tally = this.tallies.get(`${from} ${to}`);
				return tally ? [{ from, to, ...tally.result() }] : [];
			}),
		};
	}
}
