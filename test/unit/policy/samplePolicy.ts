import type { Facts } from '../../../src/domain/case/caseFile';
import type { Condition } from '../../../src/domain/policy/condition';
import { evaluatePolicy, type Occasion } from '../../../src/domain/policy/evaluatePolicy';
import type { Operator } from '../../../src/domain/policy/operators';
import type { Policy, Rule } from '../../../src/domain/policy/policy';
import type { PolicyResult } from '../../../src/domain/policy/policyResult';

/** A rule that asks the sales manager when the margin is below 15 %; a row changes what it is about. */
export function aRule(changes: Partial<Rule> = {}): Rule {
	return {
		id: 'low-margin',
		when: { fact: 'margin', operator: 'lessThan', value: 15 },
		outcome: 'require_approval',
		reason: 'Margin {{margin}} is below 15 %',
		role: 'sales_manager',
		slaClass: 'standard',
		...changes,
	};
}

export function aPolicy(rules: Rule[] = [aRule()], changes: Partial<Policy> = {}): Policy {
	return {
		id: 'sample',
		version: '3',
		area: 'sales_order_release',
		currency: 'company',
		facts: {
			margin: { type: 'number', unit: '%', label: 'Margin' },
			amount: { type: 'number', unit: 'money', label: 'Value' },
			currency: { type: 'string' },
			tier: { type: 'string', label: 'Customer tier' },
			isNewCustomer: { type: 'boolean' },
		},
		rules,
		default: { outcome: 'auto_approve', slaClass: 'relaxed' },
		examples: [],
		...changes,
	};
}

export const someFacts = {
	margin: 11.5,
	amount: 12_400,
	currency: 'EUR',
	tier: 'A',
	isNewCustomer: false,
};

export function margin(operator: Operator, value: number): Condition {
	return { fact: 'margin', operator, value };
}

export function tier(operator: Operator, value: string | string[]): Condition {
	return { fact: 'tier', operator, value };
}

export function isMissing(fact: string): Condition {
	return { fact, operator: 'isMissing' };
}

const occasion: Occasion = {
	now: '2026-03-02T09:00:00.000Z',
	caseKey: 'sales_order_release:sale.order:7',
};

/** Evaluates at a fixed instant, as a case of its own. */
export async function evaluate(
	policy: Policy,
	facts: Facts,
	changes: Partial<Occasion> = {},
): Promise<PolicyResult> {
	return await evaluatePolicy(policy, facts, { ...occasion, ...changes });
}
