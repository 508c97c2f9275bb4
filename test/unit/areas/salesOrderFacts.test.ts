import fc from 'fast-check';
import { salesOrderRelease } from '../../../src/domain/areas/salesOrderRelease/salesOrderRelease';
import { answering } from './answering';
import { aLine, anOrder } from './sampleOrder';

const now = '2030-03-01T10:00:00.000Z';
const factsOf = (changes: object) =>
	salesOrderRelease.gather(answering(anOrder(changes)), now).facts;

const euro = { id: 125, name: 'EUR', decimal_places: 2 };
const yen = { id: 25, name: 'JPY', decimal_places: 0 };
const tags = (...names: string[]) => names.map((name, index) => ({ id: index + 1, name }));
const customer = (own: string[], company: string[] | false) => ({
	partner_id: {
		id: 52,
		display_name: 'Ines Voss',
		category_id: tags(...own),
		country_id: false,
		state_id: false,
		commercial_partner_id: company && { id: 51, category_id: tags(...company) },
	},
});
const term = (...lines: Array<[delay: string, days: number]>) => ({
	payment_term_id: {
		id: 8,
		display_name: 'Some term',
		line_ids: lines.map(([delay_type, nb_days], index) => ({ id: index + 1, delay_type, nb_days })),
	},
});

