import { hoursSince } from '../facts/hoursSince';
import { Unknown } from '../facts/Unknown';
import { unitsIn } from '../facts/unitsIn';
import type { RowOf } from '../reading/related';
import {
	soldLines,
	type DeliveredLine,
	type DeliveredOrder,
	type documents,
	type Move,
} from './deliveredOrder';

type Transfer = NonNullable<Move['picking_id']>;
type Done = Move & { picking_id: Transfer };

/** What has reached the customer on a line, newest first. */
function deliveriesOf({ move_ids }: DeliveredLine): Done[] {
	return move_ids
		.filter(
			(move): move is Done =>
				move.state === 'done' &&
				move.location_dest_usage === 'customer' &&
				move.picking_id !== null,
		)
		.sort((left, right) => doneAt(right) - doneAt(left) || right.id - left.id);
}

function doneAt({ picking_id }: Done): number {
	return picking_id.date_done?.toMillis() ?? 0;
}

/** @param now ISO 8601 */
export function hoursSinceDelivery(order: DeliveredOrder, now: string): number | Unknown {
	const done = soldLines(order)
		.flatMap(deliveriesOf)
		.flatMap(({ picking_id }) => picking_id.date_done ?? []);
	const [last] = done.sort((left, right) => right.toMillis() - left.toMillis());
	return last ? hoursSince(last, now) : new Unknown('nothing was delivered');
}

/** The deliveries, newest first, that account for what is delivered and not invoiced of a line. */
function notInvoiced(line: DeliveredLine): Transfer[] {
	let left = line.qty_delivered - line.qty_invoiced;
	const transfers: Transfer[] = [];
	for (const move of deliveriesOf(line)) {
		if (left <= 0) break;
		transfers.push(move.picking_id);
		left -= move.quantity * unitsIn(move.product_uom, line.product_uom_id ?? line.product_uom);
	}
	return transfers;
}

/** Whether every delivery that is not invoiced yet was signed for, or has a document with it. */
export function hasProofOfDelivery(
	order: DeliveredOrder,
	papers: ReadonlyArray<RowOf<typeof documents>> | Unknown,
): boolean | Unknown {
	const transfers = soldLines(order).flatMap(notInvoiced);
	if (transfers.length === 0) return new Unknown('no delivery is left to invoice');
	const unsigned = transfers.filter(({ is_signed }) => is_signed !== true);
	if (unsigned.length === 0) return true;
	if (papers instanceof Unknown) return papers;
	return unsigned.every(({ id }) => papers.some(({ res_id }) => res_id === id));
}

/**
 * Returns that are on their way, and those that were received and neither lower what is to be paid
 * nor were delivered again.
 */
export function openReturns(order: DeliveredOrder): number {
	const moves = soldLines(order).flatMap(({ move_ids }) => move_ids);
	const open = moves.filter((move) => isOpenReturn(move, moves));
	return new Set(open.map(({ id, picking_id }) => picking_id?.id ?? -id)).size;
}

function isOpenReturn(move: Move, moves: readonly Move[]): boolean {
	if (move.location_usage !== 'customer' || move.state === 'cancel') return false;
	if (move.state !== 'done') return true;
	const isReplaced = moves.some(
		(one) => one.state === 'done' && one.origin_returned_move_id?.id === move.id,
	);
	return move.to_refund !== true && !isReplaced;
}
