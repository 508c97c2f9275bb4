import type { Policy } from '../../policy/policy';
import { rushOrderFactDeclarations } from './rushOrderFacts';

const routine = {
	orderValue: 800,
	currency: 'EUR',
	isReasonGiven: true,
	rushOrders30Days: 1,
	daysToDeadline: 1,
	isStockReady: true,
	linesNotReady: 0,
};

/** A starting point: what most distributors let go first, and what they want to see. */
export const rushOrderPolicy: Policy = {
	id: 'rush-order',
	version: '1',
	area: 'rush_order',
	currency: 'company',
	facts: rushOrderFactDeclarations,
	rules: [
		{
			id: 'goods-missing',
			when: { fact: 'isStockReady', operator: 'equal', value: false },
			outcome: 'require_approval',
			reason: 'Goods are missing that others may wait for (lines: {{linesNotReady}})',
			role: 'logistics',
			slaClass: 'urgent',
		},
		{
			id: 'no-reason',
			when: { fact: 'isReasonGiven', operator: 'equal', value: false },
			outcome: 'require_approval',
			reason: 'Nobody has written down why: no express way without it',
			role: 'sales_manager',
			slaClass: 'standard',
		},
		{
			id: 'many-rush-orders',
			when: { fact: 'rushOrders30Days', operator: 'greaterThan', value: 5 },
			outcome: 'require_approval',
			reason: 'The same person has {{rushOrders30Days}} other rush orders in 30 days, more than 5',
			role: 'sales_manager',
			slaClass: 'standard',
		},
		{
			id: 'no-haste',
			when: {
				all: [
					// What was promised for no day may be urgent or not.
					{ not: { fact: 'daysToDeadline', operator: 'isMissing' } },
					{ fact: 'daysToDeadline', operator: 'greaterThan', value: 3 },
				],
			},
			outcome: 'require_approval',
			reason: 'The delivery was promised in {{daysToDeadline}}, more than 3',
			role: 'logistics',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'logistics', slaClass: 'standard' },
	examples: [
		{ name: 'A rush order with a reason goes first', facts: routine, outcome: 'auto_approve' },
		{
			name: 'One without a promised day goes first',
			facts: { ...routine, daysToDeadline: null },
			outcome: 'auto_approve',
		},
		{
			name: 'A rush order without a reason needs approval',
			facts: { ...routine, isReasonGiven: false },
			outcome: 'require_approval',
		},
		{
			name: 'A rush order whose goods are missing needs approval',
			facts: { ...routine, isStockReady: false, linesNotReady: 2 },
			outcome: 'require_approval',
		},
		{
			name: 'The fifth rush order beside it goes first',
			facts: { ...routine, rushOrders30Days: 5 },
			outcome: 'auto_approve',
		},
		{
			name: 'One rush order after the other needs approval',
			facts: { ...routine, rushOrders30Days: 6 },
			outcome: 'require_approval',
		},
		{
			name: 'A rush order with time to spare needs approval',
			facts: { ...routine, daysToDeadline: 3.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A reason that is not known needs approval',
			facts: { ...routine, isReasonGiven: null },
			outcome: 'require_approval',
		},
	],
};
