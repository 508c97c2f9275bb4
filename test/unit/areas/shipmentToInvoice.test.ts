import { shipmentToInvoice } from '../../../src/domain/areas/shipmentToInvoice/shipmentToInvoice';
import type { RelatedRows } from '../../../src/domain/case/relatedQuery';
import { fingerprintOf } from '../../../src/domain/case/watched';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import { euro } from './sampleBill';
import { aDeliveredOrder, goods, soldLine } from './sampleDelivery';

const now = '2030-03-01T10:00:00.000Z';
const none: RelatedRows = { rows: [] };
const gather = (changes: object = {}, related: Record<string, RelatedRows> = {}) => {
	const beside = { documents: none, releasedBefore: none, ...related };
	return shipmentToInvoice.gather(answering(aDeliveredOrder(changes), { related: beside }), now);
};
const factsOf = (changes: object = {}, related: Record<string, RelatedRows> = {}) =>
	gather(changes, related).facts;
const ofLines = (...lines: object[]) => factsOf({ order_line: lines.map(soldLine) });

describe('the facts of an order that was delivered', () => {
	it('are what a delivery as ordered says', () => {
		expect(factsOf()).toEqual({
			toInvoiceAmount: 1000,
			currency: 'USD',
			deliveredPercent: 100,
			hoursSinceDelivery: 1.5,
			hasProofOfDelivery: true,
			aboveOrderPercent: 0,
			linesNotOrdered: 0,
			linesWithoutPrice: 0,
			belowReleasedPercent: null,
			undeliveredAmount: 0,
			openReturns: 0,
			linesToCredit: 0,
			earlierInvoices: 0,
			company: 'My Company',
			region: 'Germany',
			productCategory: ['Winches'],
		});
	});

	it.each<{ name: string; lines: object[]; amount: number }>([
		{ name: 'a part', lines: [{ qty_to_invoice: 2.5 }], amount: 250 },
		{
			name: 'net of discounts, and rounded line by line',
			lines: [
				{ qty_to_invoice: 1, price_unit: 9.99, discount: 12.5, price_subtotal: 87.41 },
				{ qty_to_invoice: 1, price_unit: 0.125, price_subtotal: 1.25 },
			],
			amount: 8.87,
		},
		{
			name: 'without the tax that is in the price',
			lines: [{ qty_to_invoice: 5, price_unit: 119, price_subtotal: 1000 }],
			amount: 500,
		},
		{
			name: 'what came on while it was delivered',
			lines: [{ product_uom_qty: 0, price_subtotal: 0, qty_to_invoice: 2, price_unit: 50 }],
			amount: 100,
		},
		{
			name: 'less a down payment',
			lines: [
				{},
				{
					is_downpayment: true,
					product_uom_qty: 0,
					price_subtotal: 0,
					price_unit: 300,
					qty_to_invoice: -1,
					move_ids: [],
				},
			],
			amount: 700,
		},
		{ name: 'less what was invoiced too much', lines: [{ qty_to_invoice: -2 }], amount: -200 },
		{ name: 'no heading', lines: [{ display_type: 'line_section' }], amount: 0 },
	])('to invoice: $name', ({ lines, amount }) => {
		expect(ofLines(...lines)['toInvoiceAmount']).toBe(amount);
	});

	it.each<{ name: string; order: object; amount: number | null }>([
		{ name: 'converted', order: { currency_id: euro, currency_rate: 0.8 }, amount: 1250 },
		{
			name: 'not known without a rate',
			order: { currency_id: euro, currency_rate: 0 },
			amount: null,
		},
	])('value in the currency of the company: $name', ({ order, amount }) => {
		expect(gather(order)).toMatchObject({
			amount,
			currency: 'USD',
			facts: { toInvoiceAmount: amount },
			proposal: { amount: 1000 },
		});
	});

	it.each<{ name: string; lines: object[]; percent: number | null; above: number }>([
		{ name: 'a third, rounded down', lines: [{ qty_delivered: 10 / 3 }], percent: 33.33, above: 0 },
		{
			name: 'by value, and no line makes up for another',
			lines: [{ qty_delivered: 20 }, { qty_delivered: 0, price_unit: 300, price_subtotal: 3000 }],
			percent: 25,
			above: 100,
		},
		{
			name: 'no services',
			lines: [{}, { product_id: { ...goods, type: 'service' }, qty_delivered: 0 }],
			percent: 100,
			above: 0,
		},
		{
			name: 'nothing but services',
			lines: [{ product_id: { ...goods, type: 'service' } }],
			percent: null,
			above: 0,
		},
		{
			name: 'goods without value',
			lines: [{ price_unit: 0, price_subtotal: 0 }],
			percent: null,
			above: 0,
		},
		{ name: 'a little more', lines: [{ qty_delivered: 10.01 }], percent: 100, above: 0.1 },
		{ name: 'less', lines: [{ qty_delivered: 9 }], percent: 90, above: 0 },
	])('delivered: $name', ({ lines, percent, above }) => {
		expect(ofLines(...lines)).toMatchObject({
			deliveredPercent: percent,
			aboveOrderPercent: above,
		});
	});

	it.each<{ name: string; line: object; count: number }>([
		{ name: 'as ordered', line: {}, count: 0 },
		{ name: 'that nobody ordered', line: { product_uom_qty: 0, qty_delivered: 1 }, count: 1 },
		{
			name: 'that nobody delivered either',
			line: { product_uom_qty: 0, qty_delivered: 0 },
			count: 0,
		},
	])('goods $name', ({ line, count }) => {
		expect(ofLines(line)['linesNotOrdered']).toBe(count);
	});

	it.each<{ name: string; line: object; count: number }>([
		{ name: 'with a price', line: {}, count: 0 },
		{ name: 'without one', line: { price_unit: 0, price_subtotal: 0 }, count: 1 },
		{ name: 'with a discount of all of it', line: { discount: 100, price_subtotal: 0 }, count: 1 },
		{ name: 'without one, invoiced before', line: { price_unit: 0, qty_to_invoice: 0 }, count: 0 },
		{ name: 'of less than a cent', line: { price_unit: 0.004, price_subtotal: 0.04 }, count: 0 },
		{
			name: 'whose parts carry the price',
			line: { price_unit: 0, price_subtotal: 0, product_id: { ...goods, type: 'combo' } },
			count: 0,
		},
	])('a line $name', ({ line, count }) => {
		expect(ofLines(line)['linesWithoutPrice']).toBe(count);
	});

	it.each<{ name: string; line: object; amount: number }>([
		{ name: 'all is there', line: {}, amount: 0 },
		{ name: 'ordered, and not delivered', line: { qty_delivered: 4 }, amount: 600 },
		{
			name: 'what was invoiced does not count twice',
			line: { qty_delivered: 4, qty_invoiced: 4, qty_to_invoice: 6 },
			amount: 600,
		},
		{
			name: 'invoiced ahead before',
			line: { qty_delivered: 2, qty_invoiced: 4, qty_to_invoice: 6 },
			amount: 600,
		},
		{
			name: 'services',
			line: { qty_delivered: 0, product_id: { ...goods, type: 'service' } },
			amount: 0,
		},
	])('ahead of the delivery: $name', ({ line, amount }) => {
		expect(ofLines(line)['undeliveredAmount']).toBe(amount);
	});

	it.each<{ name: string; rows: object[]; percent: number | null }>([
		{ name: 'never', rows: [], percent: null },
		{ name: 'without a value', rows: [{ id: 1, x_amount: 0 }], percent: null },
		{ name: 'at the same value', rows: [{ id: 1, x_amount: 1000 }], percent: 0 },
		{ name: 'at more', rows: [{ id: 1, x_amount: 1010 }], percent: 1 },
		{ name: 'at less', rows: [{ id: 1, x_amount: 900 }], percent: 0 },
	])('released $name', ({ rows, percent }) => {
		const releasedBefore = { rows } as RelatedRows;
		expect(factsOf({}, { releasedBefore })['belowReleasedPercent']).toBe(percent);
	});

	it.each<{ name: string; invoices: object[] | undefined; count: number | null }>([
		{
			name: 'in the books',
			invoices: [
				{ id: 1, state: 'posted', move_type: 'out_invoice' },
				{ id: 2, state: 'draft', move_type: 'out_invoice' },
				{ id: 3, state: 'posted', move_type: 'out_refund' },
			],
			count: 1,
		},
		{ name: 'that may not be read', invoices: undefined, count: null },
	])('invoices $name', ({ invoices, count }) => {
		expect(factsOf({ invoice_ids: invoices })['earlierInvoices']).toBe(count);
	});
});

