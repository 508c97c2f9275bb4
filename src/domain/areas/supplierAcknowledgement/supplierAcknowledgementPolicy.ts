import type { Policy } from '../../policy/policy';
import { supplierAcknowledgementFactDeclarations } from './supplierAcknowledgementFacts';

const routine = {
	orderAmount: 4_000,
	currency: 'EUR',
	latestDaysLate: 1,
	linesLate: 1,
	ordersAtRisk: 0,
	valueAtRisk: 0,
	supplierLate90Days: 1,
	isConfirmedInPortal: null,
};

/** A starting point: which new dates most distributors accept, and which they want to see. */
export const supplierAcknowledgementPolicy: Policy = {
	id: 'supplier-acknowledgement',
	version: '1',
	area: 'supplier_acknowledgement',
	currency: 'company',
	facts: supplierAcknowledgementFactDeclarations,
	rules: [
		{
			id: 'much-value-at-risk',
			when: { fact: 'valueAtRisk', operator: 'greaterThan', value: 10_000 },
			outcome: 'escalate',
			reason: 'Customers were promised {{valueAtRisk}} before it comes, more than 10,000',
			role: 'supply_chain_manager',
			slaClass: 'urgent',
		},
		{
			id: 'orders-at-risk',
			when: { fact: 'ordersAtRisk', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'Sales orders that were promised before the goods come: {{ordersAtRisk}}',
			role: 'purchase_manager',
			slaClass: 'urgent',
		},
		{
			id: 'later-than-agreed',
			when: { fact: 'latestDaysLate', operator: 'greaterThan', value: 2 },
			outcome: 'require_approval',
			reason: 'A line comes {{latestDaysLate}} later than agreed, more than 2',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'not-confirmed',
			when: {
				all: [
					// Where no portal tells, what Odoo knows decides.
					{ not: { fact: 'isConfirmedInPortal', operator: 'isMissing' } },
					{ fact: 'isConfirmedInPortal', operator: 'equal', value: false },
				],
			},
			outcome: 'require_approval',
			reason: 'The portal of the supplier does not confirm the order',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'supplier-often-late',
			when: {
				all: [
					{ fact: 'latestDaysLate', operator: 'greaterThan', value: 0 },
					{ fact: 'supplierLate90Days', operator: 'greaterThan', value: 3 },
				],
			},
			outcome: 'require_approval',
			reason:
				'Late again: orders that the supplier delivered late in 90 days: {{supplierLate90Days}}',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'purchase_manager', slaClass: 'standard' },
	examples: [
		{ name: 'A day later is accepted', facts: routine, outcome: 'auto_approve' },
		{
			name: 'What comes as agreed is accepted',
			facts: { ...routine, latestDaysLate: 0, linesLate: 0, supplierLate90Days: 9 },
			outcome: 'auto_approve',
		},
		{
			name: 'Two days later is accepted',
			facts: { ...routine, latestDaysLate: 2 },
			outcome: 'auto_approve',
		},
		{
			name: 'A date that the portal confirms is accepted',
			facts: { ...routine, isConfirmedInPortal: true },
			outcome: 'auto_approve',
		},
		{
			name: 'A date that the portal does not confirm needs approval',
			facts: { ...routine, isConfirmedInPortal: false },
			outcome: 'require_approval',
		},
		{
			name: 'Three days later needs approval',
			facts: { ...routine, latestDaysLate: 3 },
			outcome: 'require_approval',
		},
		{
			name: 'A sales order at risk needs approval',
			facts: { ...routine, ordersAtRisk: 1, valueAtRisk: 800 },
			outcome: 'require_approval',
		},
		{
			name: 'Much value at risk is escalated',
			facts: { ...routine, ordersAtRisk: 3, valueAtRisk: 10_000.01 },
			outcome: 'escalate',
		},
		{
			name: 'A supplier who is late again needs approval',
			facts: { ...routine, supplierLate90Days: 4 },
			outcome: 'require_approval',
		},
		{
			name: 'Dates that nobody agreed to need approval',
			facts: { ...routine, latestDaysLate: null, linesLate: null },
			outcome: 'require_approval',
		},
	],
};
