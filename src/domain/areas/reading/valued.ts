import { amount, display, flag, ifThere, theOne, toOne, word, type RecordOf } from './fields';
import { unit } from './unit';

/** Goods that are kept in stock, with what it takes to tell what they cost. */
export const goods = {
	product_id: theOne({
		...display,
		type: word,
		/** Since Odoo 18; before, the type says it. */
		is_storable: ifThere(flag),
		categ_id: toOne(display),
		uom_id: theOne(unit),
		/** Of one unit, in the currency of the company that reads it. */
		standard_price: amount,
		/** Whether each lot has a cost of its own: since Odoo 18, with stock_account. */
		lot_valuated: ifThere(flag),
	}),
	lot_id: toOne({ ...display, standard_price: ifThere(amount) }),
	package_id: toOne(display),
	/** Whose they are, where they are not the company's. */
	owner_id: toOne(display),
};

export type Goods = Omit<RecordOf<typeof goods>, 'id'>;
