import { roundMoney, toSmallestUnits } from '../money';
import type { SimulatedCase } from './SimulatedCase';

/** How many cases, and how much they are worth in each currency. */
export interface Tally {
	cases: number;
	/** Largest number of cases first. */
	amounts: CurrencyTally[];
	/** Cases whose amount or currency is not known. */
	withoutAmount: number;
}

export interface CurrencyTally {
	/** ISO 4217 code. */
	currency: string;
	cases: number;
	amount: number;
}

/** No currency has more decimals than this. */
const PLACES = 4;

/** Adds up cases. Amounts of two currencies are never added. */
export class CaseTally {
	private cases = 0;
	private withoutAmount = 0;
	/** In whole ten thousandths: a hundred thousand fractions would not add up to the cent. */
	private readonly byCurrency = new Map<string, { cases: number; units: bigint }>();

	add({ amount, currency }: Pick<SimulatedCase, 'amount' | 'currency'>): void {
		this.cases += 1;
		if (amount === null || currency === null || !Number.isFinite(amount)) {
			this.withoutAmount += 1;
			return;
		}
		const sum = this.byCurrency.get(currency) ?? { cases: 0, units: 0n };
		sum.cases += 1;
		sum.units += BigInt(toSmallestUnits(amount, PLACES));
		this.byCurrency.set(currency, sum);
	}

	result(): Tally {
		const amounts = [...this.byCurrency].map(([currency, { cases, units }]) => ({
			currency,
			cases,
			amount: roundMoney(Number(units) / 10 ** PLACES, PLACES),
		}));
		return {
			cases: this.cases,
			amounts: amounts.sort((left, right) => right.cases - left.cases),
			withoutAmount: this.withoutAmount,
		};
	}
}

/** Counts by name. */
export class Counter<Name> {
	private readonly counts = new Map<Name, number>();

	add(name: Name): void {
		this.counts.set(name, this.of(name) + 1);
	}

	of(name: Name): number {
		return this.counts.get(name) ?? 0;
	}

	/** The most frequent first. */
	entries(): Array<[Name, number]> {
		return [...this.counts].sort(([, left], [, right]) => right - left);
	}
}

/** A part in percent of the whole, to two decimals; 0 of nothing. */
export function percentOf(part: number, whole: number): number {
	return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}
