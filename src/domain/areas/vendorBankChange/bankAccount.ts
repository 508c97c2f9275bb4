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
	toOne,
	type RecordOf,
} from '../reading/fields';
import { notesOn } from '../reading/notesOn';
import { makersBehind } from '../reading/people';
import { relatedRecords, relatedTotals } from '../reading/related';
import { releasedBy } from '../reading/releasedBy';

const company = { ...display, currency_id: currency };
const country = { ...display, code: text };

/** What is read of a supplier's bank account. */
export const bankAccountReading = recordReading('res.partner.bank', {
	...makersBehind,
	create_uid: toOne({ ...display, company_id: theOne(company) }),
	partner_id: theOne({ ...display, country_id: toOne(country) }),
	/** Where it may be used; everywhere when empty. */
	company_id: toOne(company),
	acc_number: text,
	/** Letters and digits of the number. */
	sanitized_acc_number: text,
	acc_holder_name: text,
	bank_id: toOne({ ...display, country: toOne(country) }),
	allow_out_payment: flag,
	create_date: instant,
	write_date: instant,
	note: ifThere(text),
});

export type BankAccount = ReturnType<typeof bankAccountReading.read>;

/** The supplier's other accounts, with those that were taken out of use. */
export const otherAccounts = relatedRecords(
	{
		name: 'otherAccounts',
		what: 'other bank accounts',
		model: 'res.partner.bank',
		domain: [
			['id', 'not in', { of: 'id' }],
			['partner_id', 'child_of', { of: 'partner_id.commercial_partner_id' }],
			'|',
			['active', '=', true],
			['active', '=', false],
		],
	},
	{
		sanitized_acc_number: text,
		active: flag,
		allow_out_payment: flag,
		create_date: instant,
	},
	{ order: 'id desc', limit: 100 },
);

/** Others who have the same account. */
export const otherHolders = relatedTotals(
	{
		name: 'otherHolders',
		what: "others' bank accounts",
		model: 'res.partner.bank',
		domain: [
			['sanitized_acc_number', 'in', { of: 'sanitized_acc_number' }],
			['partner_id', 'not in', { of: 'partner_id' }],
		],
	},
	[],
);

const openBill = {
	/** In the company's currency; negative, since it is to be paid. */
	amount_residual_signed: amount,
	company_id: theOne(company),
};
export const mostOpenBills = 1000;

/** What the supplier is waiting for. */
export const openBills = relatedRecords(
	{
		name: 'openBills',
		what: 'open bills',
		model: 'account.move',
		domain: [
			['move_type', 'in', ['in_invoice', 'in_refund']],
			['state', '=', 'posted'],
			['commercial_partner_id', 'in', { of: 'partner_id.commercial_partner_id' }],
			['amount_residual', '>', 0],
		],
	},
	openBill,
	{ order: 'id desc', limit: mostOpenBills },
);
export type OpenBill = RecordOf<typeof openBill>;

/** Payments that would go to the account and wait to be made. */
export const waitingPayments = relatedTotals(
	{
		name: 'waitingPayments',
		what: 'payments that wait',
		model: 'account.payment',
		domain: [
			['partner_bank_id', 'in', { of: 'id' }],
			['state', '=', 'draft'],
		],
	},
	[],
);

export const notes = notesOn('res.partner.bank', 'notes on the bank account');

export const releasedBefore = releasedBy('vendor_bank_change', 'res.partner.bank');
