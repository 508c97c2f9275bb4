import { paymentRelease } from '../../../src/domain/areas/paymentRelease/paymentRelease';
import type { RelatedRows } from '../../../src/domain/case/relatedQuery';
import { fingerprintOf } from '../../../src/domain/case/watched';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import { euro } from './sampleBill';
import { aPayment, paidTo } from './samplePayment';

const now = '2030-03-01T10:00:00.000Z';
const counted = (count: number): RelatedRows => ({ rows: [{ count }] });
const balance = (amount_residual: number): RelatedRows => ({
	rows: [{ count: 1, amount_residual }],
});
const gather = (changes: object = {}, related: Record<string, RelatedRows> = {}) => {
	const beside = {
		earlierPayments: counted(3),
		samePayments: counted(0),
		supplierBalance: balance(-250),
		notes: counted(0),
	};
	const answer = answering(aPayment(changes), { related: { ...beside, ...related } });
	return paymentRelease.gather(answer, now);
};
const factsOf = (changes: object = {}, related: Record<string, RelatedRows> = {}) =>
	gather(changes, related).facts;

describe('the facts of a payment', () => {
	it('are what a payment of open bills says', () => {
		expect(factsOf()).toEqual({
			paymentAmount: 100,
			currency: 'USD',
			openBillsAmount: 250,
			overpaidAmount: 0,
			isBankAccountTrusted: true,
			bankAccountAgeDays: 365,
			supplierPayments: 3,
			samePayments: 0,
			hasMemo: true,
			isJustified: false,
			company: 'My Company',
			region: 'Germany',
		});
	});

	it.each<{ name: string; residual: number; owed: number; beyond: number }>([
		{ name: 'all of it', residual: -100, owed: 100, beyond: 0 },
		{ name: 'a cent less', residual: -99.99, owed: 99.99, beyond: 0.01 },
		{ name: 'nothing', residual: 0, owed: 0, beyond: 100 },
		{ name: 'less than nothing', residual: 40, owed: -40, beyond: 100 },
	])('owed: $name', ({ residual, owed, beyond }) => {
		expect(factsOf({}, { supplierBalance: balance(residual) })).toMatchObject({
			openBillsAmount: owed,
			overpaidAmount: beyond,
		});
	});

	it('compares what is owed in the currency of the company', () => {
		const payment = { currency_id: euro, amount: 100, amount_company_currency_signed: -260.5 };
		expect(gather(payment)).toMatchObject({
			amount: 260.5,
			currency: 'USD',
			facts: { paymentAmount: 260.5, overpaidAmount: 10.5 },
		});
	});

	it.each<{ name: string; account: object | false; trusted: unknown; days: number | null }>([
		{ name: 'trusted', account: {}, trusted: true, days: 365 },
		{ name: 'not trusted', account: { allow_out_payment: false }, trusted: false, days: 365 },
		{ name: 'out of use', account: { active: false }, trusted: false, days: 365 },
		{
			name: 'of today, rounded down',
			account: { create_date: '2030-02-28 23:00:00' },
			trusted: true,
			days: 0.45,
		},
		{
			name: 'that nobody knows since when',
			account: { create_date: false },
			trusted: true,
			days: null,
		},
		{ name: 'that is not named', account: false, trusted: null, days: null },
	])('an account $name', ({ account, trusted, days }) => {
		expect(factsOf({ partner_bank_id: account && paidTo(account) })).toMatchObject({
			isBankAccountTrusted: trusted,
			bankAccountAgeDays: days,
		});
	});

	it.each<{ name: string; payment: object; notes: number; memo: boolean; justified: boolean }>([
		{ name: 'a memo', payment: {}, notes: 0, memo: true, justified: false },
		{ name: 'a note', payment: { memo: false }, notes: 1, memo: false, justified: true },
		{ name: 'blanks', payment: { memo: '  ' }, notes: 0, memo: false, justified: false },
		{
			name: 'what was the memo until Odoo 17',
			payment: { memo: undefined, ref: 'INV 12/7' },
			notes: 0,
			memo: true,
			justified: false,
		},
	])('in words: $name', ({ payment, notes, memo, justified }) => {
		expect(factsOf(payment, { notes: counted(notes) })).toMatchObject({
			hasMemo: memo,
			isJustified: justified,
		});
	});

	it('are not known where the books may not be read', () => {
		const absent: RelatedRows = { absent: 'forbidden' };
		const related = { supplierBalance: absent, earlierPayments: absent, notes: absent };
		const { facts, proposal } = gather({}, related);
		expect(facts).toMatchObject({
			openBillsAmount: null,
			overpaidAmount: null,
			supplierPayments: null,
			isJustified: null,
		});
		expect(proposal).toMatchObject({ owed: null });
	});

	it('can be read without supplier and account', () => {
		const payment = { partner_id: false, partner_bank_id: false, memo: false };
		expect(gather(payment)).toMatchObject({
			name: 'Draft Payment',
			requester: { id: 6, name: 'Carl' },
			facts: { region: null },
			proposal: { accountNumber: null, isTrusted: null },
		});
	});
});

