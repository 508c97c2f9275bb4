import { customer, theCustomer } from './customer';
import {
	amount,
	currency,
	display,
	ifThere,
	instant,
	text,
	theOne,
	toOne,
	word,
	type RecordOf,
} from './fields';
import { peopleBehind } from './people';
import { unit } from './unit';

export const soldOrder = { ...display, amount_untaxed: amount, currency_rate: amount };

/** The line of a sales order by which goods were sold. */
export const soldLine = {
	product_id: toOne({}),
	/** In the unit of the line. */
	product_uom_qty: amount,
	product_uom_id: ifThere(toOne(unit)),
	/** Its name until Odoo 18. */
	product_uom: ifThere(toOne(unit)),
	/** Net of discounts and taxes, in the order's currency. */
	price_subtotal: amount,
	qty_invoiced: amount,
	order_id: theOne(soldOrder),
};

/** What is read of goods that move. */
export const goodsMove = {
	state: word,
	product_id: theOne({ ...display, categ_id: toOne(display), uom_id: theOne(unit) }),
	product_uom: theOne(unit),
	/** What is to move, in the unit of the move. */
	product_uom_qty: amount,
	/** The same in the unit of the product. */
	product_qty: amount,
	/** What is reserved, or was moved, in the unit of the move. */
	quantity: amount,
	/** Of the module sale_stock. */
	sale_line_id: ifThere(toOne(soldLine)),
};

export type GoodsMove = RecordOf<typeof goodsMove>;

/** What is read of any transfer of goods to or from a customer. */
export const customerTransfer = {
	name: word,
	state: word,
	...peopleBehind,
	partner_id: toOne(customer),
	company_id: theOne({ ...display, currency_id: currency }),
	origin: text,
	note: text,
	scheduled_date: instant,
	/** By when the goods were promised. */
	date_deadline: instant,
	priority: text,
	/** Of the module sale_stock. */
	sale_id: ifThere(toOne({ ...display, user_id: toOne(display), partner_id: theCustomer })),
};

export type CustomerTransfer = RecordOf<typeof customerTransfer>;

/** Who bought the goods: whoever the order is from, where there is one. */
export function customerOf({
	sale_id,
	partner_id,
}: CustomerTransfer): CustomerTransfer['partner_id'] {
	return sale_id?.partner_id ?? partner_id;
}
