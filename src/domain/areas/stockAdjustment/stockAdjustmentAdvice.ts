import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of stock that was counted: figures, and no name of anybody. */
export const stockAdjustmentAdvice: AdviceProfile = {
	category: 'override',
	facts: [
		'adjustmentValue',
		'adjustmentAmount',
		'currency',
		'adjustmentPercent',
		'adjustmentQuantity',
		'adjustments90Days',
		'isNegativeResult',
		'isBelowReserved',
		'isOutdated',
		'daysSinceLastCount',
		'productCategory',
	],
	figures: ['On hand', 'Counted', 'Reserved'],
	names: { people: ['Counted by'], organisations: ['Owner'] },
	assurances: [
		{ fact: 'isOutdated', is: { equal: false }, text: 'Nothing has moved since it was counted' },
		{ fact: 'adjustments90Days', is: { equal: 0 }, text: 'It was right at every count in 90 days' },
	],
};
