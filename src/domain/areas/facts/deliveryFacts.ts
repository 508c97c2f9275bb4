import { formatValue } from '../../formatValue';
import type { Gathered } from '../Area';
import type { CustomerTransfer, GoodsMove } from '../reading/transfer';
import { goodsValue } from './goodsValue';
import type { Unknown } from './Unknown';

type Delivery = CustomerTransfer & { move_ids: GoodsMove[] };

/** Goods that have still to be delivered. */
export function openMoves({ move_ids }: Delivery): GoodsMove[] {
	return move_ids.filter(({ state }) => state !== 'done' && state !== 'cancel');
}

/** What the goods were sold for that have still to be delivered, in the company's currency. */
export function valueToDeliver(delivery: Delivery): number | Unknown {
	const goods = openMoves(delivery).map((move) => ({ move, quantity: move.product_qty }));
	return goodsValue(goods, delivery.company_id.currency_id.decimal_places);
}

/** Lines of which not everything is reserved. */
export function linesNotReady(delivery: Delivery): number {
	return openMoves(delivery).filter(({ state }) => state !== 'assigned').length;
}

/** The goods that have still to be delivered, for people. */
export function goodsLines(delivery: Delivery): Gathered['lines'] {
	return {
		columns: ['Product', 'To deliver', 'Reserved', 'Unit'],
		rows: openMoves(delivery).map((move) => [
			move.product_id.display_name,
			formatValue(move.product_uom_qty),
			formatValue(move.quantity),
			move.product_uom.display_name,
		]),
	};
}
