import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of a late delivery: figures and dates, and no name of anybody. */
export const logisticsExceptionAdvice: AdviceProfile = {
	category: 'logistics',
	facts: [
		'daysLate',
		'hoursOverdue',
		'orderValue',
		'currency',
		'impact',
		'customerTier',
		'isRush',
		'linesNotReady',
		'isCarrierKnown',
		'isTrackingKnown',
		'earlierExceptions90Days',
		'region',
		'productCategory',
	],
	figures: ['Promised', 'Planned', 'Proposed', 'Cause'],
	names: { people: ['Responsible'], organisations: ['Customer'] },
	assurances: [
		{ fact: 'linesNotReady', is: { equal: 0 }, text: 'All goods are ready' },
		{
			fact: 'earlierExceptions90Days',
			is: { atMost: 0 },
			text: 'No other delivery to the customer was late in 90 days',
		},
	],
};