describe('the facts of a sales order', () => {
	it('are what a real quotation says', () => {
		expect(factsOf({})).toEqual({
			orderAmount: 2814,
			currency: 'USD',
			marginPercent: 29.72,
			maxDiscountPercent: 12.5,
			linesBelowCost: 0,
			linesWithoutCost: 1,
			customerTier: 'B',
			paymentTermDays: 60,
			daysToCommitment: 3.02,
			company: 'My Company (San Francisco)',
			region: null,
			productCategory: ['Furniture / Office'],
		});
	});

	it.each([
		{ country: 'Germany', state: 'Bavaria', region: 'Germany / Bavaria' },
		{ country: 'Germany', state: null, region: 'Germany' },
		{ country: null, state: 'Bavaria', region: null },
	])('say where the customer is: $region', ({ country, state, region }) => {
		const named = (name: string | null) => name !== null && { id: 7, name };
		const { partner_id } = customer([], false);
		const at = { ...partner_id, country_id: named(country), state_id: named(state) };
		expect(factsOf({ partner_id: at })['region']).toBe(region);
	});

	it.each([
		{
			name: 'each once, in order',
			categories: ['Pumps', 'Cable', 'Pumps'],
			all: ['Cable', 'Pumps'],
		},
		{ name: 'not known where a product has none', categories: ['Pumps', null], all: null },
		{ name: 'not known where nothing is sold', categories: [], all: null },
	])('say of which categories the goods are: $name', ({ categories, all }) => {
		const order_line = categories.map((display_name) => {
			const categ_id = display_name !== null && { id: 5, display_name };
			return aLine({ product_id: { id: 56, type: 'consu', display_name: 'Pump', categ_id } });
		});
		expect(factsOf({ order_line })['productCategory']).toEqual(all);
	});

	it.each<{ name: string; order: object; orderAmount: number | null; currency: string }>([
		{
			name: 'the amount as it is in the company currency',
			order: { amount_untaxed: 99.99, currency_rate: 2 },
			orderAmount: 99.99,
			currency: 'USD',
		},
		{
			name: 'the amount converted from another currency',
			order: { currency_id: euro, currency_rate: 0.8, amount_untaxed: 1000 },
			orderAmount: 1250,
			currency: 'USD',
		},
		{
			name: 'rounded to the company currency',
			order: {
				company_id: { id: 1, display_name: 'Edo', currency_id: yen },
				currency_rate: 0.0065,
				amount_untaxed: 100,
			},
			orderAmount: 15_385,
			currency: 'JPY',
		},
		{
			name: 'nothing without a rate',
			order: { currency_id: euro, currency_rate: 0 },
			orderAmount: null,
			currency: 'USD',
		},
	])('value: $name', ({ order, orderAmount, currency }) => {
		expect(factsOf(order)).toMatchObject({ orderAmount, currency });
		expect(salesOrderRelease.gather(answering(anOrder(order)), now)).toMatchObject({
			amount: orderAmount,
			currency,
		});
	});

	it.each<{ name: string; untaxed: number; margin: number; percent: number | null }>([
		{ name: 'at a limit is at it', untaxed: 700, margin: 105, percent: 15 },
		{
			name: 'a little below a limit is below it',
			untaxed: 10_000,
			margin: 1499.99,
			percent: 14.99,
		},
		{
			name: 'a negative one is rounded down as well',
			untaxed: 3000,
			margin: -600.01,
			percent: -20.01,
		},
		{ name: 'with fractions that are not binary', untaxed: 0.3, margin: 0.1, percent: 33.33 },
		{ name: 'of all of it', untaxed: 50, margin: 50, percent: 100 },
		{ name: 'of nothing is not known', untaxed: 0, margin: -5, percent: null },
		{ name: 'of a refund is not known', untaxed: -10, margin: -5, percent: null },
	])('margin: $name', ({ untaxed, margin, percent }) => {
		expect(factsOf({ amount_untaxed: untaxed, margin })['marginPercent']).toBe(percent);
	});

	it('has a margin of a whole percent wherever it was meant so', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -50, max: 100 }),
				fc.integer({ min: 1, max: 1e7 }),
				(percent, hundreds) => {
					const order = { amount_untaxed: hundreds, margin: (hundreds * percent) / 100 };
					expect(factsOf(order)['marginPercent']).toBe(percent);
				},
			),
		);
	});

	it.each<{ name: string; lines: object[]; percent: number }>([
		{ name: 'none', lines: [aLine()], percent: 0 },
		{
			name: 'the highest',
			lines: [aLine({ discount: 5 }), aLine({ discount: 7.5 })],
			percent: 7.5,
		},
		{
			name: 'not of a line without quantity',
			lines: [aLine({ discount: 5 }), aLine({ discount: 50, product_uom_qty: 0 })],
			percent: 5,
		},
		{
			name: 'on the whole order, as a line of its own',
			lines: [
				aLine({ price_subtotal: 300, discount: 2 }),
				aLine({ price_unit: -40, price_subtotal: -40, margin: -40 }),
			],
			percent: 13.34,
		},
		{
			name: 'not what is taken back',
			lines: [aLine(), aLine({ product_uom_qty: -1, price_subtotal: -100 })],
			percent: 0,
		},
		{
			name: 'nothing but a deduction',
			lines: [aLine({ price_unit: -4, price_subtotal: -4 })],
			percent: 0,
		},
		{ name: 'no lines', lines: [], percent: 0 },
	])('discount: $name', ({ lines, percent }) => {
		expect(factsOf({ order_line: lines })['maxDiscountPercent']).toBe(percent);
	});

	it.each<{ name: string; line: object; belowCost: number; withoutCost: number }>([
		{ name: 'sold with profit', line: {}, belowCost: 0, withoutCost: 0 },
		{ name: 'sold at cost', line: { margin: 0 }, belowCost: 0, withoutCost: 0 },
		{ name: 'sold below cost', line: { margin: -0.01 }, belowCost: 1, withoutCost: 0 },
		{ name: 'goods without a cost', line: { purchase_price: 0 }, belowCost: 0, withoutCost: 1 },
		{
			name: 'a service without a cost',
			line: {
				purchase_price: 0,
				product_id: { id: 3, type: 'service', display_name: 'Assembly', categ_id: false },
			},
			belowCost: 0,
			withoutCost: 0,
		},
		{
			name: 'a deduction',
			line: { price_unit: -10, margin: -10, product_id: false },
			belowCost: 0,
			withoutCost: 0,
		},
		{
			name: 'a heading',
			line: { display_type: 'line_section', margin: -1, purchase_price: 0 },
			belowCost: 0,
			withoutCost: 0,
		},
	])('lines: $name', ({ line, belowCost, withoutCost }) => {
		expect(factsOf({ order_line: [aLine(line)] })).toMatchObject({
			linesBelowCost: belowCost,
			linesWithoutCost: withoutCost,
		});
	});

	it.each<{ name: string; own: string[]; company: string[] | false; tier: string | null }>([
		{ name: 'no tag', own: [], company: [], tier: 'standard' },
		{ name: 'no tag and no company', own: [], company: false, tier: 'standard' },
		{
			name: 'tags about something else',
			own: ['Frontier', 'Retail'],
			company: [],
			tier: 'standard',
		},
		{ name: 'its own', own: ['Retail', 'Tier A'], company: ['Tier B'], tier: 'A' },
		{ name: 'that of its company', own: ['Retail'], company: ['Tier B'], tier: 'B' },
		{ name: 'however it is written', own: ['tier  Gold '], company: [], tier: 'Gold' },
		{ name: 'two of them', own: ['Tier A', 'Tier B'], company: ['Tier B'], tier: null },
	])('customer tier: $name', ({ own, company, tier }) => {
		expect(factsOf(customer(own, company))['customerTier']).toBe(tier);
	});

	it.each<{ name: string; order: object; days: number | null }>([
		{ name: 'none', order: { payment_term_id: false }, days: 0 },
		{ name: 'a simple one', order: term(['days_after', 30]), days: 30 },
		{ name: 'the longest', order: term(['days_after', 0], ['days_after', 60]), days: 60 },
		{
			name: 'from the end of a month',
			order: term(['days_after', 30], ['days_after_end_of_next_month', 0]),
			days: null,
		},
		{ name: 'without lines', order: term(), days: 0 },
	])('payment term: $name', ({ order, days }) => {
		expect(factsOf(order)['paymentTermDays']).toBe(days);
	});

	it.each<{ name: string; promised: string | false; days: number | null }>([
		{ name: 'no date', promised: false, days: null },
		{ name: 'a day from now', promised: '2030-03-02 10:00:00', days: 1 },
		{ name: 'a minute more', promised: '2030-03-02 10:20:00', days: 1.01 },
		{ name: 'now', promised: '2030-03-01 10:00:00', days: 0 },
		{ name: 'past', promised: '2030-02-28 22:00:00', days: -0.5 },
	])('promised delivery: $name', ({ promised, days }) => {
		expect(factsOf({ commitment_date: promised })['daysToCommitment']).toBe(days);
	});
});
