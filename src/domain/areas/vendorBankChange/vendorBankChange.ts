import type { Area, Gathered, RecordAnswer } from '../Area';
import { leaveIt } from '../effectsOn';
import { figuresOf } from '../facts/figuresOf';
import { settle, Unknown } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { behind } from '../reading/people';
import { watch } from '../reading/watch';
import {
	bankAccountReading,
	notes,
	openBills,
	otherAccounts,
	otherHolders,
	releasedBefore,
	waitingPayments,
	type BankAccount,
} from './bankAccount';
import { vendorBankChangeAdvice } from './vendorBankChangeAdvice';
import {
	companyOf,
	vendorBankChangeFactDeclarations,
	vendorBankChangeFacts,
	type VendorBankChangeFacts,
} from './vendorBankChangeFacts';
import { vendorBankChangePolicy } from './vendorBankChangePolicy';

/** A bank account of a supplier is trusted with money only after somebody has looked at it. */
export const vendorBankChange: Area = {
	id: 'vendor_bank_change',
	code: 'A11',
	label: 'Vendor bank account',
	model: 'res.partner.bank',
	modules: ['account'],
	rights: [
		'account.group_account_manager',
		'account.group_validate_bank_account',
		'base.group_partner_manager',
	],
	trigger: {
		domain:
			"[('allow_out_payment', '=', False), ('active', '=', True), ('partner_id.supplier_rank', '>', 0)]",
		// A number that was trusted cannot be changed: who does so takes the trust away first.
		fields: ['acc_number', 'allow_out_payment', 'active', 'partner_id', 'bank_id'],
	},
	specification: bankAccountReading.specification,
	related: {
		otherAccounts: otherAccounts.query,
		otherHolders: otherHolders.query,
		openBills: openBills.query,
		waitingPayments: waitingPayments.query,
		notes: notes.query,
		releasedBefore: releasedBefore.query,
	},
	factDeclarations: vendorBankChangeFactDeclarations,
	gather,
	effects: {
		// Each reads back what it did, since an effect expects words of a field and no yes or no.
		approved: { method: 'trust_bank_account', context: {}, expect: null },
		rejected: { method: 'archive_bank_account', context: {}, expect: null },
		sent_back: leaveIt,
	},
	again: null,
	guard: {
		domain: "[('allow_out_payment', '=', True)]",
		fields: ['allow_out_payment'],
		hasOwnGate: false,
	},
	defaultPolicy: vendorBankChangePolicy,
	advice: vendorBankChangeAdvice,
};

const watched = ['acc_number', 'partner_id', 'bank_id', 'acc_holder_name'];

function gather(answer: RecordAnswer, now: string): Gathered {
	const account = bankAccountReading.read(answer.record);
	const derived = vendorBankChangeFacts(account, answer, now);
	const company = companyOf(account, answer);
	return {
		// The record is called by its number, and what a case is called goes many ways.
		name: `Bank account of ${account.partner_id.display_name}`,
		amount: typeof derived.supplierOpenAmount === 'number' ? derived.supplierOpenAmount : null,
		currency: company?.currency_id.name ?? null,
		...behind('res.partner.bank', account),
		...settle(derived),
		proposal: null,
		watched: watch(answer.record, { fields: watched }),
		figures: figures(account, derived),
		lines: lines(answer),
	};
}

function figures(account: BankAccount, facts: VendorBankChangeFacts): Gathered['figures'] {
	const { currency } = facts;
	const own = typeof currency === 'string' ? currency : undefined;
	return figuresOf([
		['Supplier', account.partner_id.display_name],
		['Number', account.acc_number ?? 'none'],
		['Holder', account.acc_holder_name ?? 'none'],
		['Bank', account.bank_id?.display_name ?? 'none'],
		['Country of the supplier', writeDerived(facts.region)],
		['In another country', writeDerived(facts.isCountryDifferent)],
		['First account', writeDerived(facts.isFirstAccount)],
		['Changed since it was entered', writeDerived(facts.isChange)],
		['Others with the same account', writeDerived(facts.otherHolders)],
		['Open bills', writeDerived(facts.supplierOpenAmount, 'money', own)],
		['Payments that wait', writeDerived(facts.waitingPayments)],
		['Justified in writing', writeDerived(facts.isJustified)],
		['Entered by', account.create_uid?.display_name ?? 'nobody'],
		['Changed by', account.write_uid?.display_name ?? 'nobody'],
	]);
}

function lines(answer: RecordAnswer): Gathered['lines'] {
	const others = otherAccounts.from(answer);
	return {
		columns: ['Other account', 'In use', 'Trusted', 'Entered'],
		rows: (others instanceof Unknown ? [] : others).map((one) => [
			// Enough to tell accounts apart, and nothing to pay to.
			`… ${one.sanitized_acc_number?.slice(-4) ?? ''}`,
			writeDerived(one.active),
			writeDerived(one.allow_out_payment),
			one.create_date?.toFormat('yyyy-MM-dd') ?? '',
		]),
	};
}
