import { invoiceMatch } from '../../../src/domain/areas/invoiceMatch/invoiceMatch';
import type { RelatedRows } from '../../../src/domain/case/relatedQuery';
import { fingerprintOf } from '../../../src/domain/case/watched';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import { aBill, billed, billLine, dozen, euro, ordered } from './sampleBill';

const now = '2030-03-01T10:00:00.000Z';
const none: RelatedRows = { rows: [] };
const beside = { sameReference: none, recentBills: none, earlierBills: { rows: [{ count: 3 }] } };
const gather = (changes: object = {}, related: Record<string, RelatedRows> = {}) =>
	invoiceMatch.gather(answering(aBill(changes), { related: { ...beside, ...related } }), now);
const factsOf = (changes: object = {}, related: Record<string, RelatedRows> = {}) =>
	gather(changes, related).facts;
const other = (changes: object = {}) => ({
	id: 88,
	ref: 'something else',
	invoice_date: '2030-02-01',
	amount_total: 7,
	currency_id: { id: 1 },
	...changes,
});

describe('the facts of a vendor bill', () => {
	it('are what a bill that matches says', () => {
		expect(factsOf()).toEqual({
			billAmount: 1000,
			currency: 'USD',
			aboveOrderPricePercent: 0,
			overOrderedQuantity: 0,
			overReceivedQuantity: 0,
			differenceAmount: 0,
			linesWithoutOrder: 0,
			isOtherSupplier: false,
			isDuplicate: false,
			sameAmountBills: 0,
			daysToDue: 30,
			supplierBills: 3,
			company: 'My Company',
			region: 'Germany',
			productCategory: ['Pumps'],
		});
	});

	it('is valued in the currency of the company', () => {
		const bill = { currency_id: euro, amount_untaxed_signed: -1250.004 };
		expect(gather(bill)).toMatchObject({
			amount: 1250,
			currency: 'USD',
			facts: { billAmount: 1250, currency: 'USD' },
		});
	});

	it('compares nothing where no order is behind the bill, and says so', () => {
		const { facts, unknown } = gather({
			invoice_line_ids: [billLine({ purchase_line_id: false })],
		});
		expect(facts).toMatchObject({
			aboveOrderPricePercent: null,
			overOrderedQuantity: null,
			overReceivedQuantity: null,
			isOtherSupplier: null,
			differenceAmount: 1000,
		});
		expect(unknown).toMatchObject({ isOtherSupplier: 'no line comes from an order' });
	});

	it.each<{ name: string; supplierId: number; isOther: boolean }>([
		{ name: 'the company behind the contact', supplierId: 20, isOther: false },
		{ name: 'somebody else', supplierId: 22, isOther: true },
	])('supplier of the order: $name', ({ supplierId, isOther }) => {
		const partner_id = { id: 23, commercial_partner_id: { id: supplierId } };
		const order = ordered({ order_id: { partner_id } });
		const facts = factsOf({ invoice_line_ids: [billLine({ purchase_line_id: order })] });
		expect(facts['isOtherSupplier']).toBe(isOther);
	});

	it.each<{ name: string; ref?: string | false; same?: object[]; recent?: object[]; is: unknown }>([
		{ name: 'no other bill', is: false },
		{ name: 'an old one with the same reference', same: [other({ ref: 'INV 12/7' })], is: true },
		{ name: 'one that is written otherwise', recent: [other({ ref: 'inv-12.7' })], is: true },
		{ name: 'another reference', recent: [other({ ref: 'INV 12/8' })], is: false },
		{ name: 'one without reference', recent: [other({ ref: false })], is: false },
		{ name: 'only signs', ref: '-', recent: [other({ ref: '/' })], is: false },
		{ name: 'no reference of its own', ref: false, same: [other({ ref: false })], is: null },
	])('duplicate: $name', ({ ref = 'INV 12/7', same = [], recent = [], is }) => {
		const rows = (list: object[]): RelatedRows => ({ rows: list as never });
		const facts = factsOf({ ref }, { sameReference: rows(same), recentBills: rows(recent) });
		expect(facts['isDuplicate']).toBe(is);
	});

	it.each<{ name: string; bill?: object; recent: object; count: number }>([
		{ name: 'the same', recent: {}, count: 1 },
		{ name: 'another day', recent: { invoice_date: '2030-02-21' }, count: 0 },
		{ name: 'another total', recent: { amount_total: 1190.01 }, count: 0 },
		{ name: 'another currency', recent: { currency_id: { id: 125 } }, count: 0 },
		{ name: 'nothing', bill: { amount_total: 0 }, recent: { amount_total: 0 }, count: 0 },
	])('date and total: $name', ({ bill = {}, recent, count }) => {
		const like = other({ invoice_date: '2030-02-20', amount_total: 1190, ...recent });
		expect(factsOf(bill, { recentBills: { rows: [like] } })['sameAmountBills']).toBe(count);
	});

	it.each<{ due: string | false; days: number | null }>([
		{ due: '2030-03-02', days: 1 },
		{ due: '2030-03-01', days: 0 },
		{ due: '2030-02-28', days: -1 },
		{ due: false, days: null },
	])('due on $due', ({ due, days }) => {
		expect(factsOf({ invoice_date_due: due })['daysToDue']).toBe(days);
	});

	it('is not known to be new where bills may not be read', () => {
		const absent: RelatedRows = { absent: 'forbidden' };
		const related = { sameReference: absent, recentBills: absent, earlierBills: absent };
		expect(factsOf({}, related)).toMatchObject({
			isDuplicate: null,
			sameAmountBills: null,
			supplierBills: null,
		});
	});

	it('can be read without supplier, product and dates', () => {
		const bare = { product_id: false, product_uom_id: false, purchase_line_id: false };
		const { facts, name, requester } = gather({
			partner_id: false,
			commercial_partner_id: false,
			invoice_line_ids: [billLine(bare)],
		});
		expect(facts).toMatchObject({ region: null, productCategory: null, linesWithoutOrder: 1 });
		expect({ name, requester }).toEqual({
			name: 'Draft Bill',
			requester: { id: 6, name: 'Carl' },
		});
	});
});

