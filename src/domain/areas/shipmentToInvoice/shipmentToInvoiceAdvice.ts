import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of an order to invoice: figures and terms, and no name of anybody. */
export const shipmentToInvoiceAdvice: AdviceProfile = {
	category: 'billing',
	facts: [
		'toInvoiceAmount',
		'currency',
		'deliveredPercent',
		'hoursSinceDelivery',
		'hasProofOfDelivery',
		'aboveOrderPercent',
		'linesNotOrdered',
		'linesWithoutPrice',
		'belowReleasedPercent',
		'undeliveredAmount',
		'openReturns',
		'linesToCredit',
		'earlierInvoices',
		'region',
		'productCategory',
	],
	figures: ['Order value with tax', 'Payment terms'],
	names: { people: ['Salesperson'], organisations: ['Customer', 'Invoiced to'] },
	assurances: [
		{
			fact: 'hasProofOfDelivery',
			is: { equal: true },
			text: 'Every delivery was signed for or has a document with it',
		},
		{ fact: 'openReturns', is: { equal: 0 }, text: 'Nothing that came back is open' },
		{
			fact: 'undeliveredAmount',
			is: { atMost: 0 },
			text: 'The customer has all that is to be invoiced',
		},
	],
};
