import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of a purchase order: figures and terms, and no name of anybody. */
export const procurementAdvice: AdviceProfile = {
	category: 'procurement',
	facts: [
		'orderAmount',
		'currency',
		'aboveLastPricePercent',
		'aboveContractPercent',
		'linesWithoutReference',
		'supplierOrders',
		'isUrgent',
		'isJustified',
		'daysToReceipt',
		'leadTimeDays',
		'isAboveBudget',
		'isChange',
		'aboveApprovedPercent',
		'region',
		'productCategory',
	],
	figures: ['Total with tax', 'Payment terms', 'Planned receipt'],
	names: { people: ['Buyer'], organisations: ['Supplier'] },
	assurances: [
		{
			fact: 'aboveLastPricePercent',
			is: { atMost: 0 },
			text: 'No price is above the last one paid',
		},
		{ fact: 'aboveContractPercent', is: { atMost: 0 }, text: 'No price is above the price list' },
		{ fact: 'isJustified', is: { equal: true }, text: 'Somebody has written down why' },
	],
};
