import { roundMoney } from '../../money';
import { roundedDown } from '../facts/rounded';
import { percentAbove } from '../facts/percentAbove';
import { Unknown } from '../facts/Unknown';
import { isGoods, soldLines, type DeliveredLine, type DeliveredOrder } from './deliveredOrder';

/** What the invoice will come to without tax, in the order's currency: down payments are deducted. */
export function amountToInvoice({ order_line, currency_id }: DeliveredOrder): number {
	const { decimal_places: places } = currency_id;
	const amounts = order_line
		.filter(({ display_type }) => display_type === null)
		.map((line) => roundMoney(line.qty_to_invoice * netPrice(line, places), places));
	return roundMoney(
		amounts.reduce((sum, one) => sum + one, 0),
		places,
	);
}

/** What would be invoiced of goods that the customer does not have yet, in the order's currency. */
export function undeliveredAmount(order: DeliveredOrder): number {
	const { decimal_places: places } = order.currency_id;
	const amounts = soldLines(order)
		.filter(isGoods)
		.map((line) => {
			const ahead = line.qty_to_invoice - Math.max(0, line.qty_delivered - line.qty_invoiced);
			return Math.max(0, ahead) * netPrice(line, places);
		});
	return roundMoney(
		amounts.reduce((sum, one) => sum + one, 0),
		places,
	);
}

/**
 * What one unit costs the customer without tax. Where taxes are in the price, only the subtotal
 * tells.
 */
function netPrice(line: DeliveredLine, places: number): number {
	const { price_unit, discount, price_subtotal, product_uom_qty: quantity } = line;
	const price = price_unit * (1 - discount / 100);
	const isNet = quantity === 0 || roundMoney(price * quantity, places) === price_subtotal;
	return isNet ? price : price_subtotal / quantity;
}

/** Share of the ordered goods that was delivered, by their value and rounded down. */
export function deliveredPercent(order: DeliveredOrder): number | Unknown {
	const { decimal_places: places } = order.currency_id;
	const goods = soldLines(order).filter((line) => isGoods(line) && line.product_uom_qty > 0);
	if (goods.length === 0) return new Unknown('no goods were ordered');
	const value = (quantityOf: (line: DeliveredLine) => number) =>
		goods.reduce((sum, line) => sum + quantityOf(line) * netPrice(line, places), 0);
	const ordered = value((line) => line.product_uom_qty);
	if (ordered <= 0) return new Unknown('the goods on the order have no value');
	const delivered = value((line) => Math.min(line.qty_delivered, line.product_uom_qty));
	return roundedDown((delivered / ordered) * 100);
}

/** By how many percent a line was delivered beyond what was ordered, at most; 0 when none was. */
export function aboveOrderPercent(order: DeliveredOrder): number {
	const percents = soldLines(order)
		.filter(({ product_uom_qty }) => product_uom_qty > 0)
		.map((line) => percentAbove(line.qty_delivered, line.product_uom_qty));
	return Math.max(0, ...percents);
}

/** Lines that were delivered although nobody ordered them. */
export function linesNotOrdered(order: DeliveredOrder): number {
	return soldLines(order).filter(
		({ product_uom_qty, qty_delivered }) => product_uom_qty <= 0 && qty_delivered > 0,
	).length;
}

/** Lines that would be invoiced at nothing; what a combination consists of carries its price. */
export function linesWithoutPrice(order: DeliveredOrder): number {
	const { decimal_places: places } = order.currency_id;
	return soldLines(order).filter(
		(line) =>
			line.qty_to_invoice > 0 && line.product_id?.type !== 'combo' && netPrice(line, places) === 0,
	).length;
}

/** Lines of which more was invoiced than is due. */
export function linesToCredit(order: DeliveredOrder): number {
	return soldLines(order).filter(({ qty_to_invoice }) => qty_to_invoice < 0).length;
}
