import { theCustomer } from '../reading/customer';
import {
	amount,
	currency,
	display,
	instant,
	recordReading,
	text,
	theOne,
	toMany,
	toOne,
	word,
	type RecordOf,
} from '../reading/fields';

const person = toOne(display);

const line = {
	/** Set on headings and notes, which are no goods. */
	display_type: text,
	product_id: toOne({ ...display, type: word, categ_id: toOne(display) }),
	product_uom_qty: amount,
	price_unit: amount,
	/** Percent. */
	discount: amount,
	price_subtotal: amount,
	/** Cost of one unit, in the order's currency. */
	purchase_price: amount,
	margin: amount,
};

/** What is read of a sales order: in one call, with everyone and everything it refers to. */
export const saleOrderReading = recordReading('sale.order', {
	name: word,
	state: word,
	user_id: person,
	create_uid: person,
	write_uid: person,
	team_id: toOne(display),
	partner_id: theCustomer,
	company_id: theOne({ ...display, currency_id: currency }),
	currency_id: currency,
	/** Units of the order's currency for one of the company's. */
	currency_rate: amount,
	pricelist_id: toOne(display),
	payment_term_id: toOne({
		...display,
		line_ids: toMany({ delay_type: text, nb_days: amount }),
	}),
	commitment_date: instant,
	amount_untaxed: amount,
	amount_total: amount,
	margin: amount,
	order_line: toMany(line),
});

export type SaleOrder = ReturnType<typeof saleOrderReading.read>;
export type SaleOrderLine = RecordOf<typeof line>;

/** Lines that sell something: neither headings and notes nor what is on the order without quantity. */
export function goodsLines({ order_line }: SaleOrder): SaleOrderLine[] {
	return order_line.filter((line) => line.display_type === null && line.product_uom_qty !== 0);
}
