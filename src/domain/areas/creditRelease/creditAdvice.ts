import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of a customer's credit: figures and terms, and no name of anybody. */
export const creditAdvice: AdviceProfile = {
	category: 'credit',
	facts: [
		'orderTotal',
		'currency',
		'hasCreditLimit',
		'creditLimit',
		'owedAmount',
		'openOrdersAmount',
		'exposure',
		'exposurePercent',
		'overdueAmount',
		'daysOverdue',
		'creditScore',
		'paymentTermDays',
		'customerTier',
		'region',
	],
	figures: ['Payment terms', 'Delivery promised'],
	names: { people: ['Salesperson'], organisations: ['Customer'] },
	assurances: [
		{ fact: 'overdueAmount', is: { atMost: 0 }, text: 'Nothing is overdue' },
		{ fact: 'exposurePercent', is: { atMost: 100 }, text: 'The order is within the credit limit' },
		{ fact: 'creditScore', is: { atLeast: 70 }, text: 'The credit bureau gives a good score' },
	],
};
