import {
	count,
	days,
	goldenArea,
	goldenCase,
	money,
	percent,
	yesNo,
	type GoldenArea,
} from './GoldenArea';

const procurement = goldenArea({
	file: 'procurement',
	label: 'Purchase order',
	category: 'procurement',
	role: 'purchasing_manager',
	facts: {
		orderAmount: money('Order value'),
		priceVariance: percent('Price against the last one'),
		budgetLeft: money('Budget left after this order'),
		isNewSupplier: yesNo('Supplier is new'),
		leadTimeDays: days('Lead time'),
	},
	rules: [
		{
			id: 'large',
			when: { fact: 'orderAmount', operator: 'greaterThan', value: 20_000 },
			outcome: 'require_approval',
			reason: 'Order value {{orderAmount}} is above 20,000',
			role: 'purchasing_manager',
		},
		{
			id: 'dearer',
			when: { fact: 'priceVariance', operator: 'greaterThan', value: 5 },
			outcome: 'require_approval',
			reason: 'Prices are {{priceVariance}} above the last ones',
			role: 'purchasing_manager',
		},
		{
			id: 'over-budget',
			when: { fact: 'budgetLeft', operator: 'lessThan', value: 0 },
			outcome: 'escalate',
			reason: 'The budget is overdrawn: {{budgetLeft}} would be left',
			role: 'finance',
		},
		{
			id: 'new-supplier',
			when: { fact: 'isNewSupplier', operator: 'equal', value: true },
			outcome: 'require_approval',
			reason: 'Nothing was bought from this supplier before',
			role: 'purchasing_manager',
		},
	],
	assurances: [
		{ fact: 'isNewSupplier', is: { equal: false }, text: 'The supplier is known' },
		{ fact: 'budgetLeft', is: { atLeast: 0 }, text: '{{budgetLeft}} of the budget would be left' },
	],
	cases: [
		goldenCase('Large, from a known supplier', 'P00031', 'Petra Purchase', 23_500, {
			orderAmount: 23_500,
			priceVariance: 1.2,
			budgetLeft: 12_000,
			isNewSupplier: false,
			leadTimeDays: 14,
		}),
		goldenCase('Prices have gone up', 'P00032', 'Petra Purchase', 4_200, {
			orderAmount: 4_200,
			priceVariance: 12.5,
			budgetLeft: 30_000,
			isNewSupplier: false,
			leadTimeDays: 7,
		}),
		goldenCase('Over budget, new supplier, and dearer', 'P00033', 'Petra Purchase', 48_000, {
			orderAmount: 48_000,
			priceVariance: 8,
			budgetLeft: -9_300.75,
			isNewSupplier: true,
			leadTimeDays: 30,
		}),
		goldenCase('Split just under the limit?', 'P00034', 'Bob Buyer', 19_900, {
			orderAmount: 19_900,
			priceVariance: 5.5,
			budgetLeft: 5_000,
			isNewSupplier: false,
			leadTimeDays: 14,
		}),
		goldenCase('Bought for the first time, price unknown', 'P00035', 'Bob Buyer', 600, {
			orderAmount: 600,
			priceVariance: null,
			budgetLeft: null,
			isNewSupplier: true,
			leadTimeDays: null,
		}),
	],
});

