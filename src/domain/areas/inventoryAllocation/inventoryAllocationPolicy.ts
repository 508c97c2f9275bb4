import type { Policy } from '../../policy/policy';
import { inventoryAllocationFactDeclarations } from './inventoryAllocationFacts';

const routine = {
	shortQuantity: 5,
	takesFromOthers: false,
	takesFromTopTier: false,
	negativeStock: false,
	currency: 'EUR',
	daysToDeadline: 6,
};

/** A starting point: free stock is given out without a word, and what others have reserved is not. */
export const inventoryAllocationPolicy: Policy = {
	id: 'inventory-allocation',
	version: '1',
	area: 'inventory_allocation',
	currency: 'company',
	facts: inventoryAllocationFactDeclarations,
	rules: [
		{
			id: 'negative-stock',
			when: { fact: 'negativeStock', operator: 'equal', value: true },
			outcome: 'escalate',
			reason: 'More is reserved of a product than there is',
			role: 'supply_chain_manager',
		},
		{
			id: 'takes-from-top-tier',
			when: { fact: 'takesFromTopTier', operator: 'equal', value: true },
			outcome: 'escalate',
			reason: 'The split takes stock from a customer of the top tier',
			role: 'supply_chain_manager',
		},
		{
			id: 'takes-from-others-in-haste',
			when: {
				all: [
					{ fact: 'takesFromOthers', operator: 'equal', value: true },
					// What is promised for no date is not in haste.
					{ not: { fact: 'daysToDeadline', operator: 'isMissing' } },
					{ fact: 'daysToDeadline', operator: 'lessThanInclusive', value: 1 },
				],
			},
			outcome: 'require_approval',
			reason: 'The goods are promised in {{daysToDeadline}}, and the split takes stock from others',
			role: 'warehouse_supervisor',
			slaClass: 'urgent',
		},
		{
			id: 'takes-from-others',
			when: { fact: 'takesFromOthers', operator: 'equal', value: true },
			outcome: 'require_approval',
			reason: 'The split takes stock from other deliveries ({{deliveriesThatLose}})',
			role: 'warehouse_supervisor',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'warehouse_supervisor', slaClass: 'standard' },
	examples: [
		{
			name: 'What nobody else has reserved is given out',
			facts: routine,
			outcome: 'auto_approve',
		},
		{
			name: 'A delivery that is short of nothing is left as it is',
			facts: { ...routine, shortQuantity: 0 },
			outcome: 'auto_approve',
		},
		{
			name: 'To take from others needs approval',
			facts: { ...routine, takesFromOthers: true, deliveriesThatLose: 2 },
			outcome: 'require_approval',
		},
		{
			name: 'It needs approval in haste as well',
			facts: { ...routine, takesFromOthers: true, deliveriesThatLose: 1, daysToDeadline: 1 },
			outcome: 'require_approval',
		},
		{
			name: 'To take from the top tier goes further up',
			facts: { ...routine, takesFromOthers: true, takesFromTopTier: true },
			outcome: 'escalate',
		},
		{
			name: 'More reserved than there is goes further up',
			facts: { ...routine, negativeStock: true },
			outcome: 'escalate',
		},
		{
			name: 'A ranking that is not known needs approval',
			facts: { ...routine, takesFromOthers: null, takesFromTopTier: null },
			outcome: 'require_approval',
		},
		{
			name: 'Free stock is given out whatever was promised',
			facts: { ...routine, daysToDeadline: null },
			outcome: 'auto_approve',
		},
	],
};
