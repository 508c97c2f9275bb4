import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of a substitution: figures and terms, and no name of anybody. */
export const supplierSubstitutionAdvice: AdviceProfile = {
	category: 'override',
	facts: [
		'isSubstitution',
		'linesSubstituted',
		'orderAmount',
		'currency',
		'abovePreferredPercent',
		'leadTimeGainDays',
		'isJustified',
		'substitutions90Days',
		'region',
		'productCategory',
	],
	figures: ['Planned receipt'],
	names: { people: ['Buyer'], organisations: ['Supplier', 'Preferred supplier'] },
	assurances: [
		{
			fact: 'abovePreferredPercent',
			is: { atMost: 0 },
			text: 'No price is above that of the preferred supplier',
		},
		{
			fact: 'leadTimeGainDays',
			is: { atLeast: 1 },
			text: 'The goods come {{leadTimeGainDays}} sooner than from the preferred supplier',
		},
		{ fact: 'isJustified', is: { equal: true }, text: 'Somebody has written down why' },
	],
};
