import { formatValue } from '../formatValue';
import type { Comparison, Condition, Policy, Rule } from './policy';
import type { PolicyOutcome } from './policyResult';

/** A limit in a policy that can be set without touching its rules. */
export interface Threshold {
	/** Made of the id of the rule that states it; unique in the policy. */
	name: string;
	fact: string;
	operator: Comparison['operator'];
	/** As the policy has it. */
	value: number;
	/** What follows beyond the limit, by the plainest rule that states it. */
	outcome: PolicyOutcome;
	role: string | null;
}

type Limit = Pick<Threshold, 'fact' | 'operator' | 'value'>;

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

/**
 * The policy with other limits. Its reasons name the new ones; its worked examples were about the
 * old ones and are left out.
 *
 * @param values by name of the threshold; those not named stay
 */
export function withThresholds(policy: Policy, values: Readonly<Record<string, number>>): Policy {
	const changed = thresholdsOf(policy).flatMap((limit) => {
		const value = values[limit.name];
		return value === undefined || value === limit.value ? [] : [{ limit, value }];
	});
	if (changed.length === 0) return policy;

	const rules = changed.reduce(
		(soFar, { limit, value }) => soFar.map((rule) => adjusted(policy, rule, limit, value)),
		policy.rules,
	);
	return { ...policy, version: `${policy.version} (adjusted)`, rules, examples: [] };
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
	if ('all' in condition) return condition.all.flatMap(limitsIn);
	if ('any' in condition) return condition.any.flatMap(limitsIn);
	if ('not' in condition) return limitsIn(condition.not);
	const { fact, operator, value } = condition;
	return typeof value === 'number' ? [{ fact, operator, value }] : [];
}

function isSame(limit: Limit, { fact, operator, value }: Comparison): boolean {
	return limit.fact === fact && limit.operator === operator && limit.value === value;
}

/** `margin-below-floor` becomes `marginBelowFloor`. */
function camelCase(id: string): string {
	return id.replace(/[^A-Za-z0-9]+(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