describe('what is gathered of an order that was delivered', () => {
	it.each<{ name: string; order: object; isSame: boolean }>([
		{ name: 'who wrote it last', order: { write_uid: false }, isSame: true },
		{ name: 'a document', order: { order_line: [soldLine({ move_ids: [] })] }, isSame: true },
		{
			name: 'what was delivered',
			order: { order_line: [soldLine({ qty_delivered: 11 })] },
			isSame: false,
		},
		{
			name: 'what was invoiced',
			order: { order_line: [soldLine({ qty_invoiced: 1 })] },
			isSame: false,
		},
		{
			name: 'the address',
			order: { partner_invoice_id: { id: 23, display_name: 'Else' } },
			isSame: false,
		},
	])('the fingerprint after a change of $name', ({ order, isSame }) => {
		const before = fingerprintOf(gather().watched);
		expect(fingerprintOf(gather(order).watched) === before).toBe(isSame);
	});

	it('shows what a decision needs', () => {
		const { figures, lines } = gather();
		expect(Object.fromEntries(figures.map(({ label, value }) => [label, value]))).toMatchObject({
			Customer: 'Wharf & Co',
			'To invoice without tax': '1,000 USD',
			'Time since the last delivery': '1.5 hours',
			'Proof of delivery': 'yes',
			'Payment terms': 'due at once',
			Salesperson: 'Mia',
		});
		expect(lines.rows).toEqual([['Winch', '10', '10', '0', '10', '100.00 USD', '0 %']]);
		expect(lines.columns).toHaveLength(7);
	});
});

describe('the default policy for what was delivered', () => {
	const policy = shipmentToInvoice.defaultPolicy;

	it('is sound and agrees with its examples', async () => {
		expect(await parsePolicy(policy)).toEqual(policy);
	});

	it('takes the facts that are gathered, and gives reasons that read well', async () => {
		const facts = ofLines({ qty_delivered: 10.5, qty_to_invoice: 10.5 }, { qty_to_invoice: -1 });
		const { outcome, rules } = await evaluate(policy, facts);
		expect(outcome).toBe('require_approval');
		expect(rules.map(({ reason }) => reason)).toEqual([
			'5 % more was delivered than was ordered, which is above 2 %',
			'Too much was invoiced before and would be deducted (lines: 1)',
		]);
	});
});