const receipt = goldenArea({
	file: 'receipt-discrepancy',
	label: 'Receipt discrepancy',
	category: 'receipt',
	role: 'warehouse_manager',
	facts: {
		shortPercent: percent('Short against the order'),
		damagedUnits: count('Damaged units'),
		value: money('Value of the difference'),
		shortShipments30Days: count('Short shipments of this supplier in 30 days'),
	},
	rules: [
		{
			id: 'short',
			when: { fact: 'shortPercent', operator: 'greaterThan', value: 2 },
			outcome: 'require_approval',
			reason: 'The receipt is {{shortPercent}} short of the order',
			role: 'warehouse_manager',
		},
		{
			id: 'damaged',
			when: { fact: 'damagedUnits', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'Goods came damaged (units: {{damagedUnits}})',
			role: 'quality',
		},
		{
			id: 'again',
			when: { fact: 'shortShipments30Days', operator: 'greaterThanInclusive', value: 3 },
			outcome: 'escalate',
			reason: 'This supplier has shipped short again ({{shortShipments30Days}} times in 30 days)',
			role: 'purchasing_manager',
		},
	],
	cases: [
		goldenCase('A pallet is missing', 'WH/IN/00012', 'Lars Lager', 1_440, {
			shortPercent: 16.67,
			damagedUnits: 0,
			value: 1_440,
			shortShipments30Days: 1,
		}),
		goldenCase('Crushed boxes', 'WH/IN/00013', 'Lars Lager', 210, {
			shortPercent: 0,
			damagedUnits: 7,
			value: 210,
			shortShipments30Days: 0,
		}),
		goldenCase('The same supplier, for the fourth time', 'WH/IN/00014', 'Lars Lager', 95.4, {
			shortPercent: 2.5,
			damagedUnits: 0,
			value: 95.4,
			shortShipments30Days: 4,
		}),
		goldenCase('Counted, but not compared yet', 'WH/IN/00015', 'Lars Lager', null, {
			shortPercent: null,
			damagedUnits: 0,
			value: null,
			shortShipments30Days: 2,
		}),
	],
});

const invoice = goldenArea({
	file: 'invoice-match',
	label: 'Supplier bill',
	category: 'invoice',
	role: 'accounts_payable',
	facts: {
		billAmount: money('Amount of the bill'),
		priceGapPercent: percent('Price above the order'),
		quantityGap: count('Units billed and not received'),
		isDuplicate: yesNo('A bill with this number is there already'),
	},
	rules: [
		{
			id: 'duplicate',
			when: { fact: 'isDuplicate', operator: 'equal', value: true },
			outcome: 'reject',
			reason: 'A bill with this number of the same supplier is there already',
		},
		{
			id: 'price',
			when: { fact: 'priceGapPercent', operator: 'greaterThan', value: 1 },
			outcome: 'require_approval',
			reason: 'The bill is {{priceGapPercent}} above the prices of the order',
			role: 'purchasing_manager',
		},
		{
			id: 'quantity',
			when: { fact: 'quantityGap', operator: 'greaterThan', value: 0 },
			outcome: 'require_approval',
			reason: 'More is billed than was received (units: {{quantityGap}})',
			role: 'accounts_payable',
		},
	],
	assurances: [{ fact: 'quantityGap', is: { atMost: 0 }, text: 'All that is billed was received' }],
	cases: [
		goldenCase('Dearer than ordered', 'BILL/2026/0311', 'Anna Accounts', 6_120, {
			billAmount: 6_120,
			priceGapPercent: 4.2,
			quantityGap: 0,
			isDuplicate: false,
		}),
		goldenCase('Billed before it came', 'BILL/2026/0312', 'Anna Accounts', 2_000, {
			billAmount: 2_000,
			priceGapPercent: 0,
			quantityGap: 40,
			isDuplicate: false,
		}),
		goldenCase('Sent twice', 'BILL/2026/0313', 'Anna Accounts', 780.9, {
			billAmount: 780.9,
			priceGapPercent: 0,
			quantityGap: 0,
			isDuplicate: true,
		}),
		goldenCase('No order to compare with', 'BILL/2026/0314', 'Anna Accounts', 150, {
			billAmount: 150,
			priceGapPercent: null,
			quantityGap: null,
			isDuplicate: false,
		}),
	],
});

const acknowledgement = goldenArea({
	file: 'supplier-acknowledgement',
	label: 'Supplier acknowledgement',
	category: 'supplier',
	role: 'buyer',
	facts: {
		daysWithoutAnswer: days('Without an answer for'),
		delayDays: days('Confirmed later by'),
		atRiskOrders: count('Sales orders at risk'),
		priceChangePercent: percent('Confirmed price against the order'),
	},
	rules: [
		{
			id: 'silent',
			when: { fact: 'daysWithoutAnswer', operator: 'greaterThan', value: 3 },
			outcome: 'require_approval',
			reason: 'The supplier has not answered for {{daysWithoutAnswer}}',
			role: 'buyer',
		},
		{
			id: 'late',
			when: { fact: 'delayDays', operator: 'greaterThan', value: 2 },
			outcome: 'require_approval',
			reason: 'Delivery is confirmed {{delayDays}} later than ordered',
			role: 'buyer',
		},
		{
			id: 'customers-wait',
			when: {
				all: [
					{ fact: 'delayDays', operator: 'greaterThan', value: 2 },
					{ fact: 'atRiskOrders', operator: 'greaterThan', value: 0 },
				],
			},
			outcome: 'escalate',
			reason: 'Customers wait for it (sales orders: {{atRiskOrders}})',
			role: 'supply_manager',
			slaClass: 'urgent',
		},
	],
	assurances: [{ fact: 'atRiskOrders', is: { equal: 0 }, text: 'No sales order is at risk' }],
	cases: [
		goldenCase('Silence', 'P00051', 'Petra Purchase', 3_300, {
			daysWithoutAnswer: 6,
			delayDays: 0,
			atRiskOrders: 0,
			priceChangePercent: 0,
		}),
		goldenCase('A week late, customers wait', 'P00052', 'Petra Purchase', 9_150, {
			daysWithoutAnswer: 0,
			delayDays: 7,
			atRiskOrders: 4,
			priceChangePercent: 0,
		}),
		goldenCase('A week late, nobody waits', 'P00053', 'Bob Buyer', 800, {
			daysWithoutAnswer: 0,
			delayDays: 7,
			atRiskOrders: 0,
			priceChangePercent: 0,
		}),
		goldenCase('Confirmed in words that say no date', 'P00054', 'Bob Buyer', 800, {
			daysWithoutAnswer: 0,
			delayDays: null,
			atRiskOrders: 2,
			priceChangePercent: null,
		}),
	],
});

export const buying: readonly GoldenArea[] = [procurement, receipt, invoice, acknowledgement];
