import type { Facts } from '../../../src/domain/case/caseFile';
import type { Comparison, Condition, Literal } from '../../../src/domain/policy/condition';
import type { Operator } from '../../../src/domain/policy/operators';
import type { Policy } from '../../../src/domain/policy/policy';
import { policyOutcomes, type PolicyOutcome } from '../../../src/domain/policy/policyResult';

/** A case as its policy reads it. */
export interface PlainCase {
	policy: Policy;
	facts: Facts;
	/** ISO 8601 */
	now: string;
}

/** `null` when it cannot be told for want of a fact. */
type Answer = boolean | null;
type Value = Exclude<Facts[string], null>;

/**
 * What a condition means, written down a second time: without an engine, without luxon, and by
 * three-valued logic instead of a second run.
 */
export function reading(condition: Condition, about: PlainCase): Answer {
	if ('all' in condition) return every(condition.all.map((one) => reading(one, about)));
	if ('any' in condition)
		return negated(every(condition.any.map((one) => negated(reading(one, about)))));
	if ('not' in condition) return negated(reading(condition.not, about));
	return compare(condition, about);
}

/** What a policy says about a case, by a plain reading. */
export function plainOutcome(about: PlainCase): PolicyOutcome {
	const { rules, default: otherwise } = about.policy;
	const said = rules.map(({ when, outcome }) => ({ outcome, answer: reading(when, about) }));
	const matched = said.filter(({ answer }) => answer === true);
	const stated = matched.length > 0 ? matched.map(({ outcome }) => outcome) : [otherwise.outcome];
	const isUncertain = said.some(({ answer }) => answer === null);
	const least: PolicyOutcome = isUncertain ? 'require_approval' : 'auto_approve';
	return [...stated, least].reduce((strictest, one) =>
		policyOutcomes.indexOf(one) > policyOutcomes.indexOf(strictest) ? one : strictest,
	);
}

function every(answers: readonly Answer[]): Answer {
	if (answers.includes(false)) return false;
	return answers.includes(null) ? null : true;
}

function negated(answer: Answer): Answer {
	return answer === null ? null : !answer;
}

function compare(comparison: Comparison, about: PlainCase): Answer {
	const { operator } = comparison;
	const left = measured(comparison, about);
	if (operator === 'isMissing') return left === null;
	if (operator === 'isPresent') return left !== null;
	const right = stated(comparison, about);
	if (left === null || right === null) return null;
	return meanings[operator](left, right);
}

/** What is compared; dates as milliseconds. */
function measured(comparison: Comparison, about: PlainCase): Value | null {
	const { fact, days, percentOf } = comparison;
	const { policy, facts } = about;
	const given = facts[fact] ?? null;
	if (given === null) return null;
	if (days) return days === 'since' ? daysSince(given, about) : -daysSince(given, about);
	if (percentOf) return percent(Number(given), Number(facts[percentOf] ?? 0));
	if (policy.facts[fact]?.type === 'date') return instant(String(given), zoneIn(policy));
	return isStatedInCurrency(comparison, policy) ? converted(Number(given), about) : given;
}

function zoneIn({ timeZone = 'UTC' }: Policy): string {
	return timeZone;
}

function stated(comparison: Comparison, { policy, facts }: PlainCase): Value | null {
	const { fact, days, value } = comparison;
	const isDate = policy.facts[fact]?.type === 'date' && !days;
	const read = (one: Literal) => (isDate ? instant(String(one), zoneIn(policy)) : one);
	if (value === undefined) return null;
	if (Array.isArray(value)) return value.map(read) as Value;
	if (typeof value !== 'object') return read(value);
	const other = facts[value.fact] ?? null;
	return other === null || Array.isArray(other) ? other : read(other);
}

function isStatedInCurrency({ fact, value }: Comparison, { currency = 'company', facts }: Policy) {
	const isNumber = typeof value === 'number' || Array.isArray(value);
	return currency !== 'company' && facts[fact]?.unit === 'money' && isNumber;
}

function converted(amount: number, { policy, facts }: PlainCase): number | null {
	const currency = facts['currency'] ?? null;
	if (currency === null) return null;
	if (currency === policy.currency) return amount;
	const rate = Number(facts[policy.rateFact ?? ''] ?? 0);
	return rate > 0 ? Number((amount * rate).toFixed(2)) : null;
}

/** Rounded as a person would who has worked it out on paper; `null` where there is no whole. */
function percent(part: number, whole: number): number | null {
	if (whole <= 0) return null;
	const share = (part * 100) / whole;
	// Of a vast whole even a small part is more than nothing.
	return Math.abs(share) < 1e-6 ? share : Number(share.toFixed(9));
}

function daysSince(date: Value, { policy, now }: PlainCase): number {
	return dayNumber(now, zoneIn(policy)) - dayNumber(String(date), zoneIn(policy));
}

/** Number of the calendar day on which something is in a zone. */
function dayNumber(text: string, zone: string): number {
	const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant(text, zone));
	return Date.parse(day) / 86_400_000;
}

/** What says no zone itself is in the given one; of days on which its clocks change, ask luxon. */
function instant(text: string, zone: string): number {
	if (/(Z|[+-]\d\d:\d\d)$/.test(text)) return Date.parse(text);
	const asIfUtc = Date.parse(text.length === 10 ? text : `${text}Z`);
	const clock = new Date(asIfUtc).toLocaleString('sv-SE', { timeZone: zone });
	return asIfUtc - (Date.parse(`${clock.replace(' ', 'T')}Z`) - asIfUtc);
}

const list = (value: Value): readonly unknown[] => [value].flat();

type Meaning = (left: Value, right: Value) => boolean;

const meanings: Record<Exclude<Operator, 'isMissing' | 'isPresent'>, Meaning> = {
	equal: (left, right) => left === right,
	notEqual: (left, right) => left !== right,
	lessThan: (left, right) => left < right,
	lessThanInclusive: (left, right) => left <= right,
	greaterThan: (left, right) => left > right,
	greaterThanInclusive: (left, right) => left >= right,
	between: (left, right) => isWithin(Number(left), list(right)),
	notBetween: (left, right) => !isWithin(Number(left), list(right)),
	in: (left, right) => list(right).some((one) => one === left),
	notIn: (left, right) => list(right).every((one) => one !== left),
	matches: (left, right) => isLikeAny(list(left), list(right)),
	notMatches: (left, right) => !isLikeAny(list(left), list(right)),
	containsAny: (left, right) => list(right).some((one) => list(left).includes(one)),
	containsNone: (left, right) => list(right).every((one) => !list(left).includes(one)),
	containsAll: (left, right) => list(right).every((one) => list(left).includes(one)),
	lacksAny: (left, right) => list(right).some((one) => !list(left).includes(one)),
	changedSince: (left, right) => left > right,
	notChangedSince: (left, right) => left <= right,
};

function isWithin(value: number, [low, high]: readonly unknown[]): boolean {
	return Number(low) <= value && value <= Number(high);
}

function isLikeAny(texts: readonly unknown[], patterns: readonly unknown[]): boolean {
	return patterns.some((pattern) => {
		const parts = String(pattern).toLowerCase().split(/\*+/);
		const like = new RegExp(
			`^${parts.map((part) => part.replace(/\W/gu, '\\$&')).join('.*')}$`,
			's',
		);
		return texts.some((text) => like.test(String(text).toLowerCase()));
	});
}
