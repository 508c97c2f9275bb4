import type { RecordAnswer } from '../../../src/domain/areas/Area';
import { effectsOn } from '../../../src/domain/areas/effectsOn';
import { procurement } from '../../../src/domain/areas/procurement/procurement';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { answering } from './answering';

const now = '2030-03-06T10:00:00.000Z';
const usDollar = { id: 1, name: 'USD', decimal_places: 2 };
const person = { id: 7, display_name: 'Carl' };
const pieces = { id: 1, display_name: 'Units', factor: 1, relative_factor: 1 };
const dozen = { id: 2, display_name: 'Dozen', factor: 12, relative_factor: 12 };
const pump = {
	id: 56,
	display_name: 'Pump',
	categ_id: { id: 5, display_name: 'Pumps' },
	product_tmpl_id: { id: 156 },
	uom_id: pieces,
};

/** Ten pumps at 110. */
const aLine = (changes: object = {}) => ({
	id: 81,
	display_type: false,
	product_id: pump,
	product_uom_id: pieces,
	product_qty: 10,
	product_uom_qty: 10,
	price_unit: 110,
	discount: 0,
	price_subtotal: 1100,
	date_planned: '2030-03-16 10:00:00',
	...changes,
});
const anOrder = (changes: object = {}) => ({
	id: 9,
	name: 'P00009',
	state: 'to approve',
	user_id: person,
	create_uid: person,
	write_uid: person,
	partner_id: { id: 31, display_name: 'Pumps & Parts Ltd', country_id: false },
	company_id: { id: 1, display_name: 'My Company', currency_id: usDollar },
	currency_id: usDollar,
	currency_rate: 1,
	payment_term_id: false,
	date_planned: '2030-03-16 10:00:00',
	priority: '0',
	origin: false,
	amount_untaxed: 1100,
	amount_total: 1100,
	order_line: [aLine()],
	...changes,
});
const bought = (changes: object = {}) => ({
	id: 3,
	product_id: { id: 56 },
	product_uom_qty: 5,
	price_subtotal: 500,
	order_id: { id: 2, display_name: 'P00002', currency_rate: 1, date_approve: false },
	...changes,
});
const contract = (changes: object = {}) => ({
	id: 4,
	product_id: false,
	product_tmpl_id: { id: 156 },
	product_uom_id: pieces,
	min_qty: 1,
	price: 100,
	discount: 0,
	delay: 5,
	date_start: false,
	date_end: false,
	sequence: 1,
	partner_id: { id: 31, display_name: 'Pumps & Parts Ltd', commercial_partner_id: { id: 31 } },
	currency_id: { id: 1, display_name: 'USD', rate: 1 },
	...changes,
});
const beside = (changes: RecordAnswer['related'] = {}): RecordAnswer['related'] => ({
	lastBought: { rows: [bought()] },
	contracts: { rows: [contract()] },
	earlierOrders: { rows: [{ count: 4 }] },
	notes: { rows: [{ count: 0 }] },
	releasedBefore: { rows: [] },
	...changes,
});
const gather = (order: object = {}, related: RecordAnswer['related'] = {}) =>
	procurement.gather(answering(anOrder(order), { related: beside(related) }), now);

