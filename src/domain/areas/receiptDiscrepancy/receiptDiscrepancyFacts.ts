import { roundMoney } from '../../money';
import type { FactDeclaration, RecordAnswer } from '../Area';
import { roundedDown } from '../facts/rounded';
import { daysUntil } from '../facts/daysUntil';
import { netPrice } from '../facts/netPrice';
import { percentOf } from '../facts/percentOf';
import { productCategories } from '../facts/productCategories';
import { roundQuantity, totalQuantity } from '../facts/roundQuantity';
import { type Derived, Unknown } from '../facts/Unknown';
import {
	earlierReceipts,
	openMoves,
	orderLines,
	type EarlierReceipt,
	type OrderLine,
	type Receipt,
} from './receipt';
import { isBilledAhead, receiptLines, receivedOf, type ReceiptLine } from './receiptLines';

export const receiptDiscrepancyFactDeclarations = {
	shortPercent: { type: 'number', unit: '%', label: 'Most short of a line' },
	overPercent: { type: 'number', unit: '%', label: 'Most over of a line' },
	linesShort: { type: 'number', label: 'Lines short' },
	linesOver: { type: 'number', label: 'Lines over' },
	linesNotOrdered: { type: 'number', label: 'Lines that nobody has ordered' },
	discrepancyAmount: { type: 'number', unit: 'money', label: 'Value of the difference' },
	currency: { type: 'string', label: 'Company currency' },
	receivedAgainstOrderPercent: {
		type: 'number',
		unit: '%',
		label: 'Received of the order, by value',
	},
	isAcknowledged: { type: 'boolean', label: 'Acknowledged by the supplier' },
	offAnnouncedPercent: { type: 'number', unit: '%', label: 'Most off what was announced' },
	billedAhead: { type: 'boolean', label: 'Billed beyond what was received' },
	shortShipments30Days: { type: 'number', label: 'Short receipts of the supplier in 30 days' },
	daysLate: { type: 'number', unit: 'days', label: 'Late' },
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Country of the supplier' },
	productCategory: { type: 'list', label: 'Product categories' },
} satisfies Record<string, FactDeclaration>;

export type ReceiptDiscrepancyFacts = Record<
	keyof typeof receiptDiscrepancyFactDeclarations,
	Derived
>;

/**
 * Derives what policies compare from a receipt and what was read beside it.
 *
 * Quantities are compared in the unit of the product; shares are rounded up, and of the share that
 * was received down, to the stricter side.
 *
 * @param now ISO 8601
 */
export function receiptDiscrepancyFacts(
	receipt: Receipt,
	answer: RecordAnswer,
	now: string,
): ReceiptDiscrepancyFacts {
	const ordered = orderLines.from(answer);
	const { company_id: company, partner_id: supplier } = receipt;
	return {
		...(ordered instanceof Unknown ? nothingKnown(ordered) : orderFacts(receipt, ordered)),
		currency: company.currency_id.name,
		shortShipments30Days: shortShipments(receipt, earlierReceipts.from(answer)),
		daysLate:
			receipt.date_deadline === null
				? new Unknown('no date was promised')
				: Math.max(0, -daysUntil(receipt.date_deadline, now)),
		company: company.display_name,
		region: supplier?.country_id?.display_name ?? new Unknown('the supplier has no country'),
		productCategory: productCategories(openMoves(receipt)),
	};
}

type OrderFacts = Omit<
	ReceiptDiscrepancyFacts,
	'currency' | 'shortShipments30Days' | 'daysLate' | 'company' | 'region' | 'productCategory'
>;

function nothingKnown(why: Unknown): OrderFacts {
	return {
		shortPercent: why,
		overPercent: why,
		linesShort: why,
		linesOver: why,
		linesNotOrdered: why,
		discrepancyAmount: why,
		receivedAgainstOrderPercent: why,
		isAcknowledged: why,
		offAnnouncedPercent: why,
		billedAhead: why,
	};
}

