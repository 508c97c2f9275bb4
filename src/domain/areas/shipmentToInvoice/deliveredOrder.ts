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
import { releasedBy } from '../reading/releasedBy';
import { unit } from '../reading/unit';

/** What left for the customer, or came back. */
const move = {
	state: word,
	/** In the unit of the move. */
	quantity: amount,
	product_uom: toOne(unit),
	location_usage: text,
	location_dest_usage: text,
	origin_returned_move_id: toOne({}),
	/** Whether what came back is not to be paid. */
	to_refund: ifThere(flag),
	picking_id: toOne({
		...display,
		state: word,
		date_done: instant,
		is_signed: ifThere(flag),
	}),
};

const line = {
	/** Set on headings and notes, which are no goods. */
	display_type: text,
	is_downpayment: flag,
	product_id: toOne({ ...display, type: word, categ_id: toOne(display) }),
	product_uom_id: ifThere(toOne(unit)),
	/** Its name until Odoo 18. */
	product_uom: ifThere(toOne(unit)),
	product_uom_qty: amount,
	qty_delivered: amount,
	/** Drafts of invoices count as well. */
	qty_invoiced: amount,
	/** Negative where more was invoiced than is due. */
	qty_to_invoice: amount,
	price_unit: amount,
	/** Percent. */
	discount: amount,
	price_subtotal: amount,
	move_ids: toMany(move),
};

/** What is read of a sales order that was delivered: with its transfers and its invoices. */
export const deliveredOrderReading = recordReading('sale.order', {
	name: word,
	...peopleBehind,
	partner_id: theOne({ ...display, country_id: toOne(display) }),
	partner_invoice_id: theOne(display),
	company_id: theOne({ ...display, currency_id: currency }),
	currency_id: currency,
	/** Units of the order's currency for one of the company's. */
	currency_rate: amount,
	payment_term_id: toOne(display),
	amount_untaxed: amount,
	amount_total: amount,
	invoice_ids: ifThere(toMany({ state: word, move_type: word })),
	order_line: toMany(line),
});

export type DeliveredOrder = ReturnType<typeof deliveredOrderReading.read>;
export type DeliveredLine = RecordOf<typeof line>;
export type Move = RecordOf<typeof move>;

/** Documents at the transfers of the order, such as a delivery note that was signed. */
export const documents = relatedRecords(
	{
		name: 'documents',
		what: 'documents at deliveries',
		model: 'ir.attachment',
		domain: [
			['res_model', '=', 'stock.picking'],
			['res_id', 'in', { of: 'order_line.move_ids.picking_id' }],
		],
	},
	{ res_id: amount },
	{ order: 'id desc', limit: 1000 },
);

export const releasedBefore = releasedBy('sales_order_release', 'sale.order');

/** Lines that sell something, whether they were ordered or came on while they were delivered. */
export function soldLines({ order_line }: DeliveredOrder): DeliveredLine[] {
	return order_line.filter((one) => one.display_type === null && !one.is_downpayment);
}

/** What is delivered, and not worked. */
export function isGoods({ product_id }: DeliveredLine): boolean {
	return product_id !== null && !['service', 'combo'].includes(product_id.type);
}
