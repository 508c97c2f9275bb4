import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of a return: figures and terms, and no name of anybody. */
export const returnsAuthorizationAdvice: AdviceProfile = {
	category: 'return',
	facts: [
		'returnValue',
		'currency',
		'returnedSharePercent',
		'daysSinceDelivery',
		'hasEvidence',
		'isReasonGiven',
		'quantityBeyondDelivered',
		'returns90Days',
		'returnedValue90Days',
		'isInvoiced',
		'customerTier',
		'region',
		'productCategory',
	],
	figures: [],
	names: { people: [], organisations: ['Customer'] },
	assurances: [
		{ fact: 'hasEvidence', is: { equal: true }, text: 'Photos or documents are attached' },
		{ fact: 'isReasonGiven', is: { equal: true }, text: 'Somebody has written down why' },
		{
			fact: 'quantityBeyondDelivered',
			is: { atMost: 0 },
			text: 'No more comes back than was delivered',
		},
		{
			fact: 'returns90Days',
			is: { atMost: 0 },
			text: 'The customer has no other return in 90 days',
		},
	],
};
