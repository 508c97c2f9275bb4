import type { Policy } from '../../policy/policy';
import { receiptDiscrepancyFactDeclarations } from './receiptDiscrepancyFacts';

const routine = {
	shortPercent: 0,
	overPercent: 0,
	linesShort: 0,
	linesNotOrdered: 0,
	discrepancyAmount: 0,
	currency: 'EUR',
	billedAhead: false,
	shortShipments30Days: 0,
};

/** A starting point: what most distributors take in as it was counted, and what they look into. */
export const receiptDiscrepancyPolicy: Policy = {
	id: 'receipt-discrepancy',
	version: '1',
	area: 'receipt_discrepancy',
	currency: 'company',
	facts: receiptDiscrepancyFactDeclarations,
	rules: [
		{
			id: 'large-difference',
			when: { fact: 'discrepancyAmount', operator: 'greaterThan', value: 5_000 },
			outcome: 'escalate',
			reason: 'What was counted differs from the order by {{discrepancyAmount}}, more than 5,000',
			role: 'purchase_manager',
		},
		{
			id: 'repeated-short-shipments',
			when: {
				all: [
					{ fact: 'linesShort', operator: 'greaterThan', value: 0 },
					{ fact: 'shortShipments30Days', operator: 'greaterThanInclusive', value: 2 },
				],
			},
			outcome: 'require_approval',
			reason:
				'The supplier is short again; short receipts of the last 30 days: {{shortShipments30Days}}',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'short-beyond-tolerance',
			when: {
				all: [
					{ fact: 'shortPercent', operator: 'greaterThan', value: 2 },
					{ fact: 'discrepancyAmount', operator: 'greaterThan', value: 50 },
				],
			},
			outcome: 'require_approval',
			reason: 'A line is {{shortPercent}} short; the difference is worth {{discrepancyAmount}}',
			role: 'buyer',
			slaClass: 'standard',
		},
		{
			id: 'over-beyond-tolerance',
			when: { fact: 'overPercent', operator: 'greaterThan', value: 2 },
			outcome: 'require_approval',
			reason: 'Of a line {{overPercent}} more came than expected',
			role: 'warehouse_manager',
			slaClass: 'standard',
		},
		{
			id: 'not-ordered',
			when: { fact: 'linesNotOrdered', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'Something came that nobody has ordered (lines: {{linesNotOrdered}})',
			role: 'buyer',
			slaClass: 'standard',
		},
		{
			id: 'short-and-billed',
			when: {
				all: [
					{ fact: 'linesShort', operator: 'greaterThan', value: 0 },
					{ fact: 'billedAhead', operator: 'equal', value: true },
				],
			},
			outcome: 'require_approval',
			reason: 'The supplier has billed more than has come, and the receipt is short',
			role: 'buyer',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'warehouse_manager', slaClass: 'standard' },
	examples: [
		{ name: 'A receipt as ordered is taken in', facts: routine, outcome: 'auto_approve' },
		{
			name: 'A line a little short is taken in',
			facts: { ...routine, shortPercent: 2, linesShort: 1, discrepancyAmount: 900 },
			outcome: 'auto_approve',
		},
		{
			name: 'A line far short of little value is taken in',
			facts: { ...routine, shortPercent: 60, linesShort: 1, discrepancyAmount: 50 },
			outcome: 'auto_approve',
		},
		{
			name: 'A line far short needs approval',
			facts: { ...routine, shortPercent: 2.01, linesShort: 1, discrepancyAmount: 50.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A little too much is taken in',
			facts: { ...routine, overPercent: 2, discrepancyAmount: 30 },
			outcome: 'auto_approve',
		},
		{
			name: 'Far too much needs approval, whatever it is worth',
			facts: { ...routine, overPercent: 2.01, discrepancyAmount: 1 },
			outcome: 'require_approval',
		},
		{
			name: 'A supplier that is short for the second time in a month is let off',
			facts: { ...routine, shortPercent: 1, linesShort: 1, shortShipments30Days: 1 },
			outcome: 'auto_approve',
		},
		{
			name: 'A supplier that is short for the third time in a month is looked into',
			facts: { ...routine, shortPercent: 1, linesShort: 1, shortShipments30Days: 2 },
			outcome: 'require_approval',
		},
		{
			name: 'What nobody has ordered needs approval',
			facts: { ...routine, linesNotOrdered: 1, discrepancyAmount: null },
			outcome: 'require_approval',
		},
		{
			name: 'A bill for what has not come needs approval',
			facts: { ...routine, shortPercent: 1, linesShort: 1, billedAhead: true },
			outcome: 'require_approval',
		},
		{
			name: 'A difference of much value goes to the head of purchasing',
			facts: { ...routine, shortPercent: 50, linesShort: 1, discrepancyAmount: 5_000.01 },
			outcome: 'escalate',
		},
		{
			name: 'A difference whose value is not known needs approval',
			facts: { ...routine, shortPercent: 30, linesShort: 1, discrepancyAmount: null },
			outcome: 'require_approval',
		},
	],
};
