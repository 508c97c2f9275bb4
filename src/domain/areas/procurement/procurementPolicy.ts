import type { Policy } from '../../policy/policy';
import { procurementFactDeclarations } from './procurementFacts';

const routine = {
	orderAmount: 1_800,
	currency: 'EUR',
	aboveLastPricePercent: 0,
	aboveContractPercent: 0,
	linesWithoutReference: 0,
	supplierOrders: 12,
	isUrgent: false,
	isJustified: false,
	isAboveBudget: null,
	isChange: false,
	aboveApprovedPercent: null,
};

/** A starting point: what most distributors buy without a word, and what they want to see. */
export const procurementPolicy: Policy = {
	id: 'procurement',
	version: '1',
	area: 'procurement',
	currency: 'company',
	facts: procurementFactDeclarations,
	rules: [
		{
			id: 'value-above-limit',
			when: { fact: 'orderAmount', operator: 'greaterThan', value: 25_000 },
			outcome: 'escalate',
			reason: 'Order value {{orderAmount}} is above 25,000',
			role: 'finance',
		},
		{
			id: 'above-budget',
			when: {
				all: [
					// Where Odoo keeps no budgets, no order is above one.
					{ not: { fact: 'isAboveBudget', operator: 'isMissing' } },
					{ fact: 'isAboveBudget', operator: 'equal', value: true },
				],
			},
			outcome: 'escalate',
			reason: 'The order is above its budget',
			role: 'finance',
		},
		{
			id: 'urgent-and-justified',
			when: {
				all: [
					{ fact: 'isUrgent', operator: 'equal', value: true },
					{ fact: 'isJustified', operator: 'equal', value: true },
				],
			},
			outcome: 'require_approval',
			reason: 'The order is urgent, and a note on it says why',
			role: 'purchase_manager',
			slaClass: 'urgent',
		},
		{
			id: 'urgent-without-reason',
			when: {
				all: [
					{ fact: 'isUrgent', operator: 'equal', value: true },
					{ fact: 'isJustified', operator: 'equal', value: false },
				],
			},
			outcome: 'require_approval',
			reason: 'The order is urgent, and nobody has written down why: no express way without it',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'value-above-routine',
			when: { fact: 'orderAmount', operator: 'greaterThan', value: 5_000 },
			outcome: 'require_approval',
			reason: 'Order value {{orderAmount}} is above 5,000',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'price-above-last',
			when: { fact: 'aboveLastPricePercent', operator: 'greaterThan', value: 5 },
			outcome: 'require_approval',
			reason: 'A price is {{aboveLastPricePercent}} above the last one paid, more than 5 %',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'price-above-contract',
			when: { fact: 'aboveContractPercent', operator: 'greaterThan', value: 2 },
			outcome: 'require_approval',
			reason: "A price is {{aboveContractPercent}} above the supplier's price list, more than 2 %",
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'price-without-reference',
			when: { fact: 'linesWithoutReference', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'Lines with no price to compare with: {{linesWithoutReference}}',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'new-supplier',
			when: { fact: 'supplierOrders', operator: 'lessThan', value: 1 },
			outcome: 'require_approval',
			reason: 'Nothing was ever ordered from this supplier',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'changed-after-approval',
			when: {
				all: [
					{ fact: 'isChange', operator: 'equal', value: true },
					{ fact: 'aboveApprovedPercent', operator: 'greaterThan', value: 0 },
				],
			},
			outcome: 'require_approval',
			reason:
				'The order was changed after it was approved: {{aboveApprovedPercent}} more than then',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'purchase_manager', slaClass: 'standard' },
	examples: [
		{ name: 'A routine order is placed', facts: routine, outcome: 'auto_approve' },
		{
			name: 'A price a little above the last one is paid',
			facts: { ...routine, aboveLastPricePercent: 5 },
			outcome: 'auto_approve',
		},
		{
			name: 'A price far above the last one needs approval',
			facts: { ...routine, aboveLastPricePercent: 5.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A price above the price list needs approval',
			facts: { ...routine, aboveContractPercent: 2.5 },
			outcome: 'require_approval',
		},
		{
			name: 'A product that was never bought needs approval',
			facts: { ...routine, linesWithoutReference: 1 },
			outcome: 'require_approval',
		},
		{
			name: 'A new supplier needs approval',
			facts: { ...routine, supplierOrders: 0 },
			outcome: 'require_approval',
		},
		{
			name: 'An urgent order needs approval',
			facts: { ...routine, isUrgent: true },
			outcome: 'require_approval',
		},
		{
			name: 'An order above its budget goes to finance',
			facts: { ...routine, isAboveBudget: true },
			outcome: 'escalate',
		},
		{
			name: 'A big order goes to finance',
			facts: { ...routine, orderAmount: 25_000.01 },
			outcome: 'escalate',
		},
		{
			name: 'An approved order that became dearer needs approval again',
			facts: { ...routine, isChange: true, aboveApprovedPercent: 3 },
			outcome: 'require_approval',
		},
		{
			name: 'An approved order that became cheaper is left alone',
			facts: { ...routine, isChange: true, aboveApprovedPercent: -3 },
			outcome: 'auto_approve',
		},
		{
			name: 'Prices that are not known need approval',
			facts: { ...routine, aboveLastPricePercent: null },
			outcome: 'require_approval',
		},
	],
};
