import type { RelatedQuery } from '../../case/relatedQuery';
import {
	amount,
	currency,
	day,
	display,
	ifThere,
	recordReading,
	text,
	theOne,
	toMany,
	toOne,
	word,
	type RecordOf,
} from '../reading/fields';
import { peopleBehind } from '../reading/people';
import { relatedRecords, relatedTotals } from '../reading/related';
import { unit } from '../reading/unit';

/** A line of a purchase order, with what was received and billed of it. */
const orderLine = {
	product_id: toOne({ uom_id: theOne(unit), purchase_method: text }),
	product_uom_id: ifThere(toOne(unit)),
	/** Its name until Odoo 18. */
	product_uom: ifThere(toOne(unit)),
	product_qty: amount,
	/** The same quantity in the unit of the product. */
	product_uom_qty: amount,
	/** In the unit of the line, as everything that was received. */
	qty_received: amount,
	price_unit: amount,
	/** Percent. */
	discount: amount,
	price_subtotal: amount,
	order_id: theOne({
		...display,
		state: word,
		currency_id: currency,
		/** Units of the order's currency for one of the company's. */
		currency_rate: amount,
		partner_id: theOne({ commercial_partner_id: toOne({}) }),
	}),
	invoice_lines: toMany({
		quantity: amount,
		product_uom_id: toOne(unit),
		move_id: theOne({ state: word, move_type: word }),
	}),
};

const line = {
	/** `product`, or what it is else: headings and notes are no goods. */
	display_type: text,
	product_id: toOne({ ...display, categ_id: toOne(display) }),
	product_uom_id: toOne(unit),
	quantity: amount,
	price_unit: amount,
	/** Percent. */
	discount: amount,
	price_subtotal: amount,
	purchase_line_id: toOne(orderLine),
};

/** What is read of a vendor bill, with the orders and receipts that it is about. */
export const vendorBillReading = recordReading('account.move', {
	/** A draft has no number yet. */
	display_name: word,
	state: word,
	...peopleBehind,
	partner_id: toOne({ ...display, country_id: toOne(display) }),
	commercial_partner_id: toOne({}),
	company_id: theOne({ ...display, currency_id: currency }),
	currency_id: currency,
	/** Units of the bill's currency for one of the company's; since Odoo 17. */
	invoice_currency_rate: ifThere(amount),
	/** The supplier's own number. */
	ref: text,
	invoice_date: day,
	invoice_date_due: day,
	invoice_origin: text,
	amount_untaxed: amount,
	/** In the company's currency; negative, since it is to be paid. */
	amount_untaxed_signed: amount,
	amount_total: amount,
	invoice_line_ids: toMany(line),
});

export type VendorBill = ReturnType<typeof vendorBillReading.read>;
export type BillLine = RecordOf<typeof line>;
export type OrderLine = RecordOf<typeof orderLine>;

/** Another bill of the supplier, for whether this one has come twice. */
const otherBill = {
	ref: text,
	invoice_date: day,
	amount_total: amount,
	currency_id: theOne({}),
};

const ofTheSupplier: RelatedQuery['domain'] = [
	['id', 'not in', { of: 'id' }],
	['move_type', '=', 'in_invoice'],
	['commercial_partner_id', 'in', { of: 'commercial_partner_id' }],
	['company_id', 'in', { of: 'company_id' }],
];

/** Bills with the same reference, however old. */
export const sameReference = relatedRecords(
	{
		name: 'sameReference',
		what: 'other bills',
		model: 'account.move',
		domain: [...ofTheSupplier, ['state', '!=', 'cancel'], ['ref', 'in', { of: 'ref' }]],
	},
	otherBill,
	{ order: 'id desc', limit: 20 },
);

/** Bills of the last year, for references that differ in how they are written only. */
export const recentBills = relatedRecords(
	{
		name: 'recentBills',
		what: 'other bills',
		model: 'account.move',
		domain: [
			...ofTheSupplier,
			['state', '!=', 'cancel'],
			'|',
			['invoice_date', '=', false],
			['invoice_date', '>=', { daysAgo: 365 }],
		],
	},
	otherBill,
	{ order: 'id desc', limit: 1000 },
);

/** Bills of the supplier that were entered in the books before. */
export const earlierBills = relatedTotals(
	{
		name: 'earlierBills',
		what: 'earlier bills',
		model: 'account.move',
		domain: [...ofTheSupplier, ['state', '=', 'posted']],
	},
	[],
);

export type OtherBill = RecordOf<typeof otherBill>;

/** Lines that ask for money: neither headings and notes nor what is on the bill without quantity. */
export function billLines({ invoice_line_ids }: VendorBill): BillLine[] {
	return invoice_line_ids.filter((one) => one.display_type === 'product' && one.quantity !== 0);
}
