import { roundMoney } from '../../money';
import type { FactDeclaration, RecordAnswer } from '../Area';
import { countOf, hasAny } from '../facts/countOf';
import { ageInDays } from '../facts/ageInDays';
import { type Derived, Unknown } from '../facts/Unknown';
import {
	earlierPayments,
	memoOf,
	notes,
	samePayments,
	supplierBalance,
	type Payment,
} from './payment';

export const paymentReleaseFactDeclarations = {
	paymentAmount: { type: 'number', unit: 'money', label: 'Payment' },
	currency: { type: 'string', label: 'Company currency' },
	openBillsAmount: { type: 'number', unit: 'money', label: 'Owed to the supplier' },
	overpaidAmount: { type: 'number', unit: 'money', label: 'Paid beyond what is owed' },
	isBankAccountTrusted: { type: 'boolean', label: 'Bank account is trusted' },
	bankAccountAgeDays: { type: 'number', unit: 'days', label: 'Age of the bank account in Odoo' },
	supplierPayments: { type: 'number', label: 'Earlier payments to the supplier' },
	samePayments: { type: 'number', label: 'Payments of the same amount within a month' },
	hasMemo: { type: 'boolean', label: 'Memo says what it is for' },
	isJustified: { type: 'boolean', label: 'Justified in writing' },
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Country of the supplier' },
} satisfies Record<string, FactDeclaration>;

export type PaymentReleaseFacts = Record<keyof typeof paymentReleaseFactDeclarations, Derived>;

/**
 * Derives what policies compare from a payment to a supplier and the supplier's account in the books.
 *
 * @param now ISO 8601
 */
export function paymentReleaseFacts(
	payment: Payment,
	answer: RecordAnswer,
	now: string,
): PaymentReleaseFacts {
	const { company_id: company, partner_id: supplier } = payment;
	const owed = owedToSupplier(payment, answer);
	return {
		paymentAmount: paidAmount(payment),
		currency: company.currency_id.name,
		openBillsAmount: owed,
		overpaidAmount: overpaid(payment, owed),
		...bankAccountFacts(payment, now),
		supplierPayments: countOf(earlierPayments.from(answer)),
		samePayments: countOf(samePayments.from(answer)),
		hasMemo: (memoOf(payment)?.trim() ?? '') !== '',
		isJustified: hasAny(notes.from(answer)),
		company: company.display_name,
		region: supplier?.country_id?.display_name ?? new Unknown('the supplier has no country'),
	};
}

/** In the company's currency; negative where the supplier owes something. */
export function owedToSupplier(payment: Payment, answer: RecordAnswer): number | Unknown {
	const totals = supplierBalance.from(answer);
	if (totals instanceof Unknown) return totals;
	const { decimal_places: places } = payment.company_id.currency_id;
	return roundMoney(-(totals[0]?.amount_residual ?? 0), places);
}

function paidAmount({ amount_company_currency_signed: signed, company_id }: Payment): number {
	return roundMoney(-signed, company_id.currency_id.decimal_places);
}

function overpaid(payment: Payment, owed: number | Unknown): number | Unknown {
	if (owed instanceof Unknown) return owed;
	const { decimal_places: places } = payment.company_id.currency_id;
	return Math.max(0, roundMoney(paidAmount(payment) - Math.max(0, owed), places));
}

function bankAccountFacts(
	{ partner_bank_id: account }: Payment,
	now: string,
): Pick<PaymentReleaseFacts, 'isBankAccountTrusted' | 'bankAccountAgeDays'> {
	const none = new Unknown('the payment names no bank account');
	if (account === null) return { isBankAccountTrusted: none, bankAccountAgeDays: none };
	return {
		// An account that was taken out of use is none to pay to, whatever it was before.
		isBankAccountTrusted: account.active && account.allow_out_payment,
		bankAccountAgeDays:
			account.create_date === null
				? new Unknown('Odoo does not say when the bank account was made')
				: ageInDays(account.create_date, now),
	};
}