describe('the facts of a purchase order', () => {
	it('compare its prices with what was paid and agreed', () => {
		expect(gather().facts).toMatchObject({
			orderAmount: 1100,
			aboveLastPricePercent: 10,
			aboveContractPercent: 10,
			linesWithoutReference: 0,
			supplierOrders: 4,
			isUrgent: false,
			isJustified: false,
			daysToReceipt: 10,
			leadTimeDays: 5,
			isChange: false,
		});
	});

	it.each<{ name: string; contracts: object[]; percent: number }>([
		{
			name: 'in dozens',
			contracts: [contract({ product_uom_id: dozen, price: 1200, min_qty: 0.5 })],
			percent: 10,
		},
		{
			name: 'in dozens, until Odoo 18',
			contracts: [
				contract({
					product_uom_id: undefined,
					product_uom: { id: 2, display_name: 'Dozen', factor: 1 / 12 },
					price: 1200,
					min_qty: 0.5,
				}),
			],
			percent: 10,
		},
		{ name: 'with a discount', contracts: [contract({ discount: 50 })], percent: 120 },
		{
			name: 'in another currency',
			contracts: [contract({ price: 50, currency_id: { id: 2, display_name: 'EUR', rate: 0.5 } })],
			percent: 10,
		},
		{
			name: 'the best of several',
			contracts: [contract(), contract({ id: 5, price: 80 })],
			percent: 37.5,
		},
		{ name: 'for more than is ordered', contracts: [contract({ min_qty: 11 })], percent: 0 },
		{ name: 'that has ended', contracts: [contract({ date_end: '2030-03-05' })], percent: 0 },
		{ name: 'that ends today', contracts: [contract({ date_end: '2030-03-06' })], percent: 10 },
		{
			name: 'that is still to begin',
			contracts: [contract({ date_start: '2030-03-07' })],
			percent: 0,
		},
		{ name: 'of another variant', contracts: [contract({ product_id: { id: 57 } })], percent: 0 },
		{ name: 'below the order', contracts: [contract({ price: 120 })], percent: 0 },
	])('price list: $name', ({ contracts, percent }) => {
		const related = { contracts: { rows: contracts as Array<Record<string, unknown>> } };
		expect(gather({}, related).facts['aboveContractPercent']).toBe(percent);
	});

	it('counts what has no price to compare with', () => {
		const related = { lastBought: { rows: [] }, contracts: { rows: [] } };
		expect(gather({}, related).facts).toMatchObject({
			linesWithoutReference: 1,
			aboveLastPricePercent: 0,
			leadTimeDays: null,
		});
	});

	it.each([
		{ name: 'marked so', order: { priority: '1' }, isUrgent: true },
		{
			name: 'sooner than the supplier delivers',
			order: { date_planned: '2030-03-09 10:00:00' },
			isUrgent: true,
		},
		{ name: 'just in time', order: { date_planned: '2030-03-11 10:00:00' }, isUrgent: false },
		{ name: 'without a date', order: { date_planned: false }, isUrgent: false },
	])('urgent: $name', ({ order, isUrgent }) => {
		expect(gather(order).facts['isUrgent']).toBe(isUrgent);
	});

	it.each([
		{ name: 'dearer', amount: 1155, percent: 5 },
		{ name: 'cheaper', amount: 990, percent: -10 },
	])('after it was approved, it is $name', ({ amount, percent }) => {
		const related = { releasedBefore: { rows: [{ id: 1, x_amount: 1100 }] } };
		const order = { state: 'purchase', amount_untaxed: amount };
		expect(gather(order, related).facts).toMatchObject({
			isChange: true,
			aboveApprovedPercent: percent,
		});
	});

	it.each([
		{ name: 'not in this Odoo', isAbove: undefined, fact: null },
		{ name: 'kept', isAbove: false, fact: false },
		{ name: 'exceeded', isAbove: true, fact: true },
	])('budgets: $name', ({ isAbove, fact }) => {
		expect(gather({ is_above_budget: isAbove }).facts['isAboveBudget']).toBe(fact);
	});

	it('says what may not be read', () => {
		const { facts, unknown } = gather({}, { lastBought: { absent: 'forbidden' } });
		expect(facts['aboveLastPricePercent']).toBeNull();
		expect(unknown['aboveLastPricePercent']).toContain('may not read earlier purchases');
	});

	it('leaves an order that changed after its approval as it is, when that is approved too', () => {
		const { facts } = gather({ state: 'purchase' });
		expect(effectsOn(procurement, facts).approved.method).toBeNull();
		expect(effectsOn(procurement, gather().facts).approved.method).toBe('approve_purchase');
	});

	it('has a policy that agrees with its examples', async () => {
		await expect(parsePolicy(procurement.defaultPolicy)).resolves.toMatchObject({});
	});
});
