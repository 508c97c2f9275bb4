import {
	amount,
	currency,
	display,
	instant,
	recordReading,
	theOne,
	toMany,
	toOne,
	word,
} from '../reading/fields';
import { peopleBehind } from '../reading/people';
import { priceListLine } from '../reading/priceLists';
import { purchaseLine } from '../reading/purchaseLine';
import { relatedRecords, type RowOf } from '../reading/related';

/** A contact, and the company behind it, which supplies. */
const supplier = { ...display, commercial_partner_id: toOne({}) };

/** What is read of a purchase order that may be with another supplier than usual. */
export const substitutableOrderReading = recordReading('purchase.order', {
	name: word,
	state: word,
	...peopleBehind,
	partner_id: theOne({ ...supplier, country_id: toOne(display) }),
	company_id: theOne({ ...display, currency_id: currency }),
	currency_id: currency,
	/** Units of the order's currency for one of the company's. */
	currency_rate: amount,
	date_planned: instant,
	payment_term_id: toOne(display),
	amount_untaxed: amount,
	amount_total: amount,
	order_line: toMany(purchaseLine),
});

export type SubstitutableOrder = ReturnType<typeof substitutableOrderReading.read>;

export const SELLERS_READ = 1000;

/** Everybody's price lists for what is on the order, whom Odoo prefers first. */
export const sellers = relatedRecords(
	{
		name: 'sellers',
		what: 'price lists',
		model: 'product.supplierinfo',
		domain: [
			['product_tmpl_id', 'in', { of: 'order_line.product_id.product_tmpl_id' }],
			['partner_id.active', '=', true],
			'|',
			['company_id', 'in', { of: 'company_id' }],
			['company_id', '=', false],
		],
	},
	{ ...priceListLine, partner_id: theOne(supplier) },
	{ order: 'sequence, min_qty desc, price, id', limit: SELLERS_READ },
);
export type Seller = RowOf<typeof sellers>;

export const LINES_READ = 1000;

/** Where the same products were bought lately. */
export const recentPurchases = relatedRecords(
	{
		name: 'recentPurchases',
		what: 'earlier purchases',
		model: 'purchase.order.line',
		domain: [
			['order_id', 'not in', { of: 'id' }],
			['product_id', 'in', { of: 'order_line.product_id' }],
			['company_id', 'in', { of: 'company_id' }],
			['order_id.state', 'in', ['purchase', 'done']],
			['order_id.date_approve', '>=', { daysAgo: 90 }],
		],
	},
	{
		product_id: theOne({ product_tmpl_id: theOne({}) }),
		order_id: theOne({ partner_id: theOne(supplier) }),
	},
	{ order: 'id desc', limit: LINES_READ },
);
