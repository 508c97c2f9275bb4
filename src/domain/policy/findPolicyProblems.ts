import { IANAZone } from 'luxon';
import { comparisonProblems, unknownFact } from './comparisonProblems';
import { comparisonsIn, type Condition } from './condition';
import { readDate } from './days';
import type { PolicyProblem } from './errors';
import { factsInReason } from './fillReason';
import { zoneOf } from './operands';
import type { Policy, Rule } from './policy';

const maxComparisons = 1_000;

/**
 * Finds what the shape of a policy cannot show: facts that are not declared, comparisons that make no
 * sense for the type of a fact, dates that do not exist, and names that are used twice.
 */
export function findPolicyProblems(policy: Policy): PolicyProblem[] {
	// Days cannot be counted, nor dates read, in a zone that does not exist, or is another on each computer.
	if (!IANAZone.isValidZone(zoneOf(policy))) {
		const message = `"${zoneOf(policy)}" is no time zone; take a name such as Europe/Berlin`;
		return [{ path: 'timeZone', message }];
	}
	return [
		...validityProblems(policy),
		...Object.keys(policy.facts).flatMap(factNameProblems),
		...currencyProblems(policy),
		...sizeProblems(policy),
		...ruleIdProblems(policy.rules),
		...policy.rules.flatMap((rule, index) => ruleProblems(policy, rule, `rules[${index}]`)),
		...samplingProblems(policy),
		...exampleProblems(policy),
	];
}

function validityProblems(policy: Policy): PolicyProblem[] {
	const problems = (['validFrom', 'validUntil'] as const).flatMap((path) => {
		const text = policy[path];
		const isDate = text === undefined || readDate(text, zoneOf(policy)) !== null;
		return isDate ? [] : [{ path, message: `"${text}" is no date; write it like 2026-12-31` }];
	});
	const { validFrom, validUntil } = policy;
	const isReversed =
		problems.length === 0 &&
		validFrom &&
		validUntil &&
		millis(policy, validFrom) > millis(policy, validUntil);
	return isReversed ? [{ path: 'validUntil', message: 'lies before validFrom' }] : problems;
}

function millis(policy: Policy, text: string): number {
	return readDate(text, zoneOf(policy))?.toMillis() ?? Number.NaN;
}

function factNameProblems(name: string): PolicyProblem[] {
	if (/^[A-Za-z]\w*$/.test(name)) return [];
	const message = 'a fact is named by a letter followed by letters, digits and underscores';
	return [{ path: `facts.${name}`, message }];
}

function currencyProblems(policy: Policy): PolicyProblem[] {
	const { currency, rateFact, facts } = policy;
	if (rateFact !== undefined && facts[rateFact]?.type !== 'number') {
		const message = `"${rateFact}" must be declared under facts, as a number`;
		return [{ path: 'rateFact', message }];
	}
	if (currency === undefined || currency === 'company' || facts['currency']?.type === 'string')
		return [];
	const message = 'declare the fact "currency", a string: the currency that amounts are in';
	return [{ path: 'facts', message }];
}

function sizeProblems({ rules }: Policy): PolicyProblem[] {
	const count = rules.flatMap(({ when }) => comparisonsIn(when)).length;
	if (count <= maxComparisons) return [];
	const message = `${count} comparisons are more than the ${maxComparisons} that a policy may have`;
	return [{ path: 'rules', message }];
}

function ruleIdProblems(rules: readonly Rule[]): PolicyProblem[] {
	const firsts = new Map<string, number>();
	return rules.flatMap(({ id }, index) => {
		const first = firsts.get(id);
		if (first === undefined) {
			firsts.set(id, index);
			return [];
		}
		const message = `"${id}" is the id of rules[${first}] already; give each rule its own`;
		return [{ path: `rules[${index}].id`, message }];
	});
}

function ruleProblems(policy: Policy, rule: Rule, path: string): PolicyProblem[] {
	return [
		...conditionProblems(policy, rule.when, `${path}.when`),
		...factsInReason(rule.reason).flatMap((fact) => unknownFact(policy, fact, `${path}.reason`)),
	];
}

function conditionProblems(policy: Policy, condition: Condition, path: string): PolicyProblem[] {
	if ('not' in condition) return conditionProblems(policy, condition.not, `${path}.not`);
	if ('fact' in condition) return comparisonProblems(policy, condition, path);
	const [key, members] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
	return members.flatMap((member, index) =>
		conditionProblems(policy, member, `${path}.${key}[${index}]`),
	);
}

/** Whoever is drawn for people to look at must have somebody who looks. */
function samplingProblems({ sampling, default: otherwise }: Policy): PolicyProblem[] {
	if (!sampling || sampling.percent === 0 || sampling.role || otherwise.role) return [];
	return [{ path: 'sampling.role', message: 'say which role looks at the sample' }];
}

function exampleProblems(policy: Policy): PolicyProblem[] {
	const comparisons = policy.rules.flatMap(({ when }) => comparisonsIn(when));
	const countsDays = comparisons.some(({ days }) => days !== undefined);
	return policy.examples.flatMap(({ facts, at }, index) => {
		const path = `examples[${index}]`;
		const names = Object.keys(facts).flatMap((fact) =>
			unknownFact(policy, fact, `${path}.facts.${fact}`),
		);
		if (at === undefined && !countsDays) return names;
		if (at !== undefined && readDate(at, zoneOf(policy))) return names;
		const message =
			at === undefined
				? 'say at which instant it is decided, since a rule counts days (such as 2026-03-01)'
				: `"${at}" is no date; write it like 2026-03-01`;
		return [...names, { path: `${path}.at`, message }];
	});
}
