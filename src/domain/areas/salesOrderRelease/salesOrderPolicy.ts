import type { Policy } from '../../policy/policy';
import { salesOrderFactDeclarations } from './salesOrderFacts';

const routine = {
	orderAmount: 12_000,
	currency: 'EUR',
	marginPercent: 28,
	maxDiscountPercent: 5,
	linesWithoutCost: 0,
	daysToCommitment: null,
};

/** A starting point: what most distributors release without a word, and what they want to see. */
export const salesOrderPolicy: Policy = {
	id: 'sales-order-release',
	version: '1',
	area: 'sales_order_release',
	currency: 'company',
	facts: salesOrderFactDeclarations,
	rules: [
		{
			id: 'margin-far-below-cost',
			when: { fact: 'marginPercent', operator: 'lessThan', value: -20 },
			outcome: 'reject',
			reason: 'Margin {{marginPercent}} is below -20 %, which nobody releases',
		},
		{
			id: 'value-above-limit',
			when: { fact: 'orderAmount', operator: 'greaterThan', value: 50_000 },
			outcome: 'escalate',
			reason: 'Order value {{orderAmount}} is above 50,000',
			role: 'finance',
		},
		{
			id: 'low-margin-and-urgent',
			when: {
				all: [
					{ fact: 'marginPercent', operator: 'lessThan', value: 15 },
					// Most orders promise no date, and such an order is not urgent.
					{ not: { fact: 'daysToCommitment', operator: 'isMissing' } },
					{ fact: 'daysToCommitment', operator: 'lessThanInclusive', value: 1 },
				],
			},
			outcome: 'require_approval',
			reason:
				'Delivery is promised in {{daysToCommitment}}, and margin {{marginPercent}} is below 15 %',
			role: 'sales_manager',
			slaClass: 'urgent',
		},
		{
			id: 'margin-below-floor',
			when: { fact: 'marginPercent', operator: 'lessThan', value: 15 },
			outcome: 'require_approval',
			reason: 'Margin {{marginPercent}} is below 15 %',
			role: 'sales_manager',
			slaClass: 'standard',
		},
		{
			id: 'discount-above-limit',
			when: { fact: 'maxDiscountPercent', operator: 'greaterThan', value: 10 },
			outcome: 'require_approval',
			reason: 'Discount {{maxDiscountPercent}} is above 10 %',
			role: 'sales_manager',
			slaClass: 'standard',
		},
		{
			id: 'cost-unknown',
			when: { fact: 'linesWithoutCost', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason:
				'Goods on the order have no cost, so its margin says nothing (lines: {{linesWithoutCost}})',
			role: 'sales_manager',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'sales_manager', slaClass: 'standard' },
	examples: [
		{ name: 'A routine order is released', facts: routine, outcome: 'auto_approve' },
		{
			name: 'A margin at the floor is released',
			facts: { ...routine, marginPercent: 15 },
			outcome: 'auto_approve',
		},
		{
			name: 'A margin below the floor needs approval',
			facts: { ...routine, marginPercent: 14.99 },
			outcome: 'require_approval',
		},
		{
			name: 'A discount above the limit needs approval',
			facts: { ...routine, maxDiscountPercent: 10.5 },
			outcome: 'require_approval',
		},
		{
			name: 'Goods without a cost need approval',
			facts: { ...routine, marginPercent: 100, linesWithoutCost: 1 },
			outcome: 'require_approval',
		},
		{
			name: 'A margin that is not known needs approval',
			facts: { ...routine, marginPercent: null },
			outcome: 'require_approval',
		},
		{
			name: 'A big order goes to finance',
			facts: { ...routine, orderAmount: 50_000.01 },
			outcome: 'escalate',
		},
		{
			name: 'An order far below cost is rejected',
			facts: { ...routine, marginPercent: -20.01 },
			outcome: 'reject',
		},
	],
};
