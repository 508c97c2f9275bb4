import { amount, day, display, ifThere, theOne, toOne } from './fields';
import { relatedRecords } from './related';
import { unit } from './unit';

/** What is read of a line of a supplier's price list. */
export const priceListLine = {
	product_id: toOne({}),
	product_tmpl_id: theOne({}),
	product_uom_id: ifThere(toOne(unit)),
	product_uom: ifThere(toOne(unit)),
	min_qty: amount,
	price: amount,
	/** Percent. */
	discount: amount,
	/** Days. */
	delay: amount,
	date_start: day,
	date_end: day,
	currency_id: theOne({ ...display, rate: amount }),
};

/** The supplier's price list for what is on the order. */
export const contracts = relatedRecords(
	{
		name: 'contracts',
		what: "the supplier's price list",
		model: 'product.supplierinfo',
		domain: [
			'|',
			['partner_id', 'in', { of: 'partner_id' }],
			['partner_id', 'in', { of: 'partner_id.parent_id' }],
			['product_tmpl_id', 'in', { of: 'order_line.product_id.product_tmpl_id' }],
			'|',
			['company_id', 'in', { of: 'company_id' }],
			['company_id', '=', false],
		],
	},
	priceListLine,
	{ order: 'sequence, id', limit: 1000 },
);
