import { DateTime } from 'luxon';
import type { Goods } from '../facts/goodsValue';
import { unitsIn } from '../facts/unitsIn';
import {
	awaitedLines,
	type Demand,
	type PlacedLine,
	type PlacedOrder,
	type Stock,
} from './placedOrder';

/** Goods that are promised to a customer before they come. */
export interface AtRisk extends Goods {
	move: Demand;
	/** When they come. */
	arrival: DateTime;
}

interface Supply {
	line: PlacedLine | null;
	/** When it is there; `null` for what is in stock. */
	at: DateTime | null;
	/** What is left of it, in the unit of the product. */
	left: number;
}

const TOO_LITTLE = 0.000_01;

/**
 * The goods that customers were promised before they come with this order.
 *
 * What is bought for a customer (move_dest_ids, or the purchase line's sale_line_id) waits for its
 * own line. Everything else of the same product in the same warehouse takes what is free in stock,
 * and then what the order brings, in the order of promises and of dates. What would have to be
 * taken from a line that comes after the promise is at risk; what the order does not bring at all
 * does not wait for it.
 *
 * The promise is the order's delivery date, or its date plus the lead time of the line, as Odoo
 * reckons it. The deadline of the delivery is none: Odoo moves it along with the purchase.
 */
export function goodsAtRisk(order: PlacedOrder, demand: Demand[], stock: Stock[]): AtRisk[] {
	const supplies = suppliesOf(order, stock);
	const waiting = demand
		.map((move) => ({ move, line: lineFor(order, move), promised: promiseOf(move) }))
		.filter(({ move, line }) => (line ? isAwaited(move) : isOpenIn(order, move)))
		.sort((left, right) => left.promised.toMillis() - right.promised.toMillis());
	const linked = waiting.filter(({ line }) => line !== null);
	const free = waiting.filter(({ line }) => line === null);
	return [...linked, ...free].flatMap(({ move, line, promised }) => {
		const sources = (supplies.get(move.product_id.id) ?? []).filter(
			(supply) => line === null || supply.line?.id === line.id,
		);
		return takeFrom(sources, move, promised);
	});
}

/** What of the goods has to be taken from what comes too late. */
function takeFrom(sources: Supply[], move: Demand, promised: DateTime): AtRisk[] {
	let wanted = openQuantity(move);
	let late = 0;
	let arrival: DateTime | null = null;
	for (const source of sources) {
		const taken = Math.min(wanted, source.left);
		if (taken < TOO_LITTLE) continue;
		source.left -= taken;
		wanted -= taken;
		if (source.at && source.at > promised) {
			late += taken;
			arrival = source.at;
		}
	}
	return arrival ? [{ move, quantity: late, arrival }] : [];
}

/** What there is of each product, the soonest first. */
function suppliesOf(order: PlacedOrder, stock: Stock[]): Map<number, Supply[]> {
	const supplies = new Map<number, Supply[]>();
	const add = (product: number, supply: Supply) =>
		supplies.set(product, [...(supplies.get(product) ?? []), supply]);
	for (const { product_id, quantity, reserved_quantity } of stock) {
		add(product_id, { line: null, at: null, left: Math.max(0, quantity - reserved_quantity) });
	}
	const byDate = awaitedLines(order).flatMap((line) =>
		line.date_planned ? [{ line, at: line.date_planned }] : [],
	);
	for (const { line, at } of byDate.sort(
		(left, right) => left.at.toMillis() - right.at.toMillis(),
	)) {
		if (line.product_id) add(line.product_id.id, { line, at, left: awaitedQuantity(line) });
	}
	return supplies;
}

/** What has still to come, in the unit of the product. */
function awaitedQuantity(line: PlacedLine): number {
	return line.product_uom_qty * (1 - line.qty_received / line.product_qty);
}

/** What is not reserved yet, in the unit of the product. Goods that go straight on are never reserved here. */
function openQuantity(move: Demand): number {
	if (move.purchase_line_id) return move.product_qty;
	return move.product_qty - move.quantity * unitsIn(move.product_uom, move.product_id.uom_id);
}

/** The awaited line that the goods are bought by, where it is known. */
function lineFor(order: PlacedOrder, move: Demand): PlacedLine | null {
	return (
		awaitedLines(order).find(
			(line) =>
				line.id === move.purchase_line_id?.id ||
				line.sale_line_id?.id === move.sale_line_id.id ||
				[line.move_dest_ids, ...line.move_ids.map((one) => one.move_dest_ids)]
					.flat()
					.some(({ id }) => id === move.id),
		) ?? null
	);
}

/** Goods that were reserved are there; those that go straight from the supplier only seem to be. */
function isAwaited({ state, purchase_line_id }: Demand): boolean {
	return state !== 'assigned' || purchase_line_id !== null;
}

function isOpenIn(order: PlacedOrder, move: Demand): boolean {
	const warehouse = order.picking_type_id?.warehouse_id;
	return (
		move.state !== 'assigned' &&
		move.purchase_line_id === null &&
		move.procure_method !== 'make_to_order' &&
		warehouse !== null &&
		warehouse !== undefined &&
		move.picking_type_id?.warehouse_id?.id === warehouse.id
	);
}

/** When the customer was promised the goods; those that nobody promised can wait. */
function promiseOf({ sale_line_id: line }: Demand): DateTime {
	const { commitment_date: promised, date_order: ordered } = line.order_id;
	return promised ?? ordered?.plus({ days: line.customer_lead }) ?? DateTime.fromMillis(8.64e15);
}
