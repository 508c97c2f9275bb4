import { amount, display, ifThere, instant, text, theOne, toOne, type RecordOf } from './fields';
import { unit } from './unit';

/** What is read of a line of a purchase order. */
export const purchaseLine = {
	/** Set on headings and notes, which are no goods. */
	display_type: text,
	product_id: toOne({
		...display,
		categ_id: toOne(display),
		product_tmpl_id: theOne({}),
		uom_id: theOne(unit),
	}),
	product_uom_id: ifThere(toOne(unit)),
	/** Its name until Odoo 18. */
	product_uom: ifThere(toOne(unit)),
	product_qty: amount,
	/** The same quantity in the unit of the product. */
	product_uom_qty: amount,
	price_unit: amount,
	/** Percent. */
	discount: amount,
	price_subtotal: amount,
	date_planned: instant,
};

export type PurchaseLine = RecordOf<typeof purchaseLine>;

/** Lines that buy something: neither headings and notes nor what is on the order without quantity. */
export function boughtLines<Line extends PurchaseLine>({
	order_line,
}: {
	order_line: readonly Line[];
}): Line[] {
	return order_line.filter((one) => one.display_type === null && one.product_qty !== 0);
}
