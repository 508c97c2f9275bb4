import { formatValue } from '../formatValue';
import { comparisonsIn, type Comparison, type Condition } from './condition';
import type { Policy, Rule } from './policy';
import type { PolicyOutcome } from './policyResult';

/** A limit in a policy that can be set without touching its rules. */
export interface Threshold extends Limit {
	/** Made of the id of the rule that states it; unique in the policy. */
	name: string;
	/** What follows beyond the limit, by the plainest rule that states it. */
	outcome: PolicyOutcome;
	role: string | null;
}

/** A comparison with one number. */
type Limit = Comparison & { value: number };

/** Every number that a policy compares something with, each limit once though several rules use it. */
export function thresholdsOf(policy: Policy): Threshold[] {
	const found = policy.rules.flatMap((rule) =>
		limitsIn(rule.when).map((limit) => ({ rule, limit })),
	);
	const distinct = found.filter(
		({ limit }, index) => found.findIndex((one) => isSame(one.limit, limit)) === index,
	);
	return distinct.map(({ rule, limit }) => {
		const plainest = policy.rules.find(({ when }) => 'fact' in when && isSame(limit, when));
		const name = plainest ? camelCase(plainest.id) : camelCase(`${rule.id}-${limit.fact}`);
		const { outcome, role = null } = plainest ?? rule;
		return { name, ...limit, outcome, role };
	});
}

/** What can be set of a policy beside its rules. */
export type PolicySettings = Partial<
	Pick<
		Policy,
		| 'id'
		| 'version'
		| 'currency'
		| 'nearMissPercent'
		| 'sampling'
		| 'timeZone'
		| 'validFrom'
		| 'validUntil'
	>
> & { default?: Partial<Policy['default']> };

/**
 * The policy with other limits and settings. Its reasons name the new limits; its worked examples
 * were about the old ones and are left out.
 *
 * @param values by name of the threshold; those not named stay
 */
export function withThresholds(
	policy: Policy,
	values: Readonly<Record<string, number>>,
	settings: PolicySettings = {},
): Policy {
	const changed = thresholdsOf(policy).flatMap((limit) => {
		const value = values[limit.name];
		return value === undefined || value === limit.value ? [] : [{ limit, value }];
	});
	if (changed.length === 0 && Object.keys(settings).length === 0) return policy;

	const rules = changed.reduce(
		(soFar, { limit, value }) => soFar.map((rule) => adjusted(policy, rule, limit, value)),
		policy.rules,
	);
	const version = `${policy.version} (adjusted)`;
	const fallback = { ...policy.default, ...settings.default };
	return { ...policy, version, ...settings, default: fallback, rules, examples: [] };
}

function adjusted(policy: Policy, rule: Rule, limit: Limit, value: number): Rule {
	if (!limitsIn(rule.when).some((one) => isSame(one, limit))) return rule;
	const unit = policy.facts[limit.fact]?.unit;
	return {
		...rule,
		when: replaced(rule.when, limit, value),
		reason: rule.reason.replace(formatValue(limit.value, unit), formatValue(value, unit)),
	};
}

function replaced(condition: Condition, limit: Limit, value: number): Condition {
	if ('all' in condition) return { all: condition.all.map((one) => replaced(one, limit, value)) };
	if ('any' in condition) return { any: condition.any.map((one) => replaced(one, limit, value)) };
	if ('not' in condition) return { not: replaced(condition.not, limit, value) };
	return isSame(limit, condition) ? { ...condition, value } : condition;
}

function limitsIn(condition: Condition): Limit[] {
	return comparisonsIn(condition).filter(isLimit);
}

function isLimit(comparison: Comparison): comparison is Limit {
	return typeof comparison.value === 'number';
}

function isSame(limit: Limit, { fact, days, percentOf, operator, value }: Comparison): boolean {
	const isAlike = limit.fact === fact && limit.operator === operator && limit.value === value;
	return isAlike && limit.days === days && limit.percentOf === percentOf;
}

/** `margin-below-floor` becomes `marginBelowFloor`. */
function camelCase(id: string): string {
	return id.replace(/[^A-Za-z0-9]+(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
