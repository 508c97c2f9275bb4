import { roundMoney } from '../../money';
import { amountBeyond } from '../facts/amountBeyond';
import { companyRate } from '../facts/companyRate';
import { percentAbove } from '../facts/percentAbove';
import { Unknown } from '../facts/Unknown';
import { unitsIn } from '../facts/unitsIn';
import { billLines, type BillLine, type OrderLine, type VendorBill } from './vendorBill';

/** A line of an order, with the lines of the bill that ask for it. */
export interface Match {
	order: OrderLine;
	lines: BillLine[];
}

const placed = ['purchase', 'done'];

/**
 * The order line that a line of the bill is about. An order that was never placed or was cancelled
 * justifies nothing, nor does one for another product.
 */
export function orderLineOf({ product_id, purchase_line_id: order }: BillLine): OrderLine | null {
	if (order === null || !placed.includes(order.order_id.state)) return null;
	return order.product_id?.id === product_id?.id ? order : null;
}

export function matchesOf(bill: VendorBill): Match[] {
	const matches = new Map<number, Match>();
	for (const line of billLines(bill)) {
		const order = orderLineOf(line);
		if (order === null) continue;
		const match = matches.get(order.id) ?? { order, lines: [] };
		match.lines.push(line);
		matches.set(order.id, match);
	}
	return [...matches.values()];
}

/** What the bill asks for, in units of the product. */
export function billedNow({ order, lines }: Match): number {
	return lines.reduce((sum, line) => sum + piecesOf(line, order), 0);
}

/** What other bills asked for and were entered in the books, less what was credited. */
export function billedBefore(bill: VendorBill, order: OrderLine): number {
	return postedElsewhere(bill, order).reduce(
		(sum, line) => sum + piecesOf(line, order) * (line.move_id.move_type === 'in_refund' ? -1 : 1),
		0,
	);
}

export function postedElsewhere(
	bill: VendorBill,
	{ invoice_lines }: OrderLine,
): OrderLine['invoice_lines'] {
	return invoice_lines.filter(
		({ move_id }) => move_id.id !== bill.id && move_id.state === 'posted',
	);
}

/** What was received, in units of the product. */
export function received(order: OrderLine): number {
	return order.qty_received * unitsIn(unitOf(order), order.product_id?.uom_id);
}

/** Whether the supplier may bill only what was received. */
function isBilledOnReceipt({ product_id }: OrderLine): boolean {
	return product_id?.purchase_method === 'receive';
}

/** By how much all bills together ask for more than was ordered, in units of the product. */
export function overOrdered(bill: VendorBill, match: Match): number {
	const now = billedNow(match);
	const all = now + billedBefore(bill, match.order);
	return now > 0 ? amountBeyond(all, match.order.product_uom_qty) : 0;
}

/** The same beyond what was received, of what may be billed on receipt only. */
export function overReceived(bill: VendorBill, match: Match): number {
	const now = billedNow(match);
	if (now <= 0 || !isBilledOnReceipt(match.order)) return 0;
	return amountBeyond(now + billedBefore(bill, match.order), received(match.order));
}

/**
 * What one unit of the product was ordered for, net of discounts and taxes, in the bill's currency;
 * `null` where Odoo has no rate for it. Between two documents of one currency, rates change nothing.
 */
export function orderPrice(bill: VendorBill, order: OrderLine): number | null {
	const { currency_id: currency, currency_rate } = order.order_id;
	const price = ownPrice(order);
	if (currency.id === bill.currency_id.id) return price;
	const [from, to] = [companyRate({ ...bill, currency_id: currency, currency_rate }), rateOf(bill)];
	return from === null || to === null ? null : (price / from) * to;
}

function ownPrice(order: OrderLine): number {
	const { product_uom_qty: pieces, price_subtotal, price_unit, discount } = order;
	if (pieces > 0) return price_subtotal / pieces;
	return (price_unit * (1 - discount / 100)) / unitsIn(unitOf(order), order.product_id?.uom_id);
}

/** How many percent the price of a bill line is above the one that was ordered. */
export function abovePrice(bill: VendorBill, { order, lines }: Match): number[] | Unknown {
	const agreed = orderPrice(bill, order);
	if (agreed === null) return noRate;
	const prices = lines
		.filter(({ quantity }) => quantity > 0)
		.map((line) => line.price_subtotal / piecesOf(line, order));
	if (agreed > 0) return prices.map((price) => percentAbove(price, agreed));
	return prices.some((price) => price > 0)
		? new Unknown('something was ordered without a price')
		: prices.map(() => 0);
}

const noRate = new Unknown('an order or the bill has no rate to the company currency');

/**
 * What the bill asks beyond what orders and receipts justify, without tax and in the company's
 * currency. What it asks too little on one line makes up for nothing on another.
 */
export function difference(bill: VendorBill): number | Unknown {
	const rate = rateOf(bill);
	const excesses = [
		...matchesOf(bill).map((match) => excessOf(bill, match)),
		...billLines(bill)
			.filter((line) => orderLineOf(line) === null)
			.map(({ price_subtotal }) => Math.max(0, price_subtotal)),
	];
	const known = excesses.filter((one) => one !== null);
	if (rate === null || known.length < excesses.length) return noRate;
	const sum = known.reduce((total, one) => total + one, 0);
	return roundMoney(sum / rate, bill.company_id.currency_id.decimal_places);
}

function excessOf(bill: VendorBill, match: Match): number | null {
	const { order, lines } = match;
	const price = orderPrice(bill, order);
	if (price === null) return null;
	const asked = lines.reduce((sum, { price_subtotal }) => sum + price_subtotal, 0);
	const allowed = isBilledOnReceipt(order)
		? Math.min(order.product_uom_qty, received(order))
		: order.product_uom_qty;
	const left = Math.max(0, allowed - billedBefore(bill, order));
	const justified = Math.min(Math.max(0, billedNow(match)), left) * price;
	return Math.max(0, asked - roundMoney(justified, bill.currency_id.decimal_places));
}

/** Units of the bill's currency for one of the company's; `null` where Odoo has none. */
export function rateOf(bill: VendorBill): number | null {
	const { amount_untaxed: own, amount_untaxed_signed: signed } = bill;
	// Before Odoo kept the rate, the two amounts told it.
	const told = signed === 0 ? 0 : Math.abs(own / signed);
	return companyRate({ ...bill, currency_rate: bill.invoice_currency_rate ?? told });
}

function piecesOf(
	{ quantity, product_uom_id }: Pick<BillLine, 'quantity' | 'product_uom_id'>,
	{ product_id }: OrderLine,
): number {
	return quantity * unitsIn(product_uom_id, product_id?.uom_id);
}

function unitOf({ product_uom_id, product_uom }: OrderLine) {
	return product_uom_id ?? product_uom;
}
