import {
	count,
	days,
	goldenArea,
	goldenCase,
	money,
	percent,
	text,
	yesNo,
	type GoldenArea,
} from './GoldenArea';

const allocation = goldenArea({
	file: 'inventory-allocation',
	label: 'Stock allocation',
	category: 'allocation',
	role: 'supply_manager',
	facts: {
		shortUnits: count('Units short'),
		competingOrders: count('Orders for the same goods'),
		customerTier: text('Customer tier'),
		daysUntilSupply: days('Next supply in'),
		fillPercent: percent('Can be delivered'),
	},
	rules: [
		{
			id: 'competing',
			when: {
				all: [
					{ fact: 'shortUnits', operator: 'greaterThan', value: 0 },
					{ fact: 'competingOrders', operator: 'greaterThan', value: 0 },
				],
			},
			outcome: 'require_approval',
			reason:
				'Others want the same goods (orders: {{competingOrders}}, units short: {{shortUnits}})',
			role: 'supply_manager',
		},
		{
			id: 'key-customer',
			when: {
				all: [
					{ fact: 'customerTier', operator: 'equal', value: 'A' },
					{ fact: 'fillPercent', operator: 'lessThan', value: 80 },
				],
			},
			outcome: 'escalate',
			reason: 'A customer of tier A would get {{fillPercent}} of the order',
			role: 'sales_director',
			slaClass: 'express',
		},
	],
	cases: [
		goldenCase('Two orders for one pallet', 'S00201', 'Lars Lager', 2_600, {
			shortUnits: 48,
			competingOrders: 2,
			customerTier: 'B',
			daysUntilSupply: 6,
			fillPercent: 60,
		}),
		goldenCase('The best customer comes up short', 'S00202', 'Lars Lager', 15_900, {
			shortUnits: 120,
			competingOrders: 3,
			customerTier: 'A',
			daysUntilSupply: 12,
			fillPercent: 40,
		}),
		goldenCase('Nearly enough for the best customer', 'S00203', 'Lars Lager', 4_000, {
			shortUnits: 10,
			competingOrders: 1,
			customerTier: 'A',
			daysUntilSupply: 2,
			fillPercent: 82,
		}),
		goldenCase('Nobody knows what is free', 'S00204', 'Lars Lager', 900, {
			shortUnits: null,
			competingOrders: 1,
			customerTier: 'C',
			daysUntilSupply: null,
			fillPercent: null,
		}),
	],
});

const returns = goldenArea({
	file: 'returns',
	label: 'Return',
	category: 'return',
	role: 'returns_desk',
	facts: {
		value: money('Value of the goods'),
		daysSinceDelivery: days('Since delivery'),
		hasPhotos: yesNo('Photos are there'),
		returnRatePercent: percent('Returns of this customer'),
	},
	rules: [
		{
			id: 'late',
			when: { fact: 'daysSinceDelivery', operator: 'greaterThan', value: 30 },
			outcome: 'require_approval',
			reason: 'Asked for {{daysSinceDelivery}} after delivery',
			role: 'returns_desk',
		},
		{
			id: 'no-evidence',
			when: { fact: 'hasPhotos', operator: 'equal', value: false },
			outcome: 'require_approval',
			reason: 'There are no photos of the goods',
			role: 'returns_desk',
		},
		{
			id: 'dear',
			when: { fact: 'value', operator: 'greaterThan', value: 1_000 },
			outcome: 'require_approval',
			reason: 'The goods are worth {{value}}',
			role: 'quality',
		},
	],
	assurances: [{ fact: 'hasPhotos', is: { equal: true }, text: 'Photos of the goods are there' }],
	cases: [
		goldenCase('Too late, well documented', 'RMA0017', 'Lars Lager', 320, {
			value: 320,
			daysSinceDelivery: 44,
			hasPhotos: true,
			returnRatePercent: 2,
		}),
		goldenCase('Dear, late and no photos', 'RMA0018', 'Lars Lager', 4_800, {
			value: 4_800,
			daysSinceDelivery: 61,
			hasPhotos: false,
			returnRatePercent: 14,
		}),
		goldenCase('Two days before it would be late', 'RMA0019', 'Lars Lager', 1_050, {
			value: 1_050,
			daysSinceDelivery: 28,
			hasPhotos: true,
			returnRatePercent: 3,
		}),
		goldenCase('Delivery date not known', 'RMA0020', 'Lars Lager', 80, {
			value: 80,
			daysSinceDelivery: null,
			hasPhotos: true,
			returnRatePercent: 1,
		}),
	],
});

const logistics = goldenArea({
	file: 'logistics-exceptions',
	label: 'Logistics exception',
	category: 'logistics',
	role: 'dispatcher',
	facts: {
		daysLate: days('Late by'),
		kind: text('Kind of exception'),
		customersWaiting: count('Customers waiting'),
		extraCost: money('Extra cost'),
	},
	rules: [
		{
			id: 'late',
			when: { fact: 'daysLate', operator: 'greaterThan', value: 1 },
			outcome: 'require_approval',
			reason: 'The shipment is {{daysLate}} late ({{kind}})',
			role: 'dispatcher',
		},
		{
			id: 'lost',
			when: { fact: 'kind', operator: 'in', value: ['lost', 'damaged'] },
			outcome: 'escalate',
			reason: 'The carrier reports it as {{kind}}',
			role: 'logistics_manager',
			slaClass: 'urgent',
		},
		{
			id: 'cost',
			when: { fact: 'extraCost', operator: 'greaterThan', value: 150 },
			outcome: 'require_approval',
			reason: 'Another way would cost {{extraCost}} more',
			role: 'logistics_manager',
		},
	],
	cases: [
		goldenCase('Stuck in customs', 'WH/OUT/00310', 'Lars Lager', 5_000, {
			daysLate: 3,
			kind: 'customs',
			customersWaiting: 1,
			extraCost: 0,
		}),
		goldenCase('Lost on the way', 'WH/OUT/00311', 'Lars Lager', 2_200, {
			daysLate: 5,
			kind: 'lost',
			customersWaiting: 1,
			extraCost: 310,
		}),
		goldenCase('A courier could save the day', 'WH/OUT/00312', 'Lars Lager', 740, {
			daysLate: 1,
			kind: 'delay',
			customersWaiting: 2,
			extraCost: 189.9,
		}),
		goldenCase('The carrier does not answer', 'WH/OUT/00313', 'Lars Lager', 1_300, {
			daysLate: null,
			kind: null,
			customersWaiting: 1,
			extraCost: null,
		}),
	],
});

export const moving: readonly GoldenArea[] = [allocation, returns, logistics];
