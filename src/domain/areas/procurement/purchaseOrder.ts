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
} from '../reading/fields';
import { peopleBehind } from '../reading/people';
import { purchaseLine } from '../reading/purchaseLine';
import { relatedRecords, relatedTotals } from '../reading/related';
import { releasedBy } from '../reading/releasedBy';

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
	order_line: toMany(purchaseLine),
});

export type PurchaseOrder = ReturnType<typeof purchaseOrderReading.read>;

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

export const releasedBefore = releasedBy('procurement', 'purchase.order');
