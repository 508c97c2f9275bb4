import type { Facts } from '../case/caseFile';
import {
	compilePolicy,
	readOperands,
	type CompiledPolicy,
	type Operands,
	type Traces,
} from './compilePolicy';
import { compared, isUnknown } from './compared';
import { FactUnfitError } from './errors';
import { isOfType } from './factTypes';
import { fillReason } from './fillReason';
import { findNearMisses } from './findNearMisses';
import { lackingFacts, zoneOf, type Reading } from './operands';
import type { Policy, Rule } from './policy';
import { severity, type MatchedRule, type PolicyOutcome, type PolicyResult } from './policyResult';
import { isDrawn } from './sampling';
import { holdingComparisons } from './trace';

/** What a decision depends on beside the facts. */
export interface Occasion {
	/** The instant of the decision, ISO 8601 in UTC. */
	now: string;
	/** Tells the case from every other one; the sample is drawn by it. `null` draws none. */
	caseKey: string | null;
}

/**
 * Evaluates every rule of a policy against the facts of one case.
 *
 * The most restrictive outcome among the rules that match wins, whatever their order, and `default`
 * counts when none does. Where a missing fact could make a rule match, the outcome is at least
 * `require_approval`; so it is for what is drawn as a sample. Role and SLA class come from the most
 * restrictive rule that names one; among equals from the first.
 *
 * @param facts money in whole units of the currency that the fact `currency` names; `null` is missing
 * @throws {FactUnfitError} a declared fact has a value of another type
 * @throws {PolicyInvalidError} the policy could not be evaluated as it was meant
 */
export async function evaluatePolicy(
	policy: Policy,
	facts: Facts,
	{ now, caseKey }: Occasion,
): Promise<PolicyResult> {
	const compiled = compilePolicy(policy);
	const reading = { policy, facts: readFacts(policy, facts), now };
	const operands = readOperands(compiled, reading);
	const certain = await compiled.evaluateCertainly(operands);
	const matched = certain.filter(({ trace }) => trace.holds);
	const missingFacts = await findMissingFacts(compiled, reading, operands, certain);

	const strictestFirst = matched
		.map(({ rule }) => rule)
		.sort((left, right) => severity(right.outcome) - severity(left.outcome));
	const stated = strictestFirst[0]?.outcome ?? policy.default.outcome;
	const settled = missingFacts.length > 0 ? atLeast('require_approval', stated) : stated;
	const sampled = settled === 'auto_approve' && isDrawn(policy, caseKey);
	const outcome = sampled ? 'require_approval' : settled;
	return {
		id: policy.id,
		version: policy.version,
		hash: compiled.hash,
		at: now,
		outcome,
		rules: matched.map((one) => toMatchedRule(one, reading, operands)),
		missingFacts,
		role: asksPeople(outcome) ? roleFor(policy, strictestFirst, sampled) : null,
		slaClass: strictestFirst.find((rule) => rule.slaClass)?.slaClass ?? policy.default.slaClass,
		riskScore: matched.reduce((sum, { rule }) => sum + (rule.riskWeight ?? 0), 0),
		sampled,
		nearMisses: findNearMisses(certain, reading, operands, settled),
		shadow: null,
	};
}

/** Every fact, with `null` for those declared ones that the case does not have. */
function readFacts(policy: Policy, facts: Facts): Facts {
	const read: Facts = { ...facts };
	for (const [name, { type }] of Object.entries(policy.facts)) {
		const value = Object.hasOwn(facts, name) ? (facts[name] ?? null) : null;
		if (value !== null && !isOfType(value, type, zoneOf(policy))) {
			throw new FactUnfitError(name, type, value);
		}
		read[name] = value;
	}
	return read;
}

function toMatchedRule(
	{ rule, trace }: Traces[number],
	reading: Reading,
	operands: Operands,
): MatchedRule {
	return {
		id: rule.id,
		outcome: rule.outcome,
		reason: fillReason(rule.reason, reading.facts, reading.policy.facts),
		role: rule.role ?? null,
		slaClass: rule.slaClass ?? null,
		conditions: holdingComparisons(trace).map((one) => compared(one, reading, operands)),
	};
}

/** A fact is missed where a rule that does not match would do so for some value of it. */
async function findMissingFacts(
	compiled: CompiledPolicy,
	reading: Reading,
	operands: Operands,
	certain: Traces,
): Promise<string[]> {
	if (!Object.values(operands).includes(null)) return [];
	const possible = await compiled.evaluatePossibly(operands);
	const missed = possible
		.filter(({ trace }, index) => trace.holds && !certain[index]?.trace.holds)
		.flatMap(({ trace }) => holdingComparisons(trace))
		.filter((one) => isUnknown(reading.policy, one, operands))
		.flatMap((one) => lackingFacts(reading, one));
	return Object.keys(reading.policy.facts).filter((name) => missed.includes(name));
}

function roleFor(policy: Policy, strictestFirst: readonly Rule[], sampled: boolean): string | null {
	const named = strictestFirst.find((rule) => rule.role)?.role ?? policy.default.role ?? null;
	return (sampled ? policy.sampling?.role : undefined) ?? named;
}

function asksPeople(outcome: PolicyOutcome): boolean {
	return outcome === 'require_approval' || outcome === 'escalate';
}

function atLeast(least: PolicyOutcome, outcome: PolicyOutcome): PolicyOutcome {
	return severity(outcome) < severity(least) ? least : outcome;
}
