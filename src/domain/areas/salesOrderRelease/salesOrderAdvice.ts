import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of a sales order: figures and terms, and no name of anybody. */
export const salesOrderAdvice: AdviceProfile = {
	category: 'discount',
	facts: [
		'orderAmount',
		'currency',
		'marginPercent',
		'maxDiscountPercent',
		'linesBelowCost',
		'linesWithoutCost',
		'customerTier',
		'paymentTermDays',
		'daysToCommitment',
		'region',
		'productCategory',
	],
	figures: ['Total with tax', 'Margin', 'Payment terms', 'Delivery promised'],
	names: { people: ['Salesperson'], organisations: ['Customer'] },
	assurances: [
		{ fact: 'linesBelowCost', is: { equal: 0 }, text: 'No line is sold below cost' },
		{ fact: 'linesWithoutCost', is: { equal: 0 }, text: 'The cost of all goods is known' },
		{ fact: 'paymentTermDays', is: { atMost: 0 }, text: 'Payment is due at once' },
	],
};
