import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of a rush order: figures and dates, and no name of anybody. */
export const rushOrderAdvice: AdviceProfile = {
	category: 'override',
	facts: [
		'orderValue',
		'currency',
		'isReasonGiven',
		'rushOrders30Days',
		'daysToDeadline',
		'isStockReady',
		'linesNotReady',
		'customerTier',
		'region',
		'productCategory',
	],
	figures: ['Promised', 'Planned'],
	names: { people: ['Marked by'], organisations: ['Customer'] },
	assurances: [
		{ fact: 'isStockReady', is: { equal: true }, text: 'All goods are reserved' },
		{ fact: 'isReasonGiven', is: { equal: true }, text: 'Somebody has written down why' },
	],
};
