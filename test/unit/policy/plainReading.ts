import type { Facts } from '../../../src/domain/case/caseFile';
import type { Comparison, Condition } from '../../../src/domain/policy/condition';
import type { Operator } from '../../../src/domain/policy/operators';

type Meaning = (fact: Facts[string], value: Comparison['value']) => boolean;

const meanings: Partial<Record<Operator, Meaning>> = {
	equal: (fact, value) => fact === value,
	notEqual: (fact, value) => fact !== value,
	lessThan: (fact, value) => Number(fact) < Number(value),
	lessThanInclusive: (fact, value) => Number(fact) <= Number(value),
	greaterThan: (fact, value) => Number(fact) > Number(value),
	greaterThanInclusive: (fact, value) => Number(fact) >= Number(value),
	in: (fact, value) => [value].flat().some((one) => one === fact),
	notIn: (fact, value) => [value].flat().every((one) => one !== fact),
	isMissing: (fact) => fact === null,
};

/** What a condition means, written down a second time and without an engine; facts are all known. */
export function holds(condition: Condition, facts: Facts): boolean {
	if ('all' in condition) return condition.all.every((one) => holds(one, facts));
	if ('any' in condition) return condition.any.some((one) => holds(one, facts));
	if ('not' in condition) return !holds(condition.not, facts);
	const meaning = meanings[condition.operator];
	if (!meaning) throw new RangeError(`No meaning for ${condition.operator}`);
	return meaning(facts[condition.fact] ?? null, condition.value);
}
