import {
	amount,
	currency,
	display,
	flag,
	ifThere,
	instant,
	recordReading,
	text,
	theOne,
	toMany,
	toOne,
	word,
	type RecordOf,
} from '../reading/fields';
import { peopleBehind } from '../reading/people';
import { relatedRecords } from '../reading/related';
import { moveEditor } from '../reading/transferPeople';

const move = {
	state: word,
	product_id: theOne({
		...display,
		categ_id: toOne(display),
		uom_id: theOne(display),
	}),
	/** What the transfer asks for, in the unit of the product. */
	product_qty: amount,
	/** What was counted or is expected, in the unit of the move. */
	quantity: amount,
	/** Whether it was counted. */
	picked: flag,
	...moveEditor,
	move_line_ids: toMany({ quantity_product_uom: amount, picked: flag }),
	purchase_line_id: toOne({}),
};

/** What is read of a receipt. */
export const receiptReading = recordReading('stock.picking', {
	name: word,
	state: word,
	...peopleBehind,
	partner_id: toOne({ ...display, country_id: toOne(display) }),
	company_id: theOne({ ...display, currency_id: currency }),
	scheduled_date: instant,
	/** When the supplier has promised the goods. */
	date_deadline: instant,
	move_ids: toMany(move),
});

export type Receipt = ReturnType<typeof receiptReading.read>;
export type ReceiptMove = RecordOf<typeof move>;

const orderLine = {
	/** Set on headings and notes, which are no goods. */
	display_type: text,
	product_id: toOne({ ...display, type: word }),
	/** Ordered, in the unit of the line. */
	product_qty: amount,
	/** The same quantity in the unit of the product. */
	product_uom_qty: amount,
	price_subtotal: amount,
	/** In the unit of the line, as the next one. */
	qty_received: amount,
	qty_invoiced: amount,
	order_id: theOne({
		...display,
		/** Units of the order's currency for one of the company's. */
		currency_rate: amount,
		/** The supplier's own number of the order. */
		partner_ref: text,
		/** Whether the supplier has acknowledged the order: since Odoo 19, and its name until 18. */
		acknowledged: ifThere(flag),
		mail_reception_confirmed: ifThere(flag),
	}),
	move_ids: toMany({
		state: word,
		product_id: theOne({}),
		/** In the unit of the product, as what is on its lines. */
		product_qty: amount,
		move_line_ids: toMany({ quantity_product_uom: amount }),
		picking_id: toOne({}),
		location_dest_id: theOne({ usage: word }),
	}),
};

/** Every line of the orders that the receipt is for. */
export const orderLines = relatedRecords(
	{
		name: 'orderLines',
		what: 'purchase order lines',
		model: 'purchase.order.line',
		domain: [['order_id', 'in', { of: 'move_ids.purchase_line_id.order_id' }]],
	},
	orderLine,
	{ order: 'id', limit: 2000 },
);

export type OrderLine = RecordOf<typeof orderLine>;

/** What the supplier has delivered in the last 30 days. */
export const earlierReceipts = relatedRecords(
	{
		name: 'earlierReceipts',
		what: 'earlier receipts',
		model: 'stock.picking',
		domain: [
			['id', 'not in', { of: 'id' }],
			['company_id', 'in', { of: 'company_id' }],
			['partner_id', 'child_of', { of: 'partner_id.commercial_partner_id' }],
			['picking_type_id.code', '=', 'incoming'],
			['state', '=', 'done'],
			['date_done', '>=', { daysAgo: 30 }],
			['move_ids.purchase_line_id', '!=', false],
		],
	},
	{
		backorder_ids: toMany({}),
		move_ids: toMany({
			state: word,
			purchase_line_id: toOne({}),
			/** In the unit of the move, as the next one. */
			product_uom_qty: amount,
			quantity: amount,
		}),
	},
	{ order: 'id desc', limit: 500 },
);

export type EarlierReceipt = Extract<ReturnType<typeof earlierReceipts.from>, unknown[]>[number];

/** Moves that bring goods: neither cancelled, nor done before the others, such as what was scrapped. */
export function openMoves({ move_ids }: Pick<Receipt, 'move_ids'>): ReceiptMove[] {
	return move_ids.filter(({ state }) => state !== 'cancel' && state !== 'done');
}
