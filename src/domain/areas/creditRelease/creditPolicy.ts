import type { Policy } from '../../policy/policy';
import { creditFactDeclarations } from './creditFacts';

const routine = {
	orderTotal: 4_000,
	currency: 'EUR',
	hasCreditLimit: true,
	exposurePercent: 60,
	overdueAmount: 0,
	daysOverdue: 0,
	creditScore: null,
};
const withoutLimit = { ...routine, hasCreditLimit: false, exposurePercent: null };

/** A starting point: what most distributors deliver on credit without a word. */
export const creditPolicy: Policy = {
	id: 'credit-release',
	version: '1',
	area: 'credit_release',
	currency: 'company',
	facts: creditFactDeclarations,
	rules: [
		{
			id: 'long-overdue',
			when: { fact: 'daysOverdue', operator: 'greaterThan', value: 60 },
			outcome: 'escalate',
			reason: 'An amount is overdue for {{daysOverdue}}, more than 60',
			role: 'finance',
			slaClass: 'standard',
		},
		{
			id: 'far-over-limit',
			when: {
				all: [
					{ fact: 'hasCreditLimit', operator: 'equal', value: true },
					{ fact: 'exposurePercent', operator: 'greaterThan', value: 125 },
				],
			},
			outcome: 'escalate',
			reason: 'The exposure is {{exposurePercent}} of the limit, more than 125 %',
			role: 'finance',
			slaClass: 'standard',
		},
		{
			id: 'over-limit-without-score',
			when: {
				all: [
					{ fact: 'hasCreditLimit', operator: 'equal', value: true },
					{ fact: 'exposurePercent', operator: 'greaterThan', value: 100 },
					// Without an answer of the credit bureau, people look at it.
					{ fact: 'creditScore', operator: 'isMissing' },
				],
			},
			outcome: 'require_approval',
			reason:
				'The exposure is {{exposurePercent}} of the limit, and the credit bureau gives no score',
			role: 'credit_manager',
			slaClass: 'standard',
		},
		{
			id: 'over-limit',
			when: {
				all: [
					{ fact: 'hasCreditLimit', operator: 'equal', value: true },
					{ fact: 'exposurePercent', operator: 'greaterThan', value: 100 },
					{ not: { fact: 'creditScore', operator: 'isMissing' } },
					{ fact: 'creditScore', operator: 'lessThan', value: 70 },
				],
			},
			outcome: 'require_approval',
			reason:
				'The exposure is {{exposurePercent}} of the limit, and the credit bureau gives {{creditScore}}',
			role: 'credit_manager',
			slaClass: 'standard',
		},
		{
			id: 'no-limit',
			when: {
				all: [
					{ fact: 'hasCreditLimit', operator: 'equal', value: false },
					{ fact: 'orderTotal', operator: 'greaterThan', value: 5_000 },
				],
			},
			outcome: 'require_approval',
			reason: 'The customer has no credit limit, and the order is {{orderTotal}}',
			role: 'credit_manager',
			slaClass: 'standard',
		},
		{
			id: 'overdue',
			when: { fact: 'overdueAmount', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: '{{overdueAmount}} is overdue, for {{daysOverdue}} at most',
			role: 'credit_manager',
			slaClass: 'standard',
		},
		{
			id: 'weak-score',
			when: {
				all: [
					{ not: { fact: 'creditScore', operator: 'isMissing' } },
					{ fact: 'creditScore', operator: 'lessThan', value: 40 },
				],
			},
			outcome: 'require_approval',
			reason: 'The credit bureau gives a score of {{creditScore}}, below 40',
			role: 'credit_manager',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'credit_manager', slaClass: 'standard' },
	examples: [
		{ name: 'An order within the limit is released', facts: routine, outcome: 'auto_approve' },
		{
			name: 'An order that uses up the limit is released',
			facts: { ...routine, exposurePercent: 100 },
			outcome: 'auto_approve',
		},
		{
			name: 'An order over the limit needs approval',
			facts: { ...routine, exposurePercent: 100.01 },
			outcome: 'require_approval',
		},
		{
			name: 'With a good score an order a little over the limit is released',
			facts: { ...routine, exposurePercent: 110, creditScore: 82 },
			outcome: 'auto_approve',
		},
		{
			name: 'An order far over the limit goes to finance, whatever the score',
			facts: { ...routine, exposurePercent: 126, creditScore: 82 },
			outcome: 'escalate',
		},
		{
			name: 'An overdue amount needs approval',
			facts: { ...routine, overdueAmount: 200, daysOverdue: 5 },
			outcome: 'require_approval',
		},
		{
			name: 'A long overdue amount goes to finance',
			facts: { ...routine, overdueAmount: 200, daysOverdue: 61 },
			outcome: 'escalate',
		},
		{
			name: 'A small order without a limit is released',
			facts: withoutLimit,
			outcome: 'auto_approve',
		},
		{
			name: 'A large order without a limit needs approval',
			facts: { ...withoutLimit, orderTotal: 5_000.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A limit that may not be read needs approval',
			facts: { ...routine, hasCreditLimit: null, exposurePercent: null },
			outcome: 'require_approval',
		},
		{
			name: 'Books that may not be read need approval',
			facts: { ...routine, overdueAmount: null, daysOverdue: null },
			outcome: 'require_approval',
		},
	],
};
