import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of new dates: figures and dates, and no name of anybody. */
export const supplierAcknowledgementAdvice: AdviceProfile = {
	category: 'supplier',
	facts: [
		'orderAmount',
		'currency',
		'isAcknowledged',
		'daysSinceOrdered',
		'latestDaysLate',
		'linesLate',
		'ordersAtRisk',
		'valueAtRisk',
		'supplierLate90Days',
		'region',
		'productCategory',
	],
	figures: ['First receipt', 'Ordered on'],
	names: { people: ['Buyer'], organisations: ['Supplier'] },
	assurances: [
		{ fact: 'latestDaysLate', is: { atMost: 0 }, text: 'Everything comes as agreed' },
		{ fact: 'ordersAtRisk', is: { equal: 0 }, text: 'No customer was promised the goods before' },
		{
			fact: 'isAcknowledged',
			is: { equal: true },
			text: 'The supplier has acknowledged the order',
		},
	],
};