describe('what is gathered of a payment', () => {
	it('keeps what the facts rest on beside the payment', () => {
		expect(gather()).toMatchObject({
			name: 'Draft Payment (INV 12/7)',
			proposal: { owed: 250, accountNumber: 'DE89370400440532013000', isTrusted: true },
		});
	});

	it.each<{ name: string; payment: object; isSame: boolean }>([
		{ name: 'who wrote it last', payment: { write_uid: false }, isSame: true },
		{ name: 'the amount', payment: { amount: 100.01 }, isSame: false },
		{ name: 'the memo', payment: { memo: 'INV 13' }, isSame: false },
		{ name: 'the account', payment: { partner_bank_id: paidTo({ id: 5 }) }, isSame: false },
		{
			name: 'the journal',
			payment: { journal_id: { id: 7, display_name: 'Cash' } },
			isSame: false,
		},
	])('the fingerprint after a change of $name', ({ payment, isSame }) => {
		const before = fingerprintOf(gather().watched);
		expect(fingerprintOf(gather(payment).watched) === before).toBe(isSame);
	});

	it('watches what was the memo until Odoo 17', () => {
		const { fields } = gather({ memo: undefined, ref: 'INV 12/7' }).watched;
		expect(fields).toMatchObject({ ref: 'INV 12/7' });
		expect(Object.keys(fields)).not.toContain('memo');
	});

	it('shows what a decision needs', () => {
		const { figures, lines } = gather({ invoice_ids: [{ id: 3, display_name: 'BILL/1' }] });
		expect(Object.fromEntries(figures.map(({ label, value }) => [label, value]))).toMatchObject({
			Supplier: 'Pumps & Parts Ltd',
			Payment: '100.00 USD',
			'Owed to the supplier': '250 USD',
			'Bank account': 'DE89 3704 0044 0532 0130 00',
			Date: '2030-03-01',
		});
		expect(lines.rows).toEqual([['BILL/1']]);
	});

	it('tells a clerk no account number', () => {
		const allowed = paymentRelease.advice.figures;
		const told = gather().figures.filter(({ label }) => allowed.includes(label));
		expect(JSON.stringify([told, factsOf()])).not.toMatch(/3704|3000/);
		expect(told).toHaveLength(allowed.length);
	});
});

describe('the default policy for payments', () => {
	const policy = paymentRelease.defaultPolicy;

	it('is sound and agrees with its examples', async () => {
		expect(await parsePolicy(policy)).toEqual(policy);
	});

	it('takes the facts that are gathered, and gives reasons that read well', async () => {
		const account = paidTo({ create_date: '2030-02-28 10:00:00', allow_out_payment: false });
		const facts = factsOf({ partner_bank_id: account }, { supplierBalance: balance(-60) });
		const { outcome, rules } = await evaluate(policy, facts);
		expect(outcome).toBe('escalate');
		expect(rules.map(({ reason }) => reason)).toEqual([
			'Nobody has confirmed the bank account that the payment goes to',
			'40 USD more than is owed would be paid, and nobody has written down why',
			'40 USD more than is owed would be paid',
			'The bank account is new: it was entered 1 day ago',
		]);
	});
});
