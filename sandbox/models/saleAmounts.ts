import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { numberIn } from '../orm/rowValues';

/** What a line comes to after its discount, in the order's currency. */
export function lineSubtotal(line: Row): number {
	const price = numberIn(line, 'price_unit') * (1 - numberIn(line, 'discount') / 100);
	return toCents(price * numberIn(line, 'product_uom_qty'));
}

/** What is left of a line after the cost of what it sells. */
export function lineMargin(line: Row): number {
	const cost = numberIn(line, 'purchase_price') * numberIn(line, 'product_uom_qty');
	return toCents(lineSubtotal(line) - cost);
}

export function untaxedOf(order: Row, environment: Environment): number {
	return toCents(sum(linesOf(order, environment).map(lineSubtotal)));
}

export function marginOf(order: Row, environment: Environment): number {
	return toCents(sum(linesOf(order, environment).map(lineMargin)));
}

function linesOf(order: Row, { database }: Environment): Row[] {
	return database.rows('sale.order.line').filter((line) => line['order_id'] === order.id);
}

function sum(amounts: number[]): number {
	return amounts.reduce((total, amount) => total + amount, 0);
}

function toCents(amount: number): number {
	return Math.round((amount + Number.EPSILON) * 100) / 100;
}
