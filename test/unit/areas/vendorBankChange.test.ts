import { vendorBankChange } from '../../../src/domain/areas/vendorBankChange/vendorBankChange';
import type { RelatedRows } from '../../../src/domain/case/relatedQuery';
import { fingerprintOf } from '../../../src/domain/case/watched';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import { aBankAccount } from './samplePayment';

const now = '2030-03-01T10:00:00.000Z';
const none: RelatedRows = { rows: [] };
const counted = (count: number): RelatedRows => ({ rows: [{ count }] });
const gather = (changes: object = {}, related: Record<string, RelatedRows> = {}) => {
	const beside = {
		otherAccounts: none,
		otherHolders: counted(0),
		openBills: none,
		waitingPayments: counted(0),
		notes: counted(0),
		releasedBefore: none,
	};
	const answer = answering(aBankAccount(changes), { related: { ...beside, ...related } });
	return vendorBankChange.gather(answer, now);
};
const factsOf = (changes: object = {}, related: Record<string, RelatedRows> = {}) =>
	gather(changes, related).facts;
const other = (changes: object = {}) => ({
	id: 9,
	sanitized_acc_number: 'DE02120300000000202051',
	active: true,
	allow_out_payment: true,
	create_date: '2029-01-01 00:00:00',
	...changes,
});
const company = (id: number, currency = 'USD') => ({
	id,
	display_name: `Company ${String(id)}`,
	currency_id: { id: currency === 'USD' ? 1 : 125, name: currency, decimal_places: 2 },
});
const bill = (amount_residual_signed: number, company_id: object = company(1)) => ({
	id: 70,
	amount_residual_signed,
	company_id,
});

describe('the facts of a bank account', () => {
	it('are what the first one of a supplier says', () => {
		expect(factsOf()).toEqual({
			isFirstAccount: true,
			otherAccounts: 0,
			trustedAccounts: 0,
			isChange: false,
			isCountryDifferent: false,
			otherHolders: 0,
			supplierOpenAmount: 0,
			waitingPayments: 0,
			currency: 'USD',
			daysSinceCreated: 1,
			isJustified: false,
			company: 'My Company',
			region: 'Germany',
		});
	});

	it.each<{ name: string; rows: object[]; first: boolean; inUse: number; trusted: number }>([
		{ name: 'one', rows: [other()], first: false, inUse: 1, trusted: 1 },
		{
			name: 'one that nobody trusts',
			rows: [other({ allow_out_payment: false })],
			first: false,
			inUse: 1,
			trusted: 0,
		},
		{
			name: 'one that was taken out of use',
			rows: [other({ active: false })],
			first: false,
			inUse: 0,
			trusted: 0,
		},
	])('beside other accounts: $name', ({ rows, first, inUse, trusted }) => {
		expect(factsOf({}, { otherAccounts: { rows } as RelatedRows })).toMatchObject({
			isFirstAccount: first,
			otherAccounts: inUse,
			trustedAccounts: trusted,
		});
	});

	it.each<{ name: string; account: object; released: RelatedRows; is: boolean | null }>([
		{ name: 'as it was entered', account: {}, released: none, is: false },
		{
			name: 'written again',
			account: { write_date: '2030-02-28 10:00:01' },
			released: { absent: 'missing' },
			is: true,
		},
		{
			name: 'approved before',
			account: {},
			released: { rows: [{ id: 1, x_amount: 0 }] },
			is: true,
		},
		{ name: 'not known', account: {}, released: { absent: 'forbidden' }, is: null },
	])('changed: $name', ({ account, released, is }) => {
		expect(factsOf(account, { releasedBefore: released })['isChange']).toBe(is);
	});

	const bank = (code: string) => ({
		id: 3,
		display_name: 'Bank',
		country: { id: 75, display_name: 'Somewhere', code },
	});
	const at = (country_id: unknown) => ({
		partner_id: { id: 21, display_name: 'Pumps & Parts Ltd', country_id },
	});
	it.each<{ name: string; account: object; is: boolean | null }>([
		{
			name: 'in the number',
			account: { sanitized_acc_number: 'FR7630006000011234567890189' },
			is: true,
		},
		{
			name: 'in small letters',
			account: { sanitized_acc_number: 'de89370400440532013000' },
			is: false,
		},
		{
			name: 'of the bank, where the number tells none',
			account: { sanitized_acc_number: '0532013000', bank_id: bank('FR') },
			is: true,
		},
		{
			name: 'in the number, whatever the bank',
			account: { bank_id: bank('FR') },
			is: false,
		},
		{
			name: 'nowhere',
			account: { sanitized_acc_number: '0532013000', bank_id: { ...bank('FR'), country: false } },
			is: null,
		},
		{ name: 'not that of the supplier', account: at(false), is: null },
	])('country $name', ({ account, is }) => {
		expect(factsOf(account)['isCountryDifferent']).toBe(is);
	});

	it.each<{
		name: string;
		account: object;
		bills: object[];
		open: number | null;
		currency: string;
	}>([
		{
			name: 'less what was credited',
			account: {},
			bills: [bill(-100.1), bill(-200.2), bill(50)],
			open: 250.3,
			currency: 'USD',
		},
		{
			name: 'in the books that the account is for',
			account: { company_id: company(2) },
			bills: [bill(-100), bill(-30, company(2))],
			open: 30,
			currency: 'USD',
		},
		{
			name: 'in the books where the bills are',
			account: {},
			bills: [bill(-100, company(3, 'EUR'))],
			open: 100,
			currency: 'EUR',
		},
		{
			name: 'in two currencies',
			account: {},
			bills: [bill(-100), bill(-100, company(3, 'EUR'))],
			open: null,
			currency: 'USD',
		},
		{
			name: 'too many',
			account: {},
			bills: Array.from({ length: 1000 }, () => bill(-1)),
			open: null,
			currency: 'USD',
		},
	])('open bills: $name', ({ account, bills, open, currency }) => {
		const openBills = { rows: bills } as RelatedRows;
		expect(gather(account, { openBills })).toMatchObject({
			amount: open,
			currency,
			facts: { supplierOpenAmount: open, currency },
		});
	});

	it.each<{ name: string; note: string | false | undefined; notes: number; is: boolean }>([
		{ name: 'in the note of the account', note: 'Called them', notes: 0, is: true },
		{ name: 'beside it', note: false, notes: 1, is: true },
		{ name: 'where Odoo has no notes', note: undefined, notes: 1, is: true },
		{ name: 'nowhere', note: false, notes: 0, is: false },
	])('justified $name', ({ note, notes, is }) => {
		expect(factsOf({ note }, { notes: counted(notes) })['isJustified']).toBe(is);
	});

	it('are not known where others may not be read', () => {
		const absent: RelatedRows = { absent: 'forbidden' };
		const related = { otherAccounts: absent, openBills: absent, otherHolders: absent };
		const account = { create_date: false, write_date: false };
		const { facts, currency, lines } = gather(account, related);
		expect(facts).toMatchObject({
			isFirstAccount: null,
			otherAccounts: null,
			trustedAccounts: null,
			supplierOpenAmount: null,
			otherHolders: null,
			daysSinceCreated: null,
		});
		expect({ currency, rows: lines.rows }).toEqual({ currency: 'USD', rows: [] });
	});
});

