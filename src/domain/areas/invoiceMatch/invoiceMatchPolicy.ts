import type { Policy } from '../../policy/policy';
import { invoiceMatchFactDeclarations } from './invoiceMatchFacts';

const routine = {
	billAmount: 1_800,
	currency: 'EUR',
	aboveOrderPricePercent: 0,
	overOrderedQuantity: 0,
	overReceivedQuantity: 0,
	differenceAmount: 0,
	linesWithoutOrder: 0,
	isOtherSupplier: false,
	isDuplicate: false,
	sameAmountBills: 0,
	daysToDue: 30,
	supplierBills: 12,
};

/** A starting point: what most distributors pay without a word, and what they want to see. */
export const invoiceMatchPolicy: Policy = {
	id: 'invoice-match',
	version: '1',
	area: 'invoice_match',
	currency: 'company',
	facts: invoiceMatchFactDeclarations,
	rules: [
		{
			id: 'big-difference',
			when: { fact: 'differenceAmount', operator: 'greaterThan', value: 1_000 },
			outcome: 'escalate',
			reason: 'The bill asks {{differenceAmount}} beyond what order and receipt justify',
			role: 'finance',
		},
		{
			id: 'other-supplier',
			when: { fact: 'isOtherSupplier', operator: 'equal', value: true },
			outcome: 'escalate',
			reason: 'The goods were ordered from another supplier than the one who bills them',
			role: 'finance',
		},
		{
			id: 'duplicate',
			when: { fact: 'isDuplicate', operator: 'equal', value: true },
			outcome: 'require_approval',
			reason: 'Another bill of the supplier has the same reference',
			role: 'finance',
			slaClass: 'standard',
		},
		{
			id: 'same-amount',
			when: { fact: 'sameAmountBills', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'Bills of the supplier with the same date and total: {{sameAmountBills}}',
			role: 'finance',
			slaClass: 'standard',
		},
		{
			id: 'without-order',
			when: { fact: 'linesWithoutOrder', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'Lines that no order is behind: {{linesWithoutOrder}}',
			role: 'finance',
			slaClass: 'standard',
		},
		{
			id: 'due-soon',
			when: {
				all: [
					{ fact: 'differenceAmount', operator: 'greaterThan', value: 50 },
					// A bill without a due date is not urgent.
					{ not: { fact: 'daysToDue', operator: 'isMissing' } },
					{ fact: 'daysToDue', operator: 'lessThanInclusive', value: 3 },
				],
			},
			outcome: 'require_approval',
			reason: 'Payment is due in {{daysToDue}}, and {{differenceAmount}} are not justified',
			role: 'purchase_manager',
			slaClass: 'urgent',
		},
		{
			id: 'difference',
			when: { fact: 'differenceAmount', operator: 'greaterThan', value: 50 },
			outcome: 'require_approval',
			reason: 'The bill asks {{differenceAmount}} beyond what order and receipt justify',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'price-above-order',
			when: { fact: 'aboveOrderPricePercent', operator: 'greaterThan', value: 2 },
			outcome: 'require_approval',
			reason: 'A price is {{aboveOrderPricePercent}} above the one ordered, more than 2 %',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'over-ordered',
			when: { fact: 'overOrderedQuantity', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'More is billed than was ordered: {{overOrderedQuantity}} units of a product',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'over-received',
			when: { fact: 'overReceivedQuantity', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'More is billed than was received: {{overReceivedQuantity}} units of a product',
			role: 'warehouse_manager',
			slaClass: 'standard',
		},
		{
			id: 'new-supplier',
			when: { fact: 'supplierBills', operator: 'lessThan', value: 1 },
			outcome: 'require_approval',
			reason: 'This is the first bill of the supplier',
			role: 'finance',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'finance', slaClass: 'standard' },
	examples: [
		{ name: 'A bill that matches is entered', facts: routine, outcome: 'auto_approve' },
		{
			name: 'A price within the tolerance is entered',
			facts: { ...routine, aboveOrderPricePercent: 2, differenceAmount: 36 },
			outcome: 'auto_approve',
		},
		{
			name: 'A price beyond the tolerance needs approval',
			facts: { ...routine, aboveOrderPricePercent: 2.01, differenceAmount: 36.18 },
			outcome: 'require_approval',
		},
		{
			name: 'A difference at the limit is entered',
			facts: { ...routine, differenceAmount: 50 },
			outcome: 'auto_approve',
		},
		{
			name: 'A difference beyond the limit needs approval',
			facts: { ...routine, differenceAmount: 50.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A big difference goes to finance',
			facts: { ...routine, differenceAmount: 1_000.01 },
			outcome: 'escalate',
		},
		{
			name: 'Goods that were not received need approval',
			facts: { ...routine, overReceivedQuantity: 1, differenceAmount: 12 },
			outcome: 'require_approval',
		},
		{
			name: 'Goods that were not ordered need approval',
			facts: { ...routine, overOrderedQuantity: 0.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A bill that came before needs approval',
			facts: { ...routine, isDuplicate: true },
			outcome: 'require_approval',
		},
		{
			name: 'A bill without a reference needs approval',
			facts: { ...routine, isDuplicate: null },
			outcome: 'require_approval',
		},
		{
			name: 'A bill like another needs approval',
			facts: { ...routine, sameAmountBills: 1 },
			outcome: 'require_approval',
		},
		{
			name: 'A bill without an order needs approval',
			facts: {
				...routine,
				aboveOrderPricePercent: null,
				overOrderedQuantity: null,
				overReceivedQuantity: null,
				isOtherSupplier: null,
				linesWithoutOrder: 1,
			},
			outcome: 'require_approval',
		},
		{
			name: 'A bill for what another supplier was to deliver goes to finance',
			facts: { ...routine, isOtherSupplier: true },
			outcome: 'escalate',
		},
		{
			name: 'The first bill of a supplier needs approval',
			facts: { ...routine, supplierBills: 0 },
			outcome: 'require_approval',
		},
	],
};
