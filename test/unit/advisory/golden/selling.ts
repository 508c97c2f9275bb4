import { salesOrderRelease } from '../../../../src/domain/areas/salesOrderRelease/salesOrderRelease';
import { count, days, goldenArea, money, text, yesNo, type GoldenArea } from './GoldenArea';

const routine = {
	currency: 'EUR',
	orderAmount: 8_400,
	marginPercent: 27.5,
	maxDiscountPercent: 5,
	linesBelowCost: 0,
	linesWithoutCost: 0,
	customerTier: 'standard',
	paymentTermDays: 30,
	daysToCommitment: null,
};

const order = (title: string, facts: Record<string, number | string | null>) => ({
	title,
	record: 'S00087',
	requester: 'Sam Seller',
	amount: typeof facts['orderAmount'] === 'number' ? facts['orderAmount'] : routine.orderAmount,
	facts: { ...routine, ...facts },
});

/** A1, as it is shipped. */
const sales: GoldenArea = {
	file: 'sales-order-release',
	description: {
		label: salesOrderRelease.label,
		facts: salesOrderRelease.factDeclarations,
		profile: salesOrderRelease.advice,
	},
	policy: {
		...salesOrderRelease.defaultPolicy,
		sampling: { percent: 100, role: 'sales_manager' },
	},
	cases: [
		order('A margin below the floor', { marginPercent: 11.25 }),
		order('A discount above the limit, margin fine', { maxDiscountPercent: 18 }),
		order('Low margin and wanted tomorrow', { marginPercent: 9.8, daysToCommitment: 0.7 }),
		order('A large order close to the margin floor', {
			orderAmount: 64_250.5,
			marginPercent: 15.4,
		}),
		order('Goods without a cost', { linesWithoutCost: 2, marginPercent: 61 }),
		order('A margin that nobody can tell', { marginPercent: null, paymentTermDays: 0 }),
		order('Far below cost', { marginPercent: -24.1, linesBelowCost: 3, maxDiscountPercent: 45 }),
		order('Routine, drawn as a sample', { maxDiscountPercent: 9.5 }),
	],
};

const credit = goldenArea({
	file: 'credit-release',
	label: 'Credit release',
	category: 'credit',
	role: 'credit_controller',
	facts: {
		exposure: money('Exposure with this order'),
		creditLimit: money('Credit limit'),
		overdueDays: days('Longest overdue invoice'),
		overdueAmount: money('Overdue amount'),
		isBlocked: yesNo('Customer is blocked'),
	},
	rules: [
		{
			id: 'blocked',
			when: { fact: 'isBlocked', operator: 'equal', value: true },
			outcome: 'reject',
			reason: 'The customer is blocked for deliveries',
		},
		{
			id: 'over-limit',
			when: {
				fact: 'exposure',
				percentOf: 'creditLimit',
				operator: 'greaterThan',
				value: 100,
			},
			outcome: 'require_approval',
			reason: 'Exposure {{exposure}} is above the credit limit of {{creditLimit}}',
			role: 'credit_controller',
			slaClass: 'standard',
		},
		{
			id: 'long-overdue',
			when: { fact: 'overdueDays', operator: 'greaterThan', value: 60 },
			outcome: 'escalate',
			reason: 'An invoice has been overdue for {{overdueDays}}',
			role: 'finance_director',
			slaClass: 'standard',
		},
		{
			id: 'overdue',
			when: { fact: 'overdueDays', operator: 'between', value: [15, 60] },
			outcome: 'require_approval',
			reason: 'An invoice has been overdue for {{overdueDays}}',
			role: 'credit_controller',
		},
	],
	assurances: [{ fact: 'overdueDays', is: { atMost: 0 }, text: 'No invoice is overdue' }],
	cases: [
		{
			title: 'A little over the limit, pays on time',
			record: 'S00091',
			requester: 'Sam Seller',
			amount: 4_100,
			facts: {
				currency: 'EUR',
				exposure: 51_300,
				creditLimit: 50_000,
				overdueDays: 0,
				overdueAmount: 0,
				isBlocked: false,
			},
		},
		{
			title: 'Overdue for a quarter, and over the limit',
			record: 'S00092',
			requester: 'Sam Seller',
			amount: 18_000,
			facts: {
				currency: 'EUR',
				exposure: 78_400.5,
				creditLimit: 50_000,
				overdueDays: 92,
				overdueAmount: 31_200,
				isBlocked: false,
			},
		},
		{
			title: 'Nobody knows the limit',
			record: 'S00093',
			requester: 'Ines Innen',
			amount: 950,
			facts: {
				currency: 'EUR',
				exposure: 950,
				creditLimit: null,
				overdueDays: 0,
				overdueAmount: 0,
				isBlocked: false,
			},
		},
		{
			title: 'A blocked customer',
			record: 'S00094',
			requester: 'Ines Innen',
			amount: 12_000,
			facts: {
				currency: 'EUR',
				exposure: 12_000,
				creditLimit: 20_000,
				overdueDays: 20,
				overdueAmount: 6_000,
				isBlocked: true,
			},
		},
		{
			title: 'Just not overdue enough to be seen by the director',
			record: 'S00095',
			requester: 'Sam Seller',
			amount: 7_700,
			facts: {
				currency: 'EUR',
				exposure: 30_000,
				creditLimit: 50_000,
				overdueDays: 58,
				overdueAmount: 4_400,
				isBlocked: false,
			},
		},
	],
});

const billing = goldenArea({
	file: 'shipment-to-invoice',
	label: 'Shipment to invoice',
	category: 'billing',
	role: 'billing',
	facts: {
		daysSinceShipment: days('Days since shipment'),
		unbilled: money('Not invoiced yet'),
		hasProofOfDelivery: yesNo('Proof of delivery is there'),
		quantityGap: count('Units shipped and not invoiced'),
		blockedReason: text('Why invoicing is blocked'),
	},
	rules: [
		{
			id: 'unbilled-long',
			when: { fact: 'daysSinceShipment', operator: 'greaterThan', value: 5 },
			outcome: 'require_approval',
			reason: 'Shipped {{daysSinceShipment}} ago and {{unbilled}} are not invoiced',
			role: 'billing',
		},
		{
			id: 'no-proof',
			when: { fact: 'hasProofOfDelivery', operator: 'equal', value: false },
			outcome: 'require_approval',
			reason: 'There is no proof of delivery',
			role: 'logistics',
		},
		{
			id: 'much-unbilled',
			when: { fact: 'unbilled', operator: 'greaterThan', value: 25_000 },
			outcome: 'escalate',
			reason: '{{unbilled}} are not invoiced',
			role: 'finance',
			slaClass: 'urgent',
		},
	],
	cases: [
		['Forgotten for two weeks', 14, 3_120, true, 12],
		['Delivered without a signature', 2, 980, false, 4],
		['Much money, and nobody signed', 9, 41_800, false, 130],
		['Proof not known', 1, 400, null, 1],
	].map(([title, daysSinceShipment, unbilled, hasProofOfDelivery, quantityGap], index) => ({
		title: String(title),
		record: `WH/OUT/0004${index}`,
		requester: 'Lars Lager',
		amount: Number(unbilled),
		facts: {
			currency: 'EUR',
			daysSinceShipment: daysSinceShipment as number,
			unbilled: unbilled as number,
			hasProofOfDelivery: hasProofOfDelivery as boolean | null,
			quantityGap: quantityGap as number,
			blockedReason: null,
		},
	})),
});

export const selling: readonly GoldenArea[] = [sales, credit, billing];