describe('what is gathered of a bank account', () => {
	it('is not called by its number', () => {
		const { name, figures, lines } = gather(
			{},
			{ otherAccounts: { rows: [other()] } as RelatedRows },
		);
		expect(name).toBe('Bank account of Pumps & Parts Ltd');
		expect(lines.rows).toEqual([['… 2051', 'yes', 'yes', '2029-01-01']]);
		expect(figures).toContainEqual({ label: 'Number', value: 'DE89 3704 0044 0532 0130 00' });
		const { facts, figures: told } = vendorBankChange.advice;
		expect(told).toEqual([]);
		expect(JSON.stringify(facts.map((fact) => factsOf()[fact]))).not.toContain('3704');
	});

	it('says whose it is and who has a hand in it', () => {
		expect(gather({ write_uid: { id: 7, display_name: 'Wim' } })).toMatchObject({
			requester: { id: 6, name: 'Carl' },
			involvedIds: [6, 7],
		});
	});

	it.each<{ name: string; account: object; isSame: boolean }>([
		{ name: 'who wrote it last', account: { write_uid: false }, isSame: true },
		{ name: 'whether it is trusted', account: { allow_out_payment: true }, isSame: true },
		{ name: 'the number', account: { acc_number: 'DE02 1203' }, isSame: false },
		{ name: 'the holder', account: { acc_holder_name: 'Somebody' }, isSame: false },
	])('the fingerprint after a change of $name', ({ account, isSame }) => {
		const before = fingerprintOf(gather().watched);
		expect(fingerprintOf(gather(account).watched) === before).toBe(isSame);
	});
});

describe('the default policy for bank accounts', () => {
	const policy = vendorBankChange.defaultPolicy;

	it('is sound and agrees with its examples', async () => {
		expect(await parsePolicy(policy)).toEqual(policy);
	});

	it('takes the facts that are gathered, and gives reasons that read well', async () => {
		const related = { openBills: { rows: [bill(-500)] } as RelatedRows, otherHolders: counted(1) };
		const facts = factsOf({ write_date: '2030-03-01 09:00:00' }, related);
		const { outcome, role, rules } = await evaluate(policy, facts);
		expect({ outcome, role }).toEqual({ outcome: 'escalate', role: 'finance' });
		expect(rules.map(({ reason }) => reason)).toEqual([
			'A bank account was changed while bills of 500 USD are open',
			'Somebody else has the same bank account (others: 1)',
			'Nobody has written down who confirmed the bank account, and how',
		]);
	});
});
