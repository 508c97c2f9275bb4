import type { RelatedQuery } from '../../case/relatedQuery';
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
import { notesOn } from '../reading/notesOn';
import { makersBehind } from '../reading/people';
import { relatedTotals } from '../reading/related';

/** What is read of a payment to a supplier. */
export const paymentReading = recordReading('account.payment', {
	/** A draft has no number yet. */
	display_name: word,
	...makersBehind,
	partner_id: toOne({ ...display, country_id: toOne(display) }),
	company_id: theOne({ ...display, currency_id: currency }),
	currency_id: currency,
	amount,
	/** Negative, since it is paid. */
	amount_company_currency_signed: amount,
	date: day,
	journal_id: theOne(display),
	payment_method_line_id: toOne(display),
	/** Since Odoo 18. */
	memo: ifThere(text),
	/** What the memo was called before. */
	ref: ifThere(text),
	/** Where the payment goes. */
	partner_bank_id: toOne({
		acc_number: text,
		sanitized_acc_number: text,
		active: flag,
		allow_out_payment: flag,
		create_date: instant,
	}),
	/** Bills that it was made for; since Odoo 18. */
	invoice_ids: ifThere(toMany(display)),
});

export type Payment = ReturnType<typeof paymentReading.read>;

const toTheSupplier: RelatedQuery['domain'] = [
	['id', 'not in', { of: 'id' }],
	['payment_type', '=', 'outbound'],
	['partner_id', 'child_of', { of: 'partner_id.commercial_partner_id' }],
	['company_id', 'in', { of: 'company_id' }],
];

/** Payments that were made to the supplier before. */
export const earlierPayments = relatedTotals(
	{
		name: 'earlierPayments',
		what: 'earlier payments',
		model: 'account.payment',
		domain: [...toTheSupplier, ['state', 'in', ['in_process', 'paid', 'posted']]],
	},
	[],
);

/** Payments of the same amount to the supplier within a month, made or waiting. */
export const samePayments = relatedTotals(
	{
		name: 'samePayments',
		what: 'other payments',
		model: 'account.payment',
		domain: [
			...toTheSupplier,
			['amount', 'in', { of: 'amount' }],
			['currency_id', 'in', { of: 'currency_id' }],
			['state', 'not in', ['canceled', 'cancel', 'rejected']],
			['date', '>=', { daysAgo: 30 }],
		],
	},
	[],
);

/**
 * What the supplier's account in the books comes to: open bills, less credit notes and payments that
 * are not matched with a bill yet. Negative where something is owed to the supplier.
 */
export const supplierBalance = relatedTotals(
	{
		name: 'supplierBalance',
		what: 'open bills',
		model: 'account.move.line',
		domain: [
			['partner_id', 'child_of', { of: 'partner_id.commercial_partner_id' }],
			['company_id', 'in', { of: 'company_id' }],
			['account_type', '=', 'liability_payable'],
			['parent_state', '=', 'posted'],
			['reconciled', '=', false],
		],
	},
	['amount_residual'],
);

export const notes = notesOn('account.payment', 'notes on the payment');

/** What the payment is for, in somebody's words. */
export function memoOf({ memo, ref }: Payment): string | null {
	return memo ?? ref ?? null;
}
