import { invoiceMatch } from '../../../src/domain/areas/invoiceMatch/invoiceMatch';
import { answering } from './answering';
import { aBill, billed, billLine, dozen, euro, ordered } from './sampleBill';

const now = '2030-03-01T10:00:00.000Z';
const factsOf = (changes: object) => invoiceMatch.gather(answering(aBill(changes)), now).facts;
/** Facts of a bill with one line, of the order line behind it. */
const matched = (line: object, order: object) =>
	factsOf({ invoice_line_ids: [billLine({ ...line, purchase_line_id: ordered(order) })] });

describe('a vendor bill beside its orders and receipts', () => {
	it.each<{ name: string; line: object; order: object; percent: number | null; beyond: number }>([
		{
			name: 'the price that was ordered',
			line: {},
			order: {},
			percent: 0,
			beyond: 0,
		},
		{
			name: 'a lower price',
			line: { price_subtotal: 900 },
			order: {},
			percent: 0,
			beyond: 0,
		},
		{
			name: 'a price at a limit',
			line: { price_subtotal: 1020 },
			order: {},
			percent: 2,
			beyond: 20,
		},
		{
			name: 'a price a cent above a limit, rounded up',
			line: { price_subtotal: 1020.01 },
			order: {},
			percent: 2.01,
			beyond: 20.01,
		},
		{
			name: 'a discount that was ordered and is not given',
			line: {},
			order: { discount: 10, price_subtotal: 900 },
			percent: 11.12,
			beyond: 100,
		},
		{
			name: 'another unit than was ordered',
			line: { quantity: 1, product_uom_id: dozen, price_subtotal: 1230 },
			order: { product_uom_qty: 12, product_qty: 12, qty_received: 12, price_subtotal: 1200 },
			percent: 2.5,
			beyond: 30,
		},
		{
			name: 'an order in another unit than it is received and billed in',
			line: { quantity: 24, price_subtotal: 2424 },
			order: {
				product_uom_id: dozen,
				product_qty: 2,
				product_uom_qty: 24,
				qty_received: 2,
				price_subtotal: 2400,
			},
			percent: 1,
			beyond: 24,
		},
		{
			name: 'an order line without a quantity, by its price',
			line: { quantity: 1, price_subtotal: 110 },
			order: { product_qty: 0, product_uom_qty: 0, qty_received: 1, price_subtotal: 0 },
			percent: 10,
			beyond: 110,
		},
		{
			name: 'something ordered without a price',
			line: {},
			order: { price_unit: 0, price_subtotal: 0 },
			percent: null,
			beyond: 1000,
		},
		{
			name: 'something given away, as ordered',
			line: { price_unit: 0, price_subtotal: 0 },
			order: { price_unit: 0, price_subtotal: 0 },
			percent: 0,
			beyond: 0,
		},
	])('price: $name', ({ line, order, percent, beyond }) => {
		expect(matched(line, order)).toMatchObject({
			aboveOrderPricePercent: percent,
			differenceAmount: beyond,
		});
	});

	it.each<{
		name: string;
		line?: object;
		order: object;
		overOrdered: number;
		overReceived: number;
		beyond: number;
	}>([
		{
			name: 'all that was received',
			order: { qty_received: 10 },
			overOrdered: 0,
			overReceived: 0,
			beyond: 0,
		},
		{
			name: 'more than was received',
			order: { qty_received: 7.5 },
			overOrdered: 0,
			overReceived: 2.5,
			beyond: 250,
		},
		{
			name: 'more than was received, of what is billed when it is ordered',
			order: {
				qty_received: 0,
				product_id: { id: 56, uom_id: dozen, purchase_method: 'purchase' },
				product_uom_qty: 10 / 12,
			},
			overOrdered: 0,
			overReceived: 0,
			beyond: 0,
		},
		{
			name: 'more than was ordered, though it was received',
			order: { product_qty: 8, product_uom_qty: 8, price_subtotal: 800 },
			overOrdered: 2,
			overReceived: 0,
			beyond: 200,
		},
		{
			name: 'the rest of what other bills asked for',
			line: { quantity: 4, price_subtotal: 400 },
			order: { invoice_lines: [billed(6), billed(4, { id: 91, state: 'draft' })] },
			overOrdered: 0,
			overReceived: 0,
			beyond: 0,
		},
		{
			name: 'more than other bills left',
			line: { quantity: 5, price_subtotal: 500 },
			order: { invoice_lines: [billed(4), billed(2)] },
			overOrdered: 1,
			overReceived: 1,
			beyond: 100,
		},
		{
			name: 'what was billed and credited',
			order: { invoice_lines: [billed(10), billed(10, { move_type: 'in_refund' })] },
			overOrdered: 0,
			overReceived: 0,
			beyond: 0,
		},
		{
			name: 'what bills ask for that are not in the books',
			order: { invoice_lines: [billed(10, { state: 'draft' }), billed(10, { state: 'cancel' })] },
			overOrdered: 0,
			overReceived: 0,
			beyond: 0,
		},
		{
			name: 'a bill after one that asked for too much already',
			line: { quantity: 1, price_subtotal: 100 },
			order: { invoice_lines: [billed(15)] },
			overOrdered: 6,
			overReceived: 6,
			beyond: 100,
		},
		{
			name: 'what the supplier takes back',
			line: { quantity: -2, price_subtotal: -200 },
			order: { qty_received: 0 },
			overOrdered: 0,
			overReceived: 0,
			beyond: 0,
		},
		{
			name: 'fractions that are not binary',
			line: { quantity: 0.1, price_subtotal: 10 },
			order: {
				product_qty: 0.3,
				product_uom_qty: 0.3,
				qty_received: 0.3,
				price_subtotal: 30,
				invoice_lines: [billed(0.2)],
			},
			overOrdered: 0,
			overReceived: 0,
			beyond: 0,
		},
	])('quantity: $name', ({ line = {}, order, overOrdered, overReceived, beyond }) => {
		expect(matched(line, order)).toMatchObject({
			overOrderedQuantity: overOrdered,
			overReceivedQuantity: overReceived,
			differenceAmount: beyond,
		});
	});

	it('adds up lines of one bill that share an order line', () => {
		const half = { quantity: 6, price_subtotal: 600 };
		expect(
			factsOf({ invoice_line_ids: [billLine(half), billLine({ ...half, id: 81 })] }),
		).toMatchObject({ overOrderedQuantity: 2, overReceivedQuantity: 2, differenceAmount: 200 });
	});

	it('takes nothing of one line to make up for another', () => {
		const dear = billLine({ price_subtotal: 1100 });
		const cheap = billLine({
			id: 81,
			price_subtotal: 500,
			purchase_line_id: ordered({ id: 71 }),
		});
		const discount = billLine({ id: 82, price_subtotal: -100, purchase_line_id: false });
		expect(factsOf({ invoice_line_ids: [dear, cheap, discount] })['differenceAmount']).toBe(100);
	});

	it.each<{ name: string; bill: object; order: object; percent: number | null; beyond: unknown }>([
		{
			name: 'one currency, whatever the rates',
			bill: { currency_id: euro, invoice_currency_rate: 0.5 },
			order: { currency_id: euro, currency_rate: 0.8 },
			percent: 0,
			beyond: 0,
		},
		{
			name: 'a bill in another one',
			bill: { currency_id: euro, invoice_currency_rate: 0.8 },
			order: {},
			percent: 25,
			beyond: 250,
		},
		{
			name: 'an order in another one',
			bill: {},
			order: { currency_id: euro, currency_rate: 1.25 },
			percent: 25,
			beyond: 200,
		},
		{
			name: 'the rate that the amounts tell, before Odoo kept it',
			bill: { currency_id: euro, invoice_currency_rate: undefined, amount_untaxed_signed: -1250 },
			order: {},
			percent: 25,
			beyond: 250,
		},
		{
			name: 'no rate of the order',
			bill: {},
			order: { currency_id: euro, currency_rate: 0 },
			percent: null,
			beyond: null,
		},
		{
			name: 'no rate of the bill',
			bill: { currency_id: euro, invoice_currency_rate: 0 },
			order: { currency_id: euro, currency_rate: 0.8 },
			percent: 0,
			beyond: null,
		},
	])('currency: $name', ({ bill, order, percent, beyond }) => {
		const purchase_line_id = ordered({ order_id: order });
		const facts = factsOf({ ...bill, invoice_line_ids: [billLine({ purchase_line_id })] });
		expect(facts).toMatchObject({ aboveOrderPricePercent: percent, differenceAmount: beyond });
	});

	it.each<{ name: string; line: object; without: number }>([
		{ name: 'none', line: { purchase_line_id: false }, without: 1 },
		{
			name: 'one that was not placed',
			line: { purchase_line_id: ordered({ order_id: { state: 'to approve' } }) },
			without: 1,
		},
		{
			name: 'one that was cancelled',
			line: { purchase_line_id: ordered({ order_id: { state: 'cancel' } }) },
			without: 1,
		},
		{
			name: 'one for another product',
			line: { product_id: { id: 57, display_name: 'Valve', categ_id: false } },
			without: 1,
		},
		{
			name: 'a locked one',
			line: { purchase_line_id: ordered({ order_id: { state: 'done' } }) },
			without: 0,
		},
		{
			name: 'none behind a heading',
			line: { display_type: 'line_section', product_id: false, purchase_line_id: false },
			without: 0,
		},
		{
			name: 'none behind a line without quantity',
			line: { quantity: 0, purchase_line_id: false },
			without: 0,
		},
	])('order: $name', ({ line, without }) => {
		expect(factsOf({ invoice_line_ids: [billLine(line)] })['linesWithoutOrder']).toBe(without);
	});
});
