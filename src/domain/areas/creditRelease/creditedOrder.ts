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
} from '../reading/fields';
import { peopleBehind } from '../reading/people';
import { relatedRecords, relatedTotals } from '../reading/related';

/** What is read of a sales order for whether its customer may have it on credit. */
export const creditedOrderReading = recordReading('sale.order', {
	name: word,
	...peopleBehind,
	partner_id: theOne({
		...display,
		category_id: toMany({ name: word }),
		country_id: toOne({ name: word }),
		commercial_partner_id: theOne({
			...display,
			category_id: toMany({ name: word }),
			/** For the groups of accounting alone. */
			credit_limit: ifThere(amount),
		}),
	}),
	company_id: theOne({
		...display,
		currency_id: currency,
		account_use_credit_limit: ifThere(flag),
	}),
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
	order_line: toMany({
		display_type: text,
		product_id: toOne(display),
		product_uom_qty: amount,
		price_unit: amount,
		discount: amount,
		price_subtotal: amount,
	}),
});

export type CreditedOrder = ReturnType<typeof creditedOrderReading.read>;

const unpaid = [
	['partner_id.commercial_partner_id', 'in', { of: 'partner_id.commercial_partner_id' }],
	['company_id', 'in', { of: 'company_id' }],
	['account_type', '=', 'asset_receivable'],
	['parent_state', '=', 'posted'],
	['reconciled', '=', false],
] satisfies Array<[string, string, unknown]>;

const receivable = { what: 'receivables', model: 'account.move.line' };

/** What the customer owes by the books: invoices, less credit notes and payments not yet matched. */
export const owed = relatedTotals({ name: 'owed', ...receivable, domain: unpaid }, [
	'amount_residual',
]);

const pastDue = [
	...unpaid,
	['date_maturity', '<', { daysAgo: 0 }],
	['amount_residual', '>', 0],
] satisfies Array<[string, string, unknown]>;

/** What of it should have been paid before today; each instalment by its own date. */
export const overdue = relatedTotals({ name: 'overdue', ...receivable, domain: pastDue }, [
	'amount_residual',
]);

export const oldestDue = relatedRecords(
	{ name: 'oldestDue', ...receivable, domain: pastDue },
	{ date_maturity: day },
	{ order: 'date_maturity, id', limit: 1 },
);

/** Past this many, an order more or less says little, and reading them takes long. */
export const MOST_OPEN_ORDERS = 1_000;

/** Orders that were confirmed and are not wholly invoiced. */
export const openOrders = relatedRecords(
	{
		name: 'openOrders',
		what: 'open orders',
		model: 'sale.order',
		domain: [
			['id', 'not in', { of: 'id' }],
			['partner_id.commercial_partner_id', 'in', { of: 'partner_id.commercial_partner_id' }],
			['company_id', 'in', { of: 'company_id' }],
			['state', 'in', ['sale', 'done']],
			['invoice_status', '!=', 'invoiced'],
		],
	},
	{ amount_total: amount, amount_invoiced: ifThere(amount), currency_rate: amount },
	{ order: 'id desc', limit: MOST_OPEN_ORDERS },
);
