import type { Policy } from '../../policy/policy';
import { paymentReleaseFactDeclarations } from './paymentReleaseFacts';

const routine = {
	paymentAmount: 1_800,
	currency: 'EUR',
	openBillsAmount: 4_000,
	overpaidAmount: 0,
	isBankAccountTrusted: true,
	bankAccountAgeDays: 400,
	supplierPayments: 12,
	samePayments: 0,
	hasMemo: true,
	isJustified: false,
};

/** A starting point: what most distributors pay without a word, and what they want to see. */
export const paymentReleasePolicy: Policy = {
	id: 'payment-release',
	version: '1',
	area: 'payment_release',
	currency: 'company',
	facts: paymentReleaseFactDeclarations,
	rules: [
		{
			id: 'value-above-limit',
			when: { fact: 'paymentAmount', operator: 'greaterThan', value: 25_000 },
			outcome: 'escalate',
			reason: 'A payment of {{paymentAmount}} is above 25,000',
			role: 'finance',
		},
		{
			id: 'account-not-trusted',
			when: { fact: 'isBankAccountTrusted', operator: 'equal', value: false },
			outcome: 'escalate',
			reason: 'Nobody has confirmed the bank account that the payment goes to',
			role: 'finance',
		},
		{
			id: 'overpaid-without-reason',
			when: {
				all: [
					{ fact: 'overpaidAmount', operator: 'greaterThan', value: 0 },
					{ fact: 'isJustified', operator: 'equal', value: false },
				],
			},
			outcome: 'escalate',
			reason: '{{overpaidAmount}} more than is owed would be paid, and nobody has written down why',
			role: 'finance',
		},
		{
			id: 'overpaid',
			when: { fact: 'overpaidAmount', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: '{{overpaidAmount}} more than is owed would be paid',
			role: 'finance',
			slaClass: 'standard',
		},
		{
			id: 'new-account',
			when: { fact: 'bankAccountAgeDays', operator: 'lessThan', value: 14 },
			outcome: 'require_approval',
			reason: 'The bank account is new: it was entered {{bankAccountAgeDays}} ago',
			role: 'finance',
			slaClass: 'standard',
		},
		{
			id: 'same-payment',
			when: { fact: 'samePayments', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'Payments of the same amount to the supplier within a month: {{samePayments}}',
			role: 'finance',
			slaClass: 'standard',
		},
		{
			id: 'first-payment',
			when: { fact: 'supplierPayments', operator: 'lessThan', value: 1 },
			outcome: 'require_approval',
			reason: 'Nothing was ever paid to this supplier',
			role: 'finance',
			slaClass: 'standard',
		},
		{
			id: 'without-reason',
			when: {
				all: [
					{ fact: 'hasMemo', operator: 'equal', value: false },
					{ fact: 'isJustified', operator: 'equal', value: false },
				],
			},
			outcome: 'require_approval',
			reason: 'Neither a memo nor a note says what the payment is for',
			role: 'finance',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'finance', slaClass: 'standard' },
	examples: [
		{ name: 'A payment of open bills is made', facts: routine, outcome: 'auto_approve' },
		{
			name: 'A payment at the limit is made',
			facts: { ...routine, paymentAmount: 25_000, openBillsAmount: 25_000 },
			outcome: 'auto_approve',
		},
		{
			name: 'A big payment goes to finance',
			facts: { ...routine, paymentAmount: 25_000.01, openBillsAmount: 30_000 },
			outcome: 'escalate',
		},
		{
			name: 'A payment to an account that nobody confirmed goes to finance',
			facts: { ...routine, isBankAccountTrusted: false },
			outcome: 'escalate',
		},
		{
			name: 'A payment beyond what is owed goes to finance',
			facts: { ...routine, overpaidAmount: 0.01 },
			outcome: 'escalate',
		},
		{
			name: 'With a word why, it needs approval',
			facts: { ...routine, overpaidAmount: 0.01, isJustified: true },
			outcome: 'require_approval',
		},
		{
			name: 'A payment to an account of two weeks is made',
			facts: { ...routine, bankAccountAgeDays: 14 },
			outcome: 'auto_approve',
		},
		{
			name: 'A payment to a newer account needs approval',
			facts: { ...routine, bankAccountAgeDays: 13.99 },
			outcome: 'require_approval',
		},
		{
			name: 'The same amount twice needs approval',
			facts: { ...routine, samePayments: 1 },
			outcome: 'require_approval',
		},
		{
			name: 'The first payment to a supplier needs approval',
			facts: { ...routine, supplierPayments: 0 },
			outcome: 'require_approval',
		},
		{
			name: 'A payment that nothing explains needs approval',
			facts: { ...routine, hasMemo: false },
			outcome: 'require_approval',
		},
		{
			name: 'A note explains as well as a memo',
			facts: { ...routine, hasMemo: false, isJustified: true },
			outcome: 'auto_approve',
		},
		{
			name: 'A payment without a bank account needs approval',
			facts: { ...routine, isBankAccountTrusted: null, bankAccountAgeDays: null },
			outcome: 'require_approval',
		},
	],
};
