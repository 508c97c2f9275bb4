import { grouped } from '../facts/grouped';
import { netPrice } from '../facts/netPrice';
import { roundQuantity, totalQuantity } from '../facts/roundQuantity';
import { openMoves, type OrderLine, type Receipt, type ReceiptMove } from './receipt';

/** What a receipt brings of one order line, or of a product that nobody has ordered. */
export interface ReceiptLine {
	/** The order line it is for; `null` where nothing like it was ordered. */
	order: OrderLine | null;
	/** Whether it is a part of a kit, of which the order names only the whole. */
	isComponent: boolean;
	product: string;
	/** Of the product, in which all quantities are. */
	unit: string;
	/** What is still to come of the order, other than by further receipts. */
	expected: number;
	/** What the receipt itself was expected to bring, as it may have been announced. */
	announced: number;
	counted: number;
	/** `counted` above `expected`; negative when it is below. */
	difference: number;
	/** Of one unit, net, in the company's currency; `null` where no order tells. */
	price: number | null;
}

/**
 * What was received, order line by order line, beside what was expected.
 *
 * Counted is what Odoo would receive: where any move is marked as picked what is picked, and
 * everything where none is. Of a kit each component is a line; what is expected of it is what the
 * receipt says, since the order does not name it.
 */
export function receiptLines(receipt: Receipt, orderLines: readonly OrderLine[]): ReceiptLine[] {
	const moves = openMoves(receipt);
	const isPicked = moves.some(({ picked }) => picked);
	const keyOf = ({ purchase_line_id: order, product_id: product }: ReceiptMove) =>
		`${String(order?.id)}:${String(product.id)}`;
	return grouped(moves, keyOf).map((some) => {
		const order = orderLines.find(({ id }) => id === some[0].purchase_line_id?.id) ?? null;
		return lineOf(receipt.id, { moves: some, order }, isPicked);
	});
}

function lineOf(
	receiptId: number,
	{ moves, order }: { moves: [ReceiptMove, ...ReceiptMove[]]; order: OrderLine | null },
	isPicked: boolean,
): ReceiptLine {
	const { product_id: product } = moves[0];
	const announced = totalQuantity(moves, ({ product_qty }) => product_qty);
	const counted = totalQuantity(moves, (move) => countedOf(move, isPicked));
	const isComponent = order !== null && order.product_id?.id !== product.id;
	const toCome = order === null ? 0 : stillToCome(receiptId, order);
	const expected = isComponent ? announced : toCome;
	return {
		order,
		isComponent,
		product: product.display_name,
		unit: product.uom_id.display_name,
		expected,
		announced,
		counted,
		difference: roundQuantity(counted - expected),
		price: order === null || isComponent ? null : netPrice(order, order.order_id.currency_rate),
	};
}

function countedOf({ move_line_ids: lines }: ReceiptMove, isPicked: boolean): number {
	return totalQuantity(
		lines.filter(({ picked }) => picked || !isPicked),
		({ quantity_product_uom }) => quantity_product_uom,
	);
}

/** What was ordered and has not come, without what other open receipts are to bring. */
function stillToCome(receiptId: number, order: OrderLine): number {
	const elsewhere = movesOf(order).filter(
		({ state, picking_id, location_dest_id }) =>
			!['draft', 'cancel', 'done'].includes(state) &&
			picking_id?.id !== receiptId &&
			location_dest_id.usage !== 'supplier',
	);
	const others = totalQuantity(elsewhere, ({ product_qty }) => product_qty);
	return Math.max(0, roundQuantity(order.product_uom_qty - receivedOf(order) - others));
}

/** What has come of an order line before, in the unit of the product, without what went back. */
export function receivedOf(order: OrderLine): number {
	const received = order.qty_received * unitsPerOrdered(order);
	const done = movesOf(order).filter(({ state }) => state === 'done');
	const moved = totalQuantity(done, ({ location_dest_id, move_line_ids: lines }) => {
		const quantity = totalQuantity(lines, ({ quantity_product_uom }) => quantity_product_uom);
		return location_dest_id.usage === 'supplier' ? -quantity : quantity;
	});
	// Odoo rounds what was received, in dozens to hundredths of one; where the moves say the same,
	// they say it exactly.
	return Math.abs(moved - received) <= roundingOf(order) ? moved : received;
}

/** Whether a bill is for more than has come with this receipt. */
export function isBilledAhead({ order, isComponent, counted }: ReceiptLine): boolean {
	if (order === null || isComponent) return false;
	const ahead = order.qty_invoiced * unitsPerOrdered(order) - receivedOf(order) - counted;
	return ahead > roundingOf(order);
}

function movesOf({ move_ids: moves, product_id: product }: OrderLine): OrderLine['move_ids'] {
	return moves.filter(({ product_id: { id } }) => id === product?.id);
}

/** How far off a quantity may be that Odoo keeps in the unit of the order, in units of the product. */
function roundingOf(order: OrderLine): number {
	return roundQuantity(0.005 * unitsPerOrdered(order)) + 1e-6;
}

/** How many units of the product one unit of an order line is. */
function unitsPerOrdered({ product_qty, product_uom_qty }: OrderLine): number {
	return product_qty === 0 ? 1 : product_uom_qty / product_qty;
}
