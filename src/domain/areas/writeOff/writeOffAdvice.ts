import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of goods that are to be written off: figures, and no name of anybody. */
export const writeOffAdvice: AdviceProfile = {
	category: 'override',
	facts: [
		'scrapValue',
		'currency',
		'hasReason',
		'reasons',
		'shareOfStockPercent',
		'isShort',
		'writeOffs30Days',
		'writeOffsOfLocation30Days',
		'productCategory',
	],
	figures: ['Quantity'],
	names: { people: ['Requested by'], organisations: ['Owner'] },
	assurances: [
		{ fact: 'hasReason', is: { equal: true }, text: 'Somebody has said why' },
		{ fact: 'isShort', is: { equal: false }, text: 'All of it is in stock' },
	],
};