function orderFacts(receipt: Receipt, ordered: readonly OrderLine[]): OrderFacts {
	const lines = receiptLines(receipt, ordered);
	const wanted = lines.filter(isOrdered);
	const short = wanted.filter(({ difference }) => difference < 0);
	const over = wanted.filter(({ difference }) => difference > 0);
	return {
		shortPercent: most(short.map((line) => percentOf(-line.difference, line.expected))),
		overPercent: most(over.map((line) => percentOf(line.difference, referenceOf(line)))),
		linesShort: short.length,
		linesOver: over.length,
		linesNotOrdered: lines.filter((line) => !isOrdered(line) && line.counted > 0).length,
		discrepancyAmount: discrepancyAmount(receipt, lines),
		receivedAgainstOrderPercent: receivedPercent(ordered, lines),
		isAcknowledged: isAcknowledged(ordered),
		offAnnouncedPercent: offAnnounced(wanted),
		billedAhead: wanted.some(isBilledAhead),
	};
}

function isOrdered({ order }: ReceiptLine): boolean {
	return order !== null && order.product_uom_qty > 0;
}

function most(percents: readonly number[]): number {
	return Math.max(0, ...percents);
}

/** Where nothing is to come any more, what is over is over what was ordered. */
function referenceOf({ expected, order }: ReceiptLine): number {
	return expected > 0 ? expected : (order?.product_uom_qty ?? 0);
}

function discrepancyAmount(
	{ company_id: { currency_id: own } }: Receipt,
	lines: readonly ReceiptLine[],
): number | Unknown {
	const differing = lines.filter(({ difference }) => difference !== 0);
	const unpriced = differing.find(({ price }) => price === null);
	if (unpriced) return new Unknown(`no order tells a price of ${unpriced.product}`);
	const value = differing.reduce(
		(total, { difference, price }) => total + Math.abs(difference) * (price ?? 0),
		0,
	);
	return roundMoney(value, own.decimal_places);
}

/**
 * Of the goods that were ordered, by their value; what came too much makes up for nothing. Of a kit
 * counts what had come before, since its parts have no price.
 */
function receivedPercent(
	ordered: readonly OrderLine[],
	lines: readonly ReceiptLine[],
): number | Unknown {
	let [whole, received] = [0, 0];
	for (const order of ordered.filter(isGoods)) {
		const price = netPrice(order, order.order_id.currency_rate);
		if (price === null) return new Unknown('an order has no rate to the company currency');
		const counted = lines.filter((line) => line.order?.id === order.id && !line.isComponent);
		const come = receivedOf(order) + totalQuantity(counted, (line) => line.counted);
		whole += price * order.product_uom_qty;
		received += price * Math.min(come, order.product_uom_qty);
	}
	if (whole <= 0) return new Unknown('the order has no value');
	return roundedDown((received / whole) * 100);
}

function isGoods({ display_type, product_id, product_uom_qty }: OrderLine): boolean {
	return display_type === null && product_id?.type !== 'service' && product_uom_qty > 0;
}

/** A supplier that names a number of its own has seen the order. */
function isAcknowledged(ordered: readonly OrderLine[]): boolean {
	return ordered.every(
		({ order_id: { partner_ref, acknowledged, mail_reception_confirmed } }) =>
			partner_ref !== null || (acknowledged ?? mail_reception_confirmed) === true,
	);
}

/** Other than what the order says, only a receipt whose demand was changed announces something. */
function offAnnounced(wanted: readonly ReceiptLine[]): number | Unknown {
	const told = wanted.filter(({ announced, expected }) => announced !== expected && announced > 0);
	if (told.length === 0) return new Unknown('nothing was announced but what was ordered');
	return most(
		told.map(({ counted, announced }) => percentOf(Math.abs(counted - announced), announced)),
	);
}

function shortShipments(
	{ partner_id: supplier }: Receipt,
	receipts: EarlierReceipt[] | Unknown,
): number | Unknown {
	if (supplier === null) return new Unknown('the receipt names no supplier');
	return receipts instanceof Unknown ? receipts : receipts.filter(wasShort).length;
}

/**
 * A receipt ended short when the rest of it went to another one, or to none: then what was received
 * of a move is less than its demand, or the move was cancelled. The order itself does not tell; it
 * counts as fully received as soon as no receipt is open.
 */
function wasShort({ backorder_ids: backorders, move_ids: moves }: EarlierReceipt): boolean {
	return (
		backorders.length > 0 ||
		moves.some(
			({ state, purchase_line_id: order, product_uom_qty: demand, quantity }) =>
				order !== null && (state === 'cancel' ? demand > 0 : roundQuantity(demand - quantity) > 0),
		)
	);
}