describe('what is gathered of a vendor bill', () => {
	it('keeps what the facts rest on beside the bill', () => {
		const order = ordered({ invoice_lines: [billed(3), billed(1, { state: 'draft' })] });
		const line = billLine({ purchase_line_id: order });
		expect(gather({ invoice_line_ids: [line] }).proposal).toEqual({
			orderLines: [
				{
					id: 70,
					product_qty: 10,
					qty_received: 10,
					price_unit: 100,
					discount: 0,
					billedBy: [900],
				},
			],
		});
	});

	it.each<{ name: string; bill: object; isSame: boolean }>([
		{ name: 'who wrote it last', bill: { write_uid: false }, isSame: true },
		{ name: 'the reference', bill: { ref: 'INV 13' }, isSame: false },
		{ name: 'the due date', bill: { invoice_date_due: '2030-04-01' }, isSame: false },
		{ name: 'the tax', bill: { amount_total: 1000 }, isSame: false },
		{
			name: 'the order behind a line',
			bill: { invoice_line_ids: [billLine({ purchase_line_id: ordered({ id: 72 }) })] },
			isSame: false,
		},
		{
			name: 'what was received',
			bill: { invoice_line_ids: [billLine({ purchase_line_id: ordered({ qty_received: 1 }) })] },
			isSame: true,
		},
	])('the fingerprint after a change of $name', ({ bill, isSame }) => {
		const before = fingerprintOf(gather().watched);
		expect(fingerprintOf(gather(bill).watched) === before).toBe(isSame);
	});

	it('shows the bill beside the order, each in its unit', () => {
		const order = ordered({
			product_uom_id: dozen,
			product_qty: 2,
			product_uom_qty: 24,
			qty_received: 1,
			price_subtotal: 1200,
			invoice_lines: [billed(6)],
		});
		const line = { quantity: 1, product_uom_id: dozen, price_unit: 612, price_subtotal: 612 };
		const free = billLine({ id: 81, product_id: false, purchase_line_id: false, discount: 5 });
		const { lines, figures } = gather({
			invoice_line_ids: [billLine({ ...line, purchase_line_id: order }), free],
		});
		expect(lines.rows).toEqual([
			[
				'Pump',
				'1 Dozens',
				'612.00 USD',
				'0 %',
				'612.00 USD',
				'24 Units',
				'12 Units',
				'6 Units',
				'50.00 USD',
			],
			['no product', '10 Units', '100.00 USD', '5 %', '1,000.00 USD', 'no order', '', '', ''],
		]);
		expect(lines.columns).toHaveLength(9);
		expect(Object.fromEntries(figures.map(({ label, value }) => [label, value]))).toMatchObject({
			Supplier: 'Pumps & Parts Ltd, Accounts',
			'Beyond order and receipt': '1,312 USD',
			'Above the price ordered': '2 %',
			'Beyond what was received': '6',
			Due: '2030-03-31',
			Responsible: 'nobody',
		});
	});
});

describe('the default policy for vendor bills', () => {
	const policy = invoiceMatch.defaultPolicy;

	it('is sound and agrees with its examples', async () => {
		expect(await parsePolicy(policy)).toEqual(policy);
	});

	it('takes the facts that are gathered, and gives reasons that read well', async () => {
		const line = billLine({ price_subtotal: 1100, purchase_line_id: ordered({ qty_received: 9 }) });
		const { outcome, rules, role } = await evaluate(policy, factsOf({ invoice_line_ids: [line] }));
		expect({ outcome, role }).toEqual({ outcome: 'require_approval', role: 'purchase_manager' });
		expect(rules.map(({ reason }) => reason)).toEqual([
			'The bill asks 200 USD beyond what order and receipt justify',
			'A price is 10 % above the one ordered, more than 2 %',
			'More is billed than was received: 1 units of a product',
		]);
	});

	it.each<{ days: number | null; slaClass: string }>([
		{ days: 3, slaClass: 'urgent' },
		{ days: 4, slaClass: 'standard' },
		{ days: null, slaClass: 'standard' },
	])('hurries what is due in $days days', async ({ days, slaClass }) => {
		const facts = { ...factsOf(), differenceAmount: 60, daysToDue: days };
		expect(await evaluate(policy, facts)).toMatchObject({
			outcome: 'require_approval',
			slaClass,
			missingFacts: [],
		});
	});
});
