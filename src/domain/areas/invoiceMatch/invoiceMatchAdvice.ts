import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of a vendor bill: figures and terms, and no name of anybody. */
export const invoiceMatchAdvice: AdviceProfile = {
	category: 'invoice',
	facts: [
		'billAmount',
		'currency',
		'aboveOrderPricePercent',
		'overOrderedQuantity',
		'overReceivedQuantity',
		'differenceAmount',
		'linesWithoutOrder',
		'isOtherSupplier',
		'isDuplicate',
		'sameAmountBills',
		'daysToDue',
		'supplierBills',
		'region',
		'productCategory',
	],
	figures: ['Total with tax', 'Date of the bill', 'Due'],
	names: { people: ['Responsible'], organisations: ['Supplier'] },
	assurances: [
		{
			fact: 'aboveOrderPricePercent',
			is: { atMost: 0 },
			text: 'No price is above the one ordered',
		},
		{ fact: 'differenceAmount', is: { atMost: 0 }, text: 'Order and receipt justify all of it' },
		{ fact: 'isDuplicate', is: { equal: false }, text: 'No other bill has this reference' },
	],
};
