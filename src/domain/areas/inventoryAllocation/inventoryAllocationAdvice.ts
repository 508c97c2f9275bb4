import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of a delivery that is short: figures, and no name of anybody. */
export const inventoryAllocationAdvice: AdviceProfile = {
	category: 'allocation',
	facts: [
		'shortQuantity',
		'shortLines',
		'shortPercent',
		'coveredByFreeStock',
		'shortAfterwards',
		'competingOrders',
		'rankAmongCompeting',
		'customerTier',
		'takesFromOthers',
		'takesFromTopTier',
		'deliveriesThatLose',
		'negativeStock',
		'orderAmount',
		'currency',
		'orderMarginPercent',
		'daysToDeadline',
		'region',
		'productCategory',
	],
	figures: ['Promised'],
	names: { people: ['Salesperson'], organisations: ['Customer'] },
	assurances: [
		{ fact: 'takesFromOthers', is: { equal: false }, text: 'Nothing is taken from anybody' },
		{ fact: 'takesFromTopTier', is: { equal: false }, text: 'No customer of the top tier loses' },
		{ fact: 'shortAfterwards', is: { equal: 0 }, text: 'Nothing is short after the split' },
	],
};
