import type { Policy } from '../../policy/policy';
import { shipmentToInvoiceFactDeclarations } from './shipmentToInvoiceFacts';

const routine = {
	toInvoiceAmount: 1_800,
	currency: 'EUR',
	deliveredPercent: 100,
	hoursSinceDelivery: 1,
	hasProofOfDelivery: false,
	aboveOrderPercent: 0,
	linesNotOrdered: 0,
	linesWithoutPrice: 0,
	belowReleasedPercent: null,
	undeliveredAmount: 0,
	openReturns: 0,
	linesToCredit: 0,
};

/** A starting point: what most distributors invoice without a word, and what they want to see. */
export const shipmentToInvoicePolicy: Policy = {
	id: 'shipment-to-invoice',
	version: '1',
	area: 'shipment_to_invoice',
	currency: 'company',
	facts: shipmentToInvoiceFactDeclarations,
	rules: [
		{
			id: 'credit-due',
			when: { fact: 'toInvoiceAmount', operator: 'lessThan', value: 0 },
			outcome: 'reject',
			reason: 'More was invoiced than is due: this takes a credit note, and no invoice',
		},
		{
			id: 'value-above-limit',
			when: { fact: 'toInvoiceAmount', operator: 'greaterThan', value: 50_000 },
			outcome: 'escalate',
			reason: 'An invoice of {{toInvoiceAmount}} is above 50,000',
			role: 'finance',
		},
		{
			id: 'without-proof',
			when: {
				all: [
					{ fact: 'toInvoiceAmount', operator: 'greaterThan', value: 5_000 },
					{ fact: 'hasProofOfDelivery', operator: 'equal', value: false },
				],
			},
			outcome: 'require_approval',
			reason: 'An invoice of {{toInvoiceAmount}}, and a delivery that nothing proves',
			role: 'logistics',
			slaClass: 'standard',
		},
		{
			id: 'open-returns',
			when: { fact: 'openReturns', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'Goods came back, and that is not settled (returns: {{openReturns}})',
			role: 'warehouse_manager',
			slaClass: 'standard',
		},
		{
			id: 'delivered-above-order',
			when: { fact: 'aboveOrderPercent', operator: 'greaterThan', value: 2 },
			outcome: 'require_approval',
			reason: '{{aboveOrderPercent}} more was delivered than was ordered, which is above 2 %',
			role: 'sales_manager',
			slaClass: 'standard',
		},
		{
			id: 'not-ordered',
			when: { fact: 'linesNotOrdered', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'Goods were delivered that nobody ordered (lines: {{linesNotOrdered}})',
			role: 'sales_manager',
			slaClass: 'standard',
		},
		{
			id: 'without-price',
			when: { fact: 'linesWithoutPrice', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'Lines that would be invoiced at nothing: {{linesWithoutPrice}}',
			role: 'sales_manager',
			slaClass: 'standard',
		},
		{
			id: 'value-fell',
			when: {
				all: [
					// An order that nobody had to approve has nothing to be compared with.
					{ not: { fact: 'belowReleasedPercent', operator: 'isMissing' } },
					{ fact: 'belowReleasedPercent', operator: 'greaterThan', value: 1 },
				],
			},
			outcome: 'require_approval',
			reason: 'The order is worth {{belowReleasedPercent}} less than when it was released',
			role: 'sales_manager',
			slaClass: 'standard',
		},
		{
			id: 'not-delivered',
			when: { fact: 'undeliveredAmount', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'Goods for {{undeliveredAmount}} would be invoiced before they are delivered',
			role: 'finance',
			slaClass: 'standard',
		},
		{
			id: 'invoiced-too-much',
			when: { fact: 'linesToCredit', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'Too much was invoiced before and would be deducted (lines: {{linesToCredit}})',
			role: 'finance',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'finance', slaClass: 'standard' },
	examples: [
		{ name: 'A delivery as ordered is invoiced', facts: routine, outcome: 'auto_approve' },
		{
			name: 'A part of an order is invoiced',
			facts: { ...routine, deliveredPercent: 40 },
			outcome: 'auto_approve',
		},
		{
			name: 'A big delivery with proof is invoiced',
			facts: { ...routine, toInvoiceAmount: 50_000, hasProofOfDelivery: true },
			outcome: 'auto_approve',
		},
		{
			name: 'A bigger one goes to finance',
			facts: { ...routine, toInvoiceAmount: 50_000.01, hasProofOfDelivery: true },
			outcome: 'escalate',
		},
		{
			name: 'A delivery that nothing proves is invoiced up to a limit',
			facts: { ...routine, toInvoiceAmount: 5_000 },
			outcome: 'auto_approve',
		},
		{
			name: 'A delivery above it that nothing proves needs approval',
			facts: { ...routine, toInvoiceAmount: 5_000.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A delivery above it whose proof may not be read needs approval',
			facts: { ...routine, toInvoiceAmount: 5_000.01, hasProofOfDelivery: null },
			outcome: 'require_approval',
		},
		{
			name: 'Goods that came back need approval',
			facts: { ...routine, openReturns: 1 },
			outcome: 'require_approval',
		},
		{
			name: 'A little more than was ordered is invoiced',
			facts: { ...routine, aboveOrderPercent: 2 },
			outcome: 'auto_approve',
		},
		{
			name: 'Much more than was ordered needs approval',
			facts: { ...routine, aboveOrderPercent: 2.01 },
			outcome: 'require_approval',
		},
		{
			name: 'Goods that nobody ordered need approval',
			facts: { ...routine, linesNotOrdered: 1 },
			outcome: 'require_approval',
		},
		{
			name: 'A line at nothing needs approval',
			facts: { ...routine, linesWithoutPrice: 1 },
			outcome: 'require_approval',
		},
		{
			name: 'An order that became cheaper after its release needs approval',
			facts: { ...routine, belowReleasedPercent: 1.01 },
			outcome: 'require_approval',
		},
		{
			name: 'Goods that were not delivered need approval',
			facts: { ...routine, undeliveredAmount: 0.01 },
			outcome: 'require_approval',
		},
		{
			name: 'An invoice that deducts what was invoiced before needs approval',
			facts: { ...routine, linesToCredit: 1 },
			outcome: 'require_approval',
		},
		{
			name: 'A credit note is not made here',
			facts: { ...routine, toInvoiceAmount: -100, linesToCredit: 1 },
			outcome: 'reject',
		},
		{
			name: 'A value that is not known needs approval',
			facts: { ...routine, toInvoiceAmount: null },
			outcome: 'require_approval',
		},
	],
};
