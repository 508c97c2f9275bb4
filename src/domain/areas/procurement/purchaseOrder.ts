import {
	amount,
	currency,
	day,
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
import { notesOn } from '../reading/notesOn';
import { relatedRecords, relatedTotals } from '../reading/related';
import { releasedBy } from '../reading/releasedBy';
import { unit } from '../reading/unit';

const line = {
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

/** What is read of a purchase order. */
export const purchaseOrderReading = recordReading('purchase.order', {
	name: word,
	state: word,
	...peopleBehind,
	partner_id: theOne({ ...display, country_id: toOne(display) }),
	company_id: theOne({ ...display, currency_id: currency }),
	currency_id: currency,
	/** Units of the order's currency for one of the company's. */
	currency_rate: amount,
	payment_term_id: toOne(display),
	date_planned: instant,
	priority: text,
	origin: text,
	amount_untaxed: amount,
	amount_total: amount,
	/** Of the module account_budget_purchase, which is part of Odoo Enterprise. */
	is_above_budget: ifThere(flag),
	order_line: toMany(line),
});

export type PurchaseOrder = ReturnType<typeof purchaseOrderReading.read>;
export type PurchaseOrderLine = RecordOf<typeof line>;

/** The newest line of each product that was bought before, for the price that was paid. */
export const lastBought = relatedRecords(
	{
		name: 'lastBought',
		what: 'earlier purchases',
		model: 'purchase.order.line',
		domain: [
			['order_id', 'not in', { of: 'id' }],
			['company_id', 'in', { of: 'company_id' }],
			['state', 'in', ['purchase', 'done']],
			['product_uom_qty', '>', 0],
			['price_subtotal', '>', 0],
		],
	},
	{
		product_id: theOne({}),
		product_uom_qty: amount,
		price_subtotal: amount,
		order_id: theOne({ ...display, currency_rate: amount, date_approve: instant }),
	},
	{ each: { field: 'product_id', of: 'order_line.product_id' }, order: 'id desc', limit: 1 },
);

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
	{
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
	},
	{ order: 'sequence, id', limit: 1000 },
);

/** Orders that were placed with the supplier before. */
export const earlierOrders = relatedTotals(
	{
		name: 'earlierOrders',
		what: 'earlier orders',
		model: 'purchase.order',
		domain: [
			['id', 'not in', { of: 'id' }],
			['partner_id.commercial_partner_id', 'in', { of: 'partner_id.commercial_partner_id' }],
			['company_id', 'in', { of: 'company_id' }],
			['state', 'in', ['purchase', 'done']],
		],
	},
	[],
);

export const notes = notesOn('purchase.order', 'notes on the order');

export const releasedBefore = releasedBy('procurement', 'purchase.order');

/** Lines that buy something: neither headings and notes nor what is on the order without quantity. */
export function boughtLines({ order_line }: PurchaseOrder): PurchaseOrderLine[] {
	return order_line.filter((one) => one.display_type === null && one.product_qty !== 0);
}
