import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of a payment: figures, and neither a name nor an account number. */
export const paymentReleaseAdvice: AdviceProfile = {
	category: 'override',
	facts: [
		'paymentAmount',
		'currency',
		'openBillsAmount',
		'overpaidAmount',
		'isBankAccountTrusted',
		'bankAccountAgeDays',
		'supplierPayments',
		'samePayments',
		'hasMemo',
		'isJustified',
		'region',
	],
	figures: ['Payment', 'Date'],
	names: { people: ['Entered by'], organisations: ['Supplier'] },
	assurances: [
		{ fact: 'overpaidAmount', is: { atMost: 0 }, text: 'No more is paid than is owed' },
		{ fact: 'isBankAccountTrusted', is: { equal: true }, text: 'The bank account was confirmed' },
		{ fact: 'isJustified', is: { equal: true }, text: 'Somebody has written down why' },
	],
};
