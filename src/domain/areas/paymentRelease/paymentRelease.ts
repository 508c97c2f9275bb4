import { amountWriter } from '../../formatValue';
import type { Area, Gathered, RecordAnswer } from '../Area';
import { figuresOf } from '../facts/figuresOf';
import { settle, Unknown } from '../facts/Unknown';
import { writeDay } from '../facts/writeDay';
import { writeDerived } from '../facts/writeDerived';
import { leaveIt } from '../effectsOn';
import { behind } from '../reading/people';
import { watch } from '../reading/watch';
import {
	earlierPayments,
	memoOf,
	notes,
	paymentReading,
	samePayments,
	supplierBalance,
	type Payment,
} from './payment';
import { paymentReleaseAdvice } from './paymentReleaseAdvice';
import {
	owedToSupplier,
	paymentReleaseFactDeclarations,
	paymentReleaseFacts,
	type PaymentReleaseFacts,
} from './paymentReleaseFacts';
import { paymentReleasePolicy } from './paymentReleasePolicy';

/** A payment to a supplier is made, unless its amount, its account or its reason are in doubt. */
export const paymentRelease: Area = {
	id: 'payment_release',
	code: 'A11',
	label: 'Payment release',
	model: 'account.payment',
	modules: ['account'],
	rights: ['account.group_account_manager'],
	trigger: {
		domain:
			"[('state', '=', 'draft'), ('payment_type', '=', 'outbound'), ('partner_type', '=', 'supplier')]",
		fields: ['state', 'amount', 'currency_id', 'partner_id', 'partner_bank_id', 'date'],
	},
	specification: paymentReading.specification,
	related: {
		earlierPayments: earlierPayments.query,
		samePayments: samePayments.query,
		supplierBalance: supplierBalance.query,
		notes: notes.query,
	},
	factDeclarations: paymentReleaseFactDeclarations,
	gather,
	effects: {
		approved: {
			method: 'release_payment',
			context: {},
			// Until Odoo 17 a payment was in the state of its entry.
			expect: { field: 'state', values: ['in_process', 'paid', 'posted'] },
		},
		rejected: {
			method: 'cancel_payment',
			context: {},
			expect: { field: 'state', values: ['canceled', 'cancel'] },
		},
		sent_back: leaveIt,
	},
	again: null,
	guard: {
		domain:
			"[('payment_type', '=', 'outbound'), ('state', 'in', ('in_process', 'paid', 'posted'))]",
		fields: ['state'],
		hasOwnGate: false,
	},
	defaultPolicy: paymentReleasePolicy,
	advice: paymentReleaseAdvice,
};

const watched = [
	'partner_id',
	'partner_bank_id',
	'amount',
	'currency_id',
	'date',
	'journal_id',
	'payment_method_line_id',
];

function gather(answer: RecordAnswer, now: string): Gathered {
	const payment = paymentReading.read(answer.record);
	const derived = paymentReleaseFacts(payment, answer, now);
	const memo = memoOf(payment);
	return {
		name: memo === null ? payment.display_name : `${payment.display_name} (${memo})`,
		amount: typeof derived.paymentAmount === 'number' ? derived.paymentAmount : null,
		currency: payment.company_id.currency_id.name,
		...behind('account.payment', payment),
		...settle(derived),
		proposal: asRead(payment, answer),
		watched: watch(answer.record, { fields: [...watched, ...memoField(payment)] }),
		figures: figures(payment, derived),
		lines: { columns: ['Bill'], rows: (payment.invoice_ids ?? []).map(billRow) },
	};
}

function memoField({ memo }: Payment): string[] {
	return memo === undefined ? ['ref'] : ['memo'];
}

/** What the facts rest on beside the payment, for the program to find it as it was read. */
function asRead(payment: Payment, answer: RecordAnswer): Record<string, unknown> {
	const { partner_bank_id: account } = payment;
	const owed = owedToSupplier(payment, answer);
	return {
		owed: owed instanceof Unknown ? null : owed,
		accountNumber: account?.sanitized_acc_number ?? null,
		isTrusted: account?.allow_out_payment ?? null,
	};
}

function figures(payment: Payment, facts: PaymentReleaseFacts): Gathered['figures'] {
	const { currency_id: currency, company_id: company } = payment;
	const own = company.currency_id.name;
	return figuresOf([
		['Supplier', payment.partner_id?.display_name ?? 'nobody'],
		['Payment', amountWriter(currency.name, currency.decimal_places)(payment.amount)],
		['In the company currency', writeDerived(facts.paymentAmount, 'money', own)],
		['Owed to the supplier', writeDerived(facts.openBillsAmount, 'money', own)],
		['Beyond what is owed', writeDerived(facts.overpaidAmount, 'money', own)],
		['Bank account', payment.partner_bank_id?.acc_number ?? 'none'],
		['Bank account is trusted', writeDerived(facts.isBankAccountTrusted)],
		['Age of the bank account', writeDerived(facts.bankAccountAgeDays, 'days')],
		['Earlier payments', writeDerived(facts.supplierPayments)],
		['Same amount within a month', writeDerived(facts.samePayments)],
		['Memo', memoOf(payment) ?? 'none'],
		['Paid from', payment.journal_id.display_name],
		['Date', writeDay(payment.date)],
		['Entered by', payment.create_uid?.display_name ?? 'nobody'],
	]);
}

function billRow({ display_name }: { display_name: string }): string[] {
	return [display_name];
}
