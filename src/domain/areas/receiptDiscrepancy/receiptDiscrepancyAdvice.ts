import type { AdviceProfile } from '../../advice/adviceProfile';

/** What a clerk may be told of a receipt: figures, and no name of anybody. */
export const receiptDiscrepancyAdvice: AdviceProfile = {
	category: 'receipt',
	facts: [
		'shortPercent',
		'overPercent',
		'linesShort',
		'linesOver',
		'linesNotOrdered',
		'discrepancyAmount',
		'currency',
		'receivedAgainstOrderPercent',
		'isAcknowledged',
		'offAnnouncedPercent',
		'billedAhead',
		'shortShipments30Days',
		'daysLate',
		'region',
		'productCategory',
	],
	figures: ['Planned receipt'],
	names: { people: ['Receiver'], organisations: ['Supplier'] },
	assurances: [
		{ fact: 'linesShort', is: { equal: 0 }, text: 'Nothing is short' },
		{ fact: 'linesOver', is: { equal: 0 }, text: 'Nothing is over' },
		{ fact: 'billedAhead', is: { equal: false }, text: 'Nothing is billed that has not come' },
	],
};
