import type { FactDeclaration, RecordAnswer } from '../Area';
import { roundedUp } from '../facts/rounded';
import { percentOf } from '../facts/percentOf';
import { hasAny } from '../facts/countOf';
import { customerFacts } from '../facts/customerFacts';
import { daysSince } from '../facts/daysSince';
import { goodsValue, type Goods } from '../facts/goodsValue';
import { productCategories } from '../facts/productCategories';
import { type Derived, Unknown } from '../facts/Unknown';
import { unitsIn } from '../facts/unitsIn';
import { plainText } from '../reading/plainText';
import {
	earlierReturns,
	evidence,
	notes,
	RETURNS_READ,
	type CustomerReturn,
	type Quantities,
	type ReturnedMove,
} from './customerReturn';

export const returnsAuthorizationFactDeclarations = {
	returnValue: { type: 'number', unit: 'money', label: 'Value of the returned goods' },
	currency: { type: 'string', label: 'Company currency' },
	returnedSharePercent: { type: 'number', unit: '%', label: 'Share of the order' },
	daysSinceDelivery: { type: 'number', unit: 'days', label: 'Time since the delivery' },
	hasEvidence: { type: 'boolean', label: 'Photos or documents are attached' },
	isReasonGiven: { type: 'boolean', label: 'Reason given in writing' },
	quantityBeyondDelivered: { type: 'number', label: 'Returned beyond what was delivered' },
	returns90Days: { type: 'number', label: 'Other returns of the customer in 90 days' },
	returnedValue90Days: {
		type: 'number',
		unit: 'money',
		label: 'Value of other returns of the customer in 90 days',
	},
	isInvoiced: { type: 'boolean', label: 'Invoiced, so that a credit note follows' },
	customerTier: { type: 'string', label: 'Customer tier' },
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Region of the customer' },
	productCategory: { type: 'list', label: 'Product categories' },
} satisfies Record<string, FactDeclaration>;

export type ReturnsAuthorizationFacts = Record<
	keyof typeof returnsAuthorizationFactDeclarations,
	Derived
>;

/**
 * Derives what policies compare from a return and what was read beside it.
 *
 * Goods count with what they were sold for, net of discounts and taxes, in the company's currency.
 * Where more is reserved to come back than was said at first, the greater quantity counts.
 *
 * @param now ISO 8601
 */
export function returnsAuthorizationFacts(
	transfer: CustomerReturn,
	answer: RecordAnswer,
	now: string,
): ReturnsAuthorizationFacts {
	const moves = returningMoves(transfer);
	const places = transfer.company_id.currency_id.decimal_places;
	const returnValue = goodsValue(moves.map(returningGoods), places);
	return {
		returnValue,
		currency: transfer.company_id.currency_id.name,
		returnedSharePercent: sharePercent(moves, returnValue),
		daysSinceDelivery: daysSinceDelivery(moves, now),
		hasEvidence: hasAny(evidence.from(answer)),
		isReasonGiven: isReasonGiven(transfer, moves, answer),
		quantityBeyondDelivered: quantityBeyondDelivered(moves),
		...earlierReturnFacts(transfer, answer),
		isInvoiced: isInvoiced(moves),
		...customerFacts(transfer),
		company: transfer.company_id.display_name,
		productCategory: productCategories(moves),
	};
}

/** What the return is about, whether it is still to come or has come. */
export function returningMoves({ move_ids }: CustomerReturn): ReturnedMove[] {
	return move_ids.filter(({ state }) => state !== 'cancel');
}

/** How much of a move comes back, in the unit of the product. */
export function returningGoods(move: ReturnedMove): { move: ReturnedMove; quantity: number } {
	return { move, quantity: quantityOf(move, move.product_id.uom_id) };
}

/** How much of the goods was delivered, in the unit of the product; `null` where that is not known. */
export function deliveredQuantity(move: ReturnedMove): number | null {
	const { origin_returned_move_id: origin, product_id } = move;
	return origin && movedOf(origin, product_id.uom_id);
}

/** What was moved, or is to move; nothing of what was cancelled. */
function quantityOf(one: Quantities, own: ReturnedMove['product_id']['uom_id']): number {
	if (one.state === 'cancel') return 0;
	if (one.state === 'done') return movedOf(one, own);
	return Math.max(one.product_qty, movedOf(one, own));
}

