import type { Policy } from '../../policy/policy';
import { vendorBankChangeFactDeclarations } from './vendorBankChangeFacts';

const routine = {
	isFirstAccount: true,
	otherAccounts: 0,
	trustedAccounts: 0,
	isChange: false,
	isCountryDifferent: false,
	otherHolders: 0,
	supplierOpenAmount: 0,
	waitingPayments: 0,
	currency: 'EUR',
	daysSinceCreated: 0,
	isJustified: true,
};

/** A starting point: no bank account is trusted without somebody who has looked at it. */
export const vendorBankChangePolicy: Policy = {
	id: 'vendor-bank-change',
	version: '1',
	area: 'vendor_bank_change',
	currency: 'company',
	facts: vendorBankChangeFactDeclarations,
	rules: [
		{
			id: 'changed-with-open-bills',
			when: {
				all: [
					{ fact: 'isChange', operator: 'equal', value: true },
					{ fact: 'supplierOpenAmount', operator: 'greaterThan', value: 0 },
				],
			},
			outcome: 'escalate',
			reason: 'A bank account was changed while bills of {{supplierOpenAmount}} are open',
			role: 'finance',
		},
		{
			id: 'further-with-open-bills',
			when: {
				all: [
					{ fact: 'isFirstAccount', operator: 'equal', value: false },
					{ fact: 'supplierOpenAmount', operator: 'greaterThan', value: 0 },
				],
			},
			outcome: 'escalate',
			reason: 'A further bank account came while bills of {{supplierOpenAmount}} are open',
			role: 'finance',
		},
		{
			id: 'other-holder',
			when: { fact: 'otherHolders', operator: 'greaterThan', value: 0 },
			outcome: 'escalate',
			reason: 'Somebody else has the same bank account (others: {{otherHolders}})',
			role: 'finance',
		},
		{
			id: 'other-country',
			when: {
				all: [
					// Not every number tells a country, and somebody looks at each account anyway.
					{ not: { fact: 'isCountryDifferent', operator: 'isMissing' } },
					{ fact: 'isCountryDifferent', operator: 'equal', value: true },
				],
			},
			outcome: 'require_approval',
			reason: 'The bank account is in another country than the supplier',
			role: 'finance',
			slaClass: 'standard',
		},
		{
			id: 'without-reason',
			when: { fact: 'isJustified', operator: 'equal', value: false },
			outcome: 'require_approval',
			reason: 'Nobody has written down who confirmed the bank account, and how',
			role: 'finance',
			slaClass: 'standard',
		},
		{
			id: 'payments-wait',
			when: { fact: 'waitingPayments', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'Payments wait to go to this bank account: {{waitingPayments}}',
			role: 'finance',
			slaClass: 'urgent',
		},
	],
	default: { outcome: 'require_approval', role: 'finance', slaClass: 'standard' },
	examples: [
		{ name: 'The first account needs approval', facts: routine, outcome: 'require_approval' },
		{
			name: 'A further account needs approval while nothing is open',
			facts: { ...routine, isFirstAccount: false, otherAccounts: 1 },
			outcome: 'require_approval',
		},
		{
			name: 'The first account needs approval while bills are open',
			facts: { ...routine, supplierOpenAmount: 500 },
			outcome: 'require_approval',
		},
		{
			name: 'A further account while bills are open goes to finance',
			facts: { ...routine, isFirstAccount: false, supplierOpenAmount: 0.01 },
			outcome: 'escalate',
		},
		{
			name: 'A changed account while bills are open goes to finance',
			facts: { ...routine, isChange: true, supplierOpenAmount: 500 },
			outcome: 'escalate',
		},
		{
			name: 'An account that somebody else has goes to finance',
			facts: { ...routine, otherHolders: 1 },
			outcome: 'escalate',
		},
		{
			name: 'An account in another country needs approval',
			facts: { ...routine, isCountryDifferent: true },
			outcome: 'require_approval',
		},
		{
			name: 'An account that nobody explains needs approval',
			facts: { ...routine, isJustified: false },
			outcome: 'require_approval',
		},
		{
			name: 'Open bills that are not known need approval',
			facts: { ...routine, supplierOpenAmount: null },
			outcome: 'require_approval',
		},
	],
};
