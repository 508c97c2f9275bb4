import type { Policy } from '../../policy/policy';
import { returnsAuthorizationFactDeclarations } from './returnsAuthorizationFacts';

const routine = {
	returnValue: 180,
	currency: 'EUR',
	daysSinceDelivery: 6,
	hasEvidence: true,
	isReasonGiven: true,
	quantityBeyondDelivered: 0,
	returns90Days: 1,
};

/** A starting point: what most distributors take back without a word, and what they want to see. */
export const returnsAuthorizationPolicy: Policy = {
	id: 'returns-authorization',
	version: '1',
	area: 'returns_authorization',
	currency: 'company',
	facts: returnsAuthorizationFactDeclarations,
	rules: [
		{
			id: 'beyond-delivered',
			when: { fact: 'quantityBeyondDelivered', operator: 'greaterThan', value: 0 },
			outcome: 'escalate',
			reason: 'More comes back than was delivered: {{quantityBeyondDelivered}} too many',
			role: 'sales_manager',
		},
		{
			id: 'value-above-limit',
			when: { fact: 'returnValue', operator: 'greaterThan', value: 5_000 },
			outcome: 'escalate',
			reason: 'Value {{returnValue}} is above 5,000',
			role: 'finance',
		},
		{
			id: 'no-evidence',
			when: { fact: 'hasEvidence', operator: 'equal', value: false },
			outcome: 'require_approval',
			reason: 'No photo or document is attached: send it back until there is one',
			role: 'sales_manager',
			slaClass: 'standard',
		},
		{
			id: 'no-reason',
			when: { fact: 'isReasonGiven', operator: 'equal', value: false },
			outcome: 'require_approval',
			reason: 'Nobody has written down why: send it back until somebody has',
			role: 'sales_manager',
			slaClass: 'standard',
		},
		{
			id: 'after-return-window',
			when: { fact: 'daysSinceDelivery', operator: 'greaterThan', value: 30 },
			outcome: 'require_approval',
			reason: 'The goods were delivered {{daysSinceDelivery}} ago, more than 30',
			role: 'sales_manager',
			slaClass: 'standard',
		},
		{
			id: 'value-above-routine',
			when: { fact: 'returnValue', operator: 'greaterThan', value: 500 },
			outcome: 'require_approval',
			reason: 'Value {{returnValue}} is above 500',
			role: 'sales_manager',
			slaClass: 'standard',
		},
		{
			id: 'many-returns',
			when: { fact: 'returns90Days', operator: 'greaterThan', value: 3 },
			outcome: 'require_approval',
			reason: 'The customer has {{returns90Days}} other returns in 90 days, more than 3',
			role: 'sales_manager',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'sales_manager', slaClass: 'standard' },
	examples: [
		{ name: 'A routine return is authorised', facts: routine, outcome: 'auto_approve' },
		{
			name: 'A return on the last day is authorised',
			facts: { ...routine, daysSinceDelivery: 30 },
			outcome: 'auto_approve',
		},
		{
			name: 'A return after that needs approval',
			facts: { ...routine, daysSinceDelivery: 30.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A return without evidence needs approval',
			facts: { ...routine, hasEvidence: false },
			outcome: 'require_approval',
		},
		{
			name: 'A return without a reason needs approval',
			facts: { ...routine, isReasonGiven: false },
			outcome: 'require_approval',
		},
		{
			name: 'A return of some value needs approval',
			facts: { ...routine, returnValue: 500.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A return of great value goes to finance',
			facts: { ...routine, returnValue: 5_000.01 },
			outcome: 'escalate',
		},
		{
			name: 'More than was delivered is escalated',
			facts: { ...routine, quantityBeyondDelivered: 1 },
			outcome: 'escalate',
		},
		{
			name: 'One return after the other needs approval',
			facts: { ...routine, returns90Days: 4 },
			outcome: 'require_approval',
		},
		{
			name: 'A value that is not known needs approval',
			facts: { ...routine, returnValue: null },
			outcome: 'require_approval',
		},
	],
};
