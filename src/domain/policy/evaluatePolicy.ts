import type { Facts } from '../case/caseFile';
import { compilePolicy, type CompiledPolicy, type Matches } from './compilePolicy';
import { FactUnfitError } from './errors';
import { fillReason } from './fillReason';
import { isOfType } from './findPolicyProblems';
import type { Policy } from './policy';
import {
	policyOutcomes,
	type MatchedRule,
	type PolicyOutcome,
	type PolicyResult,
} from './policyResult';

/**
 * Evaluates every rule of a policy against the facts of one case.
 *
 * The most restrictive outcome among the rules that match wins, whatever their order, and `default`
 * counts when none does. Where a missing fact could make a rule match, the outcome is at least
 * `require_approval`. Role and SLA class come from the most restrictive rule that names one; among
 * equals from the first.
 *
 * @param facts money in whole units of the currency that the fact `currency` names; `null` is missing
 * @throws {FactUnfitError} a declared fact has a value of another type
 * @throws {PolicyInvalidError} the policy could not be evaluated as it was meant
 */
export async function evaluatePolicy(policy: Policy, facts: Facts): Promise<PolicyResult> {
	const compiled = compilePolicy(policy);
	const declared = readDeclaredFacts(policy, facts);
	const matches = await compiled.matchCertainly(declared);
	const rules = policy.rules.flatMap((rule) => {
		const holding = matches.get(rule.id);
		return holding ? [toMatchedRule(policy, rule, holding, { ...facts, ...declared })] : [];
	});
	const missingFacts = await findMissingFacts(policy, compiled, declared, matches);

	const strictestFirst = [...rules].sort(
		(left, right) => policyOutcomes.indexOf(right.outcome) - policyOutcomes.indexOf(left.outcome),
	);
	const stated = strictestFirst[0]?.outcome ?? policy.default.outcome;
	const outcome = missingFacts.length > 0 ? atLeast('require_approval', stated) : stated;
	const role = strictestFirst.find((rule) => rule.role)?.role ?? policy.default.role ?? null;
	return {
		id: policy.id,
		version: policy.version,
		hash: compiled.hash,
		outcome,
		rules,
		missingFacts,
		role: asksPeople(outcome) ? role : null,
		slaClass: strictestFirst.find(({ slaClass }) => slaClass)?.slaClass ?? policy.default.slaClass,
	};
}

/** Every declared fact, with `null` for those that the case does not have. */
function readDeclaredFacts(policy: Policy, facts: Facts): Facts {
	return Object.fromEntries(
		Object.entries(policy.facts).map(([name, { type }]) => {
			const value = Object.hasOwn(facts, name) ? (facts[name] ?? null) : null;
			if (value !== null && !isOfType(value, type)) throw new FactUnfitError(name, type, value);
			return [name, value];
		}),
	);
}

function toMatchedRule(
	policy: Policy,
	rule: Policy['rules'][number],
	holding: NonNullable<ReturnType<Matches['get']>>,
	facts: Facts,
): MatchedRule {
	return {
		id: rule.id,
		outcome: rule.outcome,
		reason: fillReason(rule.reason, facts, policy.facts),
		role: rule.role ?? null,
		slaClass: rule.slaClass ?? null,
		conditions: holding.map(({ fact, operator, threshold }) => ({
			fact,
			operator,
			value: facts[fact] ?? null,
			threshold,
			unit: policy.facts[fact]?.unit ?? null,
		})),
	};
}

/** A fact is missed where a rule that does not match would do so for some value of it. */
async function findMissingFacts(
	policy: Policy,
	compiled: CompiledPolicy,
	facts: Facts,
	matches: Matches,
): Promise<string[]> {
	if (!Object.values(facts).includes(null)) return [];
	const possible = await compiled.matchPossibly(facts);
	const missed = [...possible]
		.filter(([id]) => !matches.has(id))
		.flatMap(([, holding]) => holding)
		.filter(({ fact, operator }) => facts[fact] === null && operator !== 'isMissing');
	return Object.keys(policy.facts).filter((name) => missed.some(({ fact }) => fact === name));
}

function asksPeople(outcome: PolicyOutcome): boolean {
	return outcome === 'require_approval' || outcome === 'escalate';
}

function atLeast(least: PolicyOutcome, outcome: PolicyOutcome): PolicyOutcome {
	return policyOutcomes.indexOf(outcome) < policyOutcomes.indexOf(least) ? least : outcome;
}
