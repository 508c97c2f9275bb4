import type { PolicyProblem } from './errors';
import { factsInReason } from './fillReason';
import { operators, type Comparison, type Condition, type Policy, type Rule } from './policy';

type FactType = Policy['facts'][string]['type'];

const listOperators: readonly string[] = ['in', 'notIn'];
const orderOperators: readonly string[] = [
	'lessThan',
	'lessThanInclusive',
	'greaterThan',
	'greaterThanInclusive',
];

/**
 * Finds what the shape of a policy cannot show: facts that are not declared, comparisons that make no
 * sense for the type of a fact, and names that are used twice.
 */
export function findPolicyProblems(policy: Policy): PolicyProblem[] {
	return [
		...Object.keys(policy.facts).flatMap(problemsOfFactName),
		...problemsOfRuleIds(policy.rules),
		...policy.rules.flatMap((rule, index) => problemsOfRule(policy, rule, `rules[${index}]`)),
		...policy.examples.flatMap(({ facts }, index) =>
			Object.keys(facts).flatMap((fact) =>
				problemsOfName(policy, fact, `examples[${index}].facts.${fact}`),
			),
		),
	];
}

function problemsOfFactName(name: string): PolicyProblem[] {
	if (/^[A-Za-z]\w*$/.test(name)) return [];
	const message = 'a fact is named by a letter followed by letters, digits and underscores';
	return [{ path: `facts.${name}`, message }];
}

function problemsOfRuleIds(rules: readonly Rule[]): PolicyProblem[] {
	return rules.flatMap(({ id }, index) => {
		const first = rules.findIndex((rule) => rule.id === id);
		if (first === index) return [];
		const message = `"${id}" is the id of rules[${first}] already; give each rule its own`;
		return [{ path: `rules[${index}].id`, message }];
	});
}

function problemsOfRule(policy: Policy, rule: Rule, path: string): PolicyProblem[] {
	return [
		...problemsOfCondition(policy, rule.when, `${path}.when`),
		...factsInReason(rule.reason).flatMap((fact) => problemsOfName(policy, fact, `${path}.reason`)),
	];
}

function problemsOfCondition(policy: Policy, condition: Condition, path: string): PolicyProblem[] {
	if ('not' in condition) return problemsOfCondition(policy, condition.not, `${path}.not`);
	if ('fact' in condition) return problemsOfComparison(policy, condition, path);
	const [key, members] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
	return members.flatMap((member, index) =>
		problemsOfCondition(policy, member, `${path}.${key}[${index}]`),
	);
}

function problemsOfName(policy: Policy, fact: string, path: string): PolicyProblem[] {
	if (Object.hasOwn(policy.facts, fact)) return [];
	const declared = Object.keys(policy.facts).join(', ') || 'none';
	return [
		{ path, message: `unknown fact "${fact}"; declare it under facts (declared: ${declared})` },
	];
}

function problemsOfComparison(
	policy: Policy,
	comparison: Comparison,
	path: string,
): PolicyProblem[] {
	const unknown = problemsOfName(policy, comparison.fact, `${path}.fact`);
	const type = policy.facts[comparison.fact]?.type;
	if (unknown.length > 0 || type === undefined) return unknown;

	const fitting = operatorsFor(type);
	if (!fitting.includes(comparison.operator)) {
		const message = `"${comparison.operator}" cannot compare a ${type}; use one of ${fitting.join(', ')}`;
		return [{ path: `${path}.operator`, message }];
	}
	const message = problemOfValue(comparison, type);
	return message === null ? [] : [{ path: `${path}.value`, message }];
}

/** The operators that make sense for facts of a type. */
export function operatorsFor(type: FactType): string[] {
	return operators.filter(
		(operator) =>
			(type === 'number' || !orderOperators.includes(operator)) &&
			(type !== 'boolean' || !listOperators.includes(operator)),
	);
}

function problemOfValue({ fact, operator, value }: Comparison, type: FactType): string | null {
	if (operator === 'isMissing') return value === undefined ? null : 'isMissing takes no value';
	if (value === undefined) return `"${operator}" needs a value to compare ${fact} with`;
	const isList = Array.isArray(value);
	if (isList !== listOperators.includes(operator)) {
		return isList ? `"${operator}" takes one value, not a list` : `"${operator}" takes a list`;
	}
	const members = isList ? value : [value];
	if (members.length === 0) return 'an empty list matches nothing; name at least one value';
	const unfit = members.find((member) => !isOfType(member, type));
	return unfit === undefined
		? null
		: `${quote(unfit)} is not a ${type}, and ${fact} is declared as one`;
}

/** `NaN` and the infinities are numbers to JavaScript alone. */
export function isOfType(value: unknown, type: FactType): boolean {
	return typeof value === type && (type !== 'number' || Number.isFinite(value));
}

/** As it stands in the document. */
function quote(value: unknown): string {
	return typeof value === 'string' ? `"${value}"` : String(value);
}
