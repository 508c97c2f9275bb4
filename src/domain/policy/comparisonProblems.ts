import { isFactReference, type Comparison, type ComparisonValue } from './condition';
import type { PolicyProblem } from './errors';
import { comparedType, isOfType } from './factTypes';
import { zoneOf } from './operands';
import { operators, operatorsFor } from './operators';
import type { FactType, Policy } from './policy';

/** Finds what is wrong with one comparison: its facts, its operator, or its value. */
export function comparisonProblems(
	policy: Policy,
	comparison: Comparison,
	path: string,
): PolicyProblem[] {
	const unknown = unknownFact(policy, comparison.fact, `${path}.fact`);
	if (unknown.length > 0) return unknown;
	const unmeasurable = measureProblems(policy, comparison, path);
	if (unmeasurable.length > 0) return unmeasurable;

	const type = comparedType(policy, comparison);
	const fitting = operatorsFor(type);
	if (!fitting.includes(comparison.operator)) {
		const message = `"${comparison.operator}" cannot compare a ${type}; use one of ${fitting.join(', ')}`;
		return [{ path: `${path}.operator`, message }];
	}
	const message = valueProblem(policy, comparison, type) ?? currencyProblem(policy, comparison);
	return message === null ? [] : [{ path: `${path}.value`, message }];
}

export function unknownFact({ facts }: Policy, fact: string, path: string): PolicyProblem[] {
	if (Object.hasOwn(facts, fact)) return [];
	const declared = Object.keys(facts).join(', ') || 'none';
	return [
		{ path, message: `unknown fact "${fact}"; declare it under facts (declared: ${declared})` },
	];
}

function measureProblems(
	policy: Policy,
	{ fact, days, percentOf }: Comparison,
	path: string,
): PolicyProblem[] {
	const type = policy.facts[fact]?.type;
	if (days && percentOf) {
		return [
			{ path: `${path}.percentOf`, message: 'takes the place of days; leave one of them out' },
		];
	}
	if (days && type !== 'date') {
		return [
			{ path: `${path}.days`, message: `${fact} is a ${type}; days are counted from a date` },
		];
	}
	if (percentOf === undefined) return [];
	const unknown = unknownFact(policy, percentOf, `${path}.percentOf`);
	if (unknown.length > 0) return unknown;
	const [other] = [fact, percentOf].filter((name) => policy.facts[name]?.type !== 'number');
	if (other === undefined) return [];
	return [{ path: `${path}.percentOf`, message: `${other} is no number, and has no percent` }];
}

function valueProblem(policy: Policy, comparison: Comparison, type: FactType): string | null {
	const { fact, operator, value } = comparison;
	const { takes } = operators[operator];
	if (takes === 'none') return value === undefined ? null : `${operator} takes no value`;
	if (value === undefined) return `"${operator}" needs a value to compare ${fact} with`;
	if (isFactReference(value)) return referenceProblem(policy, comparison, value.fact, type);
	return shapeProblem(operator, value) ?? typeProblem(policy, comparison, value, type);
}

function shapeProblem(operator: Comparison['operator'], value: ComparisonValue): string | null {
	const { takes } = operators[operator];
	if (!Array.isArray(value)) {
		if (takes === 'one') return null;
		return takes === 'list'
			? `"${operator}" takes a list`
			: `"${operator}" takes a list of two values, the lowest and the highest`;
	}
	if (takes === 'one') return `"${operator}" takes one value, not a list`;
	if (value.length === 0) return 'an empty list matches nothing; name at least one value';
	if (takes === 'range' && value.length !== 2) {
		return `"${operator}" takes a list of two values, the lowest and the highest`;
	}
	return null;
}

function typeProblem(
	policy: Policy,
	{ fact, days, percentOf, operator }: Comparison,
	value: ComparisonValue,
	type: FactType,
): string | null {
	const memberType = type === 'list' ? 'string' : type;
	const members = [value].flat();
	const unfit = members.find((member) => !isOfType(member, memberType, zoneOf(policy)));
	if (unfit !== undefined) {
		const what =
			days || percentOf ? `what is compared of ${fact} is one` : `${fact} is declared as one`;
		return `${quote(unfit)} is not a ${memberType}, and ${what}`;
	}
	const [low, high] = members;
	const isReversed =
		operators[operator].takes === 'range' && low !== undefined && high !== undefined && low > high;
	return isReversed ? 'the lowest value comes first' : null;
}

function referenceProblem(
	{ facts }: Policy,
	{ operator }: Comparison,
	other: string,
	type: FactType,
): string | null {
	if (!Object.hasOwn(facts, other)) return `unknown fact "${other}"; declare it under facts`;
	const { takes } = operators[operator];
	if (takes === 'range') return `"${operator}" takes two values, and no fact`;
	const wanted = takes === 'list' ? 'list' : type;
	const given = facts[other]?.type;
	return given === wanted
		? null
		: `${other} is a ${given}, and "${operator}" takes a ${wanted} here`;
}

/** An amount is compared with a number only when it is said in which currency the number is. */
function currencyProblem(
	{ facts, currency }: Policy,
	{ fact, days, percentOf, operator, value }: Comparison,
): string | null {
	const isAmount = facts[fact]?.unit === 'money' && !days && !percentOf;
	const isNumber = operators[operator].takes !== 'none' && !isFactReference(value);
	if (!isAmount || !isNumber || currency !== undefined) return null;
	return `${fact} is an amount: say under currency which one the limits are in, an ISO code or "company"`;
}

/** As it stands in the document. */
function quote(value: unknown): string {
	return typeof value === 'string' ? `"${value}"` : String(value);
}
