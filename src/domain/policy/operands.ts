import type { Facts } from '../case/caseFile';
import { roundMoney } from '../money';
import { isFactReference, type Comparison } from './condition';
import { daysBetween, readDate } from './days';
import { operators } from './operators';
import type { Policy } from './policy';

/** One side of a comparison, computed; `null` is missing. Dates are milliseconds. */
export type OperandValue = Facts[string];

/** Facts of one case as its policy reads them, and the instant of the decision (ISO 8601). */
export interface Reading {
	policy: Policy;
	facts: Facts;
	now: string;
}

/** What is computed of facts for a comparison; two that compare the same share the `key`. */
export interface Operand {
	key: string;
	read(reading: Reading): OperandValue;
}

const AMOUNT_PLACES = 2;

/** The left side of a comparison. */
export function operandOf(policy: Policy, comparison: Comparison): Operand {
	const { fact, days, percentOf } = comparison;
	if (days)
		return { key: `days ${days} ${fact}`, read: (reading) => countDays(reading, fact, days) };
	if (percentOf) {
		return {
			key: `${fact} % ${percentOf}`,
			read: ({ facts }) => share(facts[fact], facts[percentOf]),
		};
	}
	if (isConverted(policy, comparison)) {
		return { key: `${fact} converted`, read: (reading) => convert(reading, fact) };
	}
	return plainOperand(policy, fact);
}

/** A fact as it stands. */
export function plainOperand({ facts: declared }: Policy, fact: string): Operand {
	if (declared[fact]?.type !== 'date')
		return { key: fact, read: ({ facts }) => facts[fact] ?? null };
	return {
		key: fact,
		read: ({ policy, facts }) => readDate(facts[fact], zoneOf(policy))?.toMillis() ?? null,
	};
}

/** Whether an amount is compared in another currency than perhaps its own. */
export function isConverted(
	{ facts, currency }: Policy,
	{ fact, days, percentOf, operator, value }: Comparison,
): boolean {
	if (days || percentOf || operators[operator].takes === 'none') return false;
	const isStated = currency !== undefined && currency !== 'company';
	return isStated && facts[fact]?.unit === 'money' && !isFactReference(value);
}

/** The facts for whose lack a comparison says nothing. */
export function lackingFacts(reading: Reading, comparison: Comparison): string[] {
	const { policy, facts } = reading;
	const { fact, days, percentOf, value } = comparison;
	const sides = [fact, percentOf ?? [], isFactReference(value) ? value.fact : []].flat();
	const lacking = sides.filter((name) => facts[name] === null);
	if (lacking.length > 0) return lacking;
	// All facts are there, and still there was no result: no base for a percentage, no day to count
	// from, or no rate.
	if (percentOf) return [percentOf];
	if (days) return [fact];
	return [facts['currency'] === null ? 'currency' : (policy.rateFact ?? 'currency')];
}

export function zoneOf({ timeZone = 'utc' }: Policy): string {
	return timeZone;
}

function countDays(
	{ policy, facts, now }: Reading,
	fact: string,
	direction: 'since' | 'until',
): number | null {
	const then = readDate(facts[fact], zoneOf(policy));
	const today = readDate(now, zoneOf(policy));
	if (!then || !today) return null;
	return direction === 'since' ? daysBetween(then, today) : daysBetween(today, then);
}

/** Of nothing there are no percent, and of less than nothing they would mean the contrary. */
function share(part: OperandValue | undefined, whole: OperandValue | undefined): number | null {
	if (typeof part !== 'number' || typeof whole !== 'number' || whole <= 0) return null;
	return Number(((part / whole) * 100).toPrecision(15));
}

function convert({ policy, facts }: Reading, fact: string): number | null {
	const amount = facts[fact];
	if (typeof amount !== 'number') return null;
	if (facts['currency'] === null) return null;
	if (facts['currency'] === policy.currency) return amount;
	const rate = policy.rateFact === undefined ? null : facts[policy.rateFact];
	return typeof rate === 'number' && rate > 0 ? roundMoney(amount * rate, AMOUNT_PLACES) : null;
}
