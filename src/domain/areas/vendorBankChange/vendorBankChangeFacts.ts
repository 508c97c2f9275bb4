import { roundMoney } from '../../money';
import type { FactDeclaration, RecordAnswer } from '../Area';
import { countOf, hasAny } from '../facts/countOf';
import { ageInDays } from '../facts/ageInDays';
import { type Derived, Unknown } from '../facts/Unknown';
import {
	mostOpenBills,
	notes,
	openBills,
	otherAccounts,
	otherHolders,
	releasedBefore,
	waitingPayments,
	type BankAccount,
	type OpenBill,
} from './bankAccount';

export const vendorBankChangeFactDeclarations = {
	isFirstAccount: { type: 'boolean', label: 'First bank account of the supplier' },
	otherAccounts: { type: 'number', label: 'Other bank accounts of the supplier' },
	trustedAccounts: { type: 'number', label: 'Other bank accounts that are trusted' },
	isChange: { type: 'boolean', label: 'Changed since it was entered' },
	isCountryDifferent: { type: 'boolean', label: 'In another country than the supplier' },
	otherHolders: { type: 'number', label: 'Others with the same bank account' },
	supplierOpenAmount: { type: 'number', unit: 'money', label: 'Open bills of the supplier' },
	waitingPayments: { type: 'number', label: 'Payments that wait to go to it' },
	currency: { type: 'string', label: 'Company currency' },
	daysSinceCreated: { type: 'number', unit: 'days', label: 'Time since it was entered' },
	isJustified: { type: 'boolean', label: 'Justified in writing' },
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Country of the supplier' },
} satisfies Record<string, FactDeclaration>;

export type VendorBankChangeFacts = Record<keyof typeof vendorBankChangeFactDeclarations, Derived>;

/**
 * Derives what policies compare from a supplier's bank account. Its number is none of it.
 *
 * @param now ISO 8601
 */
export function vendorBankChangeFacts(
	account: BankAccount,
	answer: RecordAnswer,
	now: string,
): VendorBankChangeFacts {
	const { create_date: created } = account;
	const company = companyOf(account, answer);
	const unknown = new Unknown('Odoo does not say whose books it is for');
	return {
		...otherAccountFacts(answer),
		isChange: isChange(account, answer),
		isCountryDifferent: isCountryDifferent(account),
		otherHolders: countOf(otherHolders.from(answer)),
		supplierOpenAmount: supplierOpenAmount(account, answer),
		waitingPayments: countOf(waitingPayments.from(answer)),
		currency: company?.currency_id.name ?? unknown,
		daysSinceCreated:
			created === null
				? new Unknown('Odoo does not say when the bank account was made')
				: ageInDays(created, now),
		isJustified: isJustified(account, answer),
		company: company?.display_name ?? unknown,
		region:
			account.partner_id.country_id?.display_name ?? new Unknown('the supplier has no country'),
	};
}

/** Whose books it is for: an account for all companies is that of where the bills are. */
export function companyOf(
	account: BankAccount,
	answer: RecordAnswer,
): OpenBill['company_id'] | null {
	const bills = openBills.from(answer);
	const [bill] = bills instanceof Unknown ? [] : bills;
	return account.company_id ?? bill?.company_id ?? account.create_uid?.company_id ?? null;
}

function otherAccountFacts(
	answer: RecordAnswer,
): Pick<VendorBankChangeFacts, 'isFirstAccount' | 'otherAccounts' | 'trustedAccounts'> {
	const others = otherAccounts.from(answer);
	if (others instanceof Unknown) {
		return { isFirstAccount: others, otherAccounts: others, trustedAccounts: others };
	}
	const inUse = others.filter(({ active }) => active);
	return {
		// One that was taken out of use was there before, too.
		isFirstAccount: others.length === 0,
		otherAccounts: inUse.length,
		trustedAccounts: inUse.filter(({ allow_out_payment }) => allow_out_payment).length,
	};
}

/** Odoo writes both times in one transaction when an account is made. */
function isChange(account: BankAccount, answer: RecordAnswer): boolean | Unknown {
	if (account.create_date?.toMillis() !== account.write_date?.toMillis()) return true;
	const released = releasedBefore.from(answer);
	return released instanceof Unknown ? released : released.length > 0;
}

function isCountryDifferent(account: BankAccount): boolean | Unknown {
	const own = account.partner_id.country_id?.code ?? null;
	if (own === null) return new Unknown('the supplier has no country');
	const country = countryOf(account);
	if (country === null) return new Unknown('neither the number nor the bank tells the country');
	return country !== own;
}

/** The country that an IBAN begins with, or else that of the bank. */
function countryOf({ sanitized_acc_number: number, bank_id: bank }: BankAccount): string | null {
	const iban = /^([A-Z]{2})\d{2}[A-Z\d]{11,30}$/i.exec(number ?? '');
	return iban?.[1]?.toUpperCase() ?? bank?.country?.code ?? null;
}

/** What is open beyond what was credited, in the books that the account is for. */
function supplierOpenAmount(account: BankAccount, answer: RecordAnswer): number | Unknown {
	const bills = openBills.from(answer);
	if (bills instanceof Unknown) return bills;
	if (bills.length >= mostOpenBills) return new Unknown('there are too many open bills to add up');
	const own = bills.filter(
		({ company_id }) => account.company_id === null || company_id.id === account.company_id.id,
	);
	const currencies = new Map(
		own.map(({ company_id: { currency_id } }) => [currency_id.id, currency_id]),
	);
	if (currencies.size > 1) return new Unknown('the companies with open bills differ in currency');
	const [currency] = currencies.values();
	const sum = own.reduce((total, { amount_residual_signed: open }) => total - open, 0);
	return roundMoney(sum, currency?.decimal_places ?? 2);
}

function isJustified({ note }: BankAccount, answer: RecordAnswer): boolean | Unknown {
	const isNoted = (note ?? null) !== null;
	return isNoted || hasAny(notes.from(answer));
}
