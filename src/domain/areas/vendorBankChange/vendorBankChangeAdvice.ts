import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of a bank account: neither its number, its bank nor any name. */
export const vendorBankChangeAdvice: AdviceProfile = {
	category: 'override',
	facts: [
		'isFirstAccount',
		'otherAccounts',
		'trustedAccounts',
		'isChange',
		'isCountryDifferent',
		'otherHolders',
		'supplierOpenAmount',
		'waitingPayments',
		'currency',
		'daysSinceCreated',
		'isJustified',
		'region',
	],
	figures: [],
	names: { people: ['Entered by', 'Changed by'], organisations: ['Supplier', 'Holder', 'Bank'] },
	assurances: [
		{ fact: 'isJustified', is: { equal: true }, text: 'Somebody has written down why' },
		{ fact: 'otherHolders', is: { equal: 0 }, text: 'Nobody else has the same bank account' },
		{
			fact: 'isCountryDifferent',
			is: { equal: false },
			text: 'It is in the country of the supplier',
		},
	],
};
