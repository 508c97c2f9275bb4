import type { Policy } from '../../policy/policy';
import { stockAdjustmentFactDeclarations } from './stockAdjustmentFacts';

const routine = {
	adjustmentValue: -30,
	adjustmentAmount: 30,
	currency: 'EUR',
	adjustmentPercent: 3,
	adjustments90Days: 1,
	isNegativeResult: false,
	isOutdated: false,
};

/** A starting point: small differences are booked without a word, whichever way they go. */
export const stockAdjustmentPolicy: Policy = {
	id: 'stock-adjustment',
	version: '1',
	area: 'stock_adjustment',
	currency: 'company',
	facts: stockAdjustmentFactDeclarations,
	rules: [
		{
			id: 'less-than-nothing',
			when: { fact: 'isNegativeResult', operator: 'equal', value: true },
			outcome: 'reject',
			reason: 'Nobody can count less than nothing',
		},
		{
			id: 'value-above-limit',
			when: { fact: 'adjustmentAmount', operator: 'greaterThan', value: 2_500 },
			outcome: 'escalate',
			reason: 'The count is off by {{adjustmentValue}}',
			role: 'finance',
		},
		{
			id: 'value-above-routine',
			when: { fact: 'adjustmentAmount', operator: 'greaterThan', value: 250 },
			outcome: 'require_approval',
			reason: 'The count changes the value of the stock by {{adjustmentValue}}',
			role: 'warehouse_manager',
			slaClass: 'standard',
		},
		{
			id: 'share-above-routine',
			when: {
				all: [
					{ fact: 'adjustmentPercent', operator: 'greaterThan', value: 10 },
					{ fact: 'adjustmentAmount', operator: 'greaterThan', value: 50 },
				],
			},
			outcome: 'require_approval',
			reason: 'The count is off by {{adjustmentPercent}} of what was on hand, more than 10 %',
			role: 'warehouse_manager',
			slaClass: 'standard',
		},
		{
			id: 'off-again',
			when: { fact: 'adjustments90Days', operator: 'greaterThanInclusive', value: 3 },
			outcome: 'require_approval',
			reason: 'It is off again; adjustments of it in 90 days: {{adjustments90Days}}',
			role: 'warehouse_manager',
			slaClass: 'standard',
		},
		{
			id: 'moved-since',
			when: { fact: 'isOutdated', operator: 'equal', value: true },
			outcome: 'require_approval',
			reason: 'Stock was moved since it was counted: it has to be counted again',
			role: 'warehouse_manager',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'warehouse_manager', slaClass: 'standard' },
	examples: [
		{ name: 'A small difference is booked', facts: routine, outcome: 'auto_approve' },
		{
			name: 'A small surplus is booked',
			facts: { ...routine, adjustmentValue: 250, adjustmentAmount: 250, adjustmentPercent: 10 },
			outcome: 'auto_approve',
		},
		{
			name: 'More missing needs approval',
			facts: { ...routine, adjustmentValue: -250.01, adjustmentAmount: 250.01 },
			outcome: 'require_approval',
		},
		{
			name: 'More found needs approval',
			facts: { ...routine, adjustmentValue: 250.01, adjustmentAmount: 250.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A great share needs approval',
			facts: { ...routine, adjustmentAmount: 50.01, adjustmentPercent: 10.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A great share of little value is booked',
			facts: { ...routine, adjustmentAmount: 50, adjustmentPercent: 60 },
			outcome: 'auto_approve',
		},
		{
			name: 'What is off for the fourth time in a quarter needs approval',
			facts: { ...routine, adjustments90Days: 3 },
			outcome: 'require_approval',
		},
		{
			name: 'A count that was overtaken needs somebody to look',
			facts: { ...routine, isOutdated: true },
			outcome: 'require_approval',
		},
		{
			name: 'Much missing goes to finance',
			facts: { ...routine, adjustmentValue: -2_500.01, adjustmentAmount: 2_500.01 },
			outcome: 'escalate',
		},
		{
			name: 'A count below nothing is taken back',
			facts: { ...routine, isNegativeResult: true },
			outcome: 'reject',
		},
		{
			name: 'A value that is not known needs approval',
			facts: { ...routine, adjustmentValue: null, adjustmentAmount: null },
			outcome: 'require_approval',
		},
	],
};