function movedOf(
	{ quantity, product_uom }: Quantities,
	own: ReturnedMove['product_id']['uom_id'],
): number {
	return quantity * unitsIn(product_uom, own);
}

/** Rounded up: of everything on the orders that the goods were sold on. */
function sharePercent(
	moves: readonly ReturnedMove[],
	returnValue: number | Unknown,
): number | Unknown {
	if (returnValue instanceof Unknown) return returnValue;
	const orders = new Map(
		moves.flatMap(({ sale_line_id: line }) => (line ? [[line.order_id.id, line.order_id]] : [])),
	);
	const ordered = [...orders.values()].reduce(
		(sum, order) => sum + order.amount_untaxed / order.currency_rate,
		0,
	);
	if (!(ordered > 0)) return new Unknown('the sales order has no value');
	return percentOf(returnValue, ordered);
}

/** Since the oldest of the deliveries that goods come back from. */
function daysSinceDelivery(moves: readonly ReturnedMove[], now: string): number | Unknown {
	const dates = moves.map((move) => move.origin_returned_move_id?.picking_id?.date_done ?? null);
	const days = dates.flatMap((date) => (date ? daysSince(date, now) : []));
	if (days.length === 0 || days.length < dates.length) {
		return new Unknown('it is not known when some of the goods were delivered');
	}
	return Math.max(...days);
}

/** Odoo copies the note of the delivery to the return, where it is no reason. */
function isReasonGiven(
	{ note }: CustomerReturn,
	moves: readonly ReturnedMove[],
	answer: RecordAnswer,
): boolean | Unknown {
	const said = plainText(note);
	const copied = moves.map((move) =>
		plainText(move.origin_returned_move_id?.picking_id?.note ?? null),
	);
	if (said !== '' && !copied.includes(said)) return true;
	return hasAny(notes.from(answer));
}

/** In units of the products: Odoo itself takes back more than it delivered. */
function quantityBeyondDelivered(moves: readonly ReturnedMove[]): number | Unknown {
	const origins = new Map(
		moves.map(({ origin_returned_move_id: origin, product_id }) => [
			origin?.id,
			{ origin, own: product_id.uom_id },
		]),
	);
	let beyond = 0;
	for (const { origin, own } of origins.values()) {
		if (!origin) return new Unknown('some of the goods are not known to have been delivered');
		const returned = origin.returned_move_ids.reduce((sum, one) => sum + quantityOf(one, own), 0);
		beyond += Math.max(0, returned - movedOf(origin, own));
	}
	return roundedUp(beyond);
}

function earlierReturnFacts(
	transfer: CustomerReturn,
	answer: RecordAnswer,
): Pick<ReturnsAuthorizationFacts, 'returns90Days' | 'returnedValue90Days'> {
	const found = earlierReturns.from(answer);
	const unknown = whyUnknown(transfer, found);
	if (unknown) return { returns90Days: unknown, returnedValue90Days: unknown };
	const moves = found instanceof Unknown ? [] : found;
	const goods: Goods[] = moves.map((move) => ({
		move,
		quantity: quantityOf(move, move.product_id.uom_id),
	}));
	// The rest of a return that came in parts is a transfer of its own.
	const returns = new Set(moves.map(({ picking_id: one }) => one?.backorder_id?.id ?? one?.id));
	return {
		returns90Days: returns.size,
		returnedValue90Days: goodsValue(goods, transfer.company_id.currency_id.decimal_places),
	};
}

function whyUnknown(
	{ partner_id: customer }: CustomerReturn,
	found: unknown[] | Unknown,
): Unknown | null {
	if (!customer) return new Unknown('the return names no customer');
	if (found instanceof Unknown) return found;
	return found.length < RETURNS_READ ? null : new Unknown('the customer has too many of them');
}

function isInvoiced(moves: readonly ReturnedMove[]): boolean | Unknown {
	const lines = moves.flatMap(({ sale_line_id }) => sale_line_id ?? []);
	if (lines.some(({ qty_invoiced }) => qty_invoiced > 0)) return true;
	return lines.length === moves.length ? false : new Unknown('some of the goods are on no order');
}
