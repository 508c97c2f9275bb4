import { DateTime } from 'luxon';
import { grouped } from '../facts/grouped';
import { roundQuantity, totalQuantity } from '../facts/roundQuantity';
import {
	takesFromStock,
	type CompetingMove,
	type Delivery,
	type DeliveryMove,
	type Stock,
} from './delivery';
import type { Contender } from './ranking';

/** What one delivery has of a product and is to get, in the unit of the product. */
export interface Share {
	contender: Contender;
	wants: number;
	has: number;
	gets: number;
}

/** How the stock of one product is shared out. */
export interface ProductSplit {
	productId: number;
	product: string;
	unit: string;
	/** In stock and reserved by anybody, where the delivery takes the product from. */
	onHand: number;
	reserved: number;
	/** In the order of the ranking. */
	shares: Share[];
}

/** What a delivery wants of a product, beside what it has reserved. */
export interface Demand {
	product: DeliveryMove['product_id'];
	wants: number;
	has: number;
	/** What is on its way already, and cannot be taken away. */
	picked: number;
}

/** What the delivery wants from stock, product by product. */
export function demandsOf(delivery: Delivery): Demand[] {
	const moves = delivery.move_ids.filter(
		(move) => takesFromStock(move) && move.location_id.id === delivery.location_id.id,
	);
	return grouped(moves, ({ product_id }) => product_id.id).flatMap((some) => demandOf(some) ?? []);
}

/**
 * Shares out each product that the delivery is short of.
 *
 * In the order of the ranking, down to the delivery itself, each gets what it wants and there still
 * is, and none of them loses anything. Those that rank below keep what is then left of what they
 * have, the higher one first, and get no more. What other kinds of transfers have reserved is not
 * touched, nor what is picked; a delivery for which Odoo does not reserve yet only keeps what it has.
 *
 * @param now ISO 8601
 */
export function splitStock(
	delivery: Delivery,
	moves: readonly CompetingMove[],
	{ ranking, stock, now }: { ranking: readonly Contender[]; stock: readonly Stock[]; now: string },
): ProductSplit[] {
	const own = ranking.findIndex(({ id }) => id === delivery.id);
	return demandsOf(delivery)
		.filter(({ wants, has }) => wants > has)
		.map((demand) => {
			const { product } = demand;
			const there = stockOf(stock, product.id);
			const claims = ranking.flatMap((contender, place) => {
				const wanted = contender.id === delivery.id ? demand : demandIn(moves, contender, demand);
				if (!wanted) return [];
				return { contender, ...limited(wanted, place <= own, isDue(moves, contender, now)) };
			});
			const held = totalQuantity(claims, ({ has }) => has);
			const free = there.onHand - (there.reserved - held);
			return {
				productId: product.id,
				product: product.display_name,
				unit: product.uom_id.display_name,
				...there,
				shares: shareOut(claims, free),
			};
		});
}

export function stockOf(
	stock: readonly Stock[],
	productId: number,
): { onHand: number; reserved: number } {
	const row = stock.find(({ product_id }) => product_id === productId);
	return {
		onHand: roundQuantity(row?.quantity ?? 0),
		reserved: roundQuantity(row?.reserved_quantity ?? 0),
	};
}

interface Claim extends Omit<Share, 'gets'> {
	/** What it keeps whatever the others want. */
	least: number;
	/** What it may get at most. */
	most: number;
}

function shareOut(claims: readonly Claim[], free: number): Share[] {
	let left = free - totalQuantity(claims, ({ least }) => least);
	return claims.map(({ contender, wants, has, least, most }) => {
		const more = Math.max(0, Math.min(most - least, left));
		left -= more;
		return { contender, wants, has, gets: roundQuantity(least + more) };
	});
}

function limited(
	{ wants, has, picked }: Demand,
	isAbove: boolean,
	isDue: boolean,
): Omit<Claim, 'contender'> {
	const most = isAbove && isDue ? Math.max(wants, has) : has;
	return { wants, has, least: isAbove ? has : picked, most };
}

function demandIn(
	moves: readonly CompetingMove[],
	{ id }: Contender,
	{ product }: Demand,
): Demand | null {
	return demandOf(
		moves.filter(
			(move) =>
				takesFromStock(move) && move.picking_id.id === id && move.product_id.id === product.id,
		),
	);
}

/** Whether Odoo reserves for a delivery by now; the delivery itself is always due. */
function isDue(moves: readonly CompetingMove[], { id }: Contender, now: string): boolean {
	const today = DateTime.fromISO(now, { zone: 'utc' });
	const own = moves.filter(({ picking_id }) => picking_id.id === id);
	return own.every(({ reservation_date: from }) => from === null || from <= today);
}

/** A move that is picked takes what it has, and no more. */
function demandOf(moves: readonly DeliveryMove[]): Demand | null {
	const [first] = moves;
	if (!first) return null;
	const reservedBy = ({ move_line_ids: lines }: DeliveryMove) =>
		totalQuantity(lines, ({ quantity_product_uom }) => quantity_product_uom);
	return {
		product: first.product_id,
		wants: totalQuantity(moves, (move) => (move.picked ? reservedBy(move) : move.product_qty)),
		has: totalQuantity(moves, reservedBy),
		picked: totalQuantity(
			moves.filter(({ picked }) => picked),
			reservedBy,
		),
	};
}
