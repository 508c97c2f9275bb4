import { creditRelease } from '../../../src/domain/areas/creditRelease/creditRelease';
import type { RecordAnswer } from '../../../src/domain/areas/Area';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { answering } from './answering';

const now = '2030-03-06T10:00:00.000Z';
const usDollar = { id: 1, name: 'USD', decimal_places: 2 };
const person = { id: 7, display_name: 'Carl' };

/** A sent quotation of 1,000 with tax; the customer has a limit of 5,000. */
const anOrder = (changes: object = {}) => ({
	id: 9,
	name: 'S00009',
	user_id: person,
	create_uid: person,
	write_uid: person,
	partner_id: aCustomer(),
	company_id: {
		id: 1,
		display_name: 'My Company',
		currency_id: usDollar,
		account_use_credit_limit: true,
	},
	currency_id: usDollar,
	currency_rate: 1,
	pricelist_id: false,
	payment_term_id: false,
	commitment_date: false,
	amount_untaxed: 900,
	amount_total: 1000,
	order_line: [],
	...changes,
});
const aCustomer = (company: object = { credit_limit: 5000 }) => ({
	id: 31,
	display_name: 'Hafen AG, Ines',
	category_id: [],
	country_id: false,
	commercial_partner_id: { id: 30, display_name: 'Hafen AG', category_id: [], ...company },
});
const notUsed = {
	id: 1,
	display_name: 'My Company',
	currency_id: usDollar,
	account_use_credit_limit: false,
};
const books = {
	owed: { rows: [{ count: 3, amount_residual: 1500.004 }] },
	overdue: { rows: [{ count: 1, amount_residual: 200 }] },
	oldestDue: { rows: [{ id: 1, date_maturity: '2030-02-24' }] },
	openOrders: {
		rows: [
			{ id: 5, amount_total: 800, amount_invoiced: 300, currency_rate: 2 },
			{ id: 6, amount_total: 100, amount_invoiced: 120, currency_rate: 1 },
		],
	},
};
const gather = (order: object = {}, beside: Partial<RecordAnswer> = {}) =>
	creditRelease.gather(answering(anOrder(order), { related: books, ...beside }), now);

const limitPath = 'partner_id.commercial_partner_id.credit_limit';
const withoutLimit = aCustomer({});

describe('the facts of a credit release', () => {
	it('add up what is owed, ordered and asked for, in the currency of the company', () => {
		expect(gather().facts).toMatchObject({
			orderTotal: 1000,
			owedAmount: 1500,
			openOrdersAmount: 250,
			exposure: 2750,
			exposurePercent: 55,
			overdueAmount: 200,
			daysOverdue: 10,
			paymentTermDays: 0,
			customerTier: 'standard',
		});
	});

	it.each<{ name: string; order: object; percent: number }>([
		{
			name: 'in another currency',
			order: { currency_id: { ...usDollar, id: 2 }, currency_rate: 0.5 },
			percent: 75,
		},
		{ name: 'rounded up', order: { amount_total: 1000.01 }, percent: 55.01 },
		{ name: 'over the limit', order: { amount_total: 3250.5 }, percent: 100.01 },
	])('exposure against the limit: $name', ({ order, percent }) => {
		expect(gather(order).facts['exposurePercent']).toBe(percent);
	});

	it.each<{ name: string; order: object; beside: Partial<RecordAnswer>; has: boolean | null }>([
		{ name: 'one', order: {}, beside: {}, has: true },
		{ name: 'none', order: { partner_id: aCustomer({ credit_limit: 0 }) }, beside: {}, has: false },
		{ name: 'switched off', order: { company_id: notUsed }, beside: {}, has: false },
		{
			name: 'one that may not be read',
			order: { partner_id: withoutLimit },
			beside: { absent: { [limitPath]: 'forbidden' } },
			has: null,
		},
		{
			name: 'in an Odoo that keeps none',
			order: { partner_id: withoutLimit },
			beside: { absent: { [limitPath]: 'missing' } },
			has: null,
		},
	])('credit limit: $name', ({ order, beside, has }) => {
		const { facts } = gather(order, beside);
		expect(facts['hasCreditLimit']).toBe(has);
		expect(facts['exposurePercent']).toBe(has === true ? 55 : null);
	});

	it('does not add up books that may be read in part only', () => {
		const closed = { absent: { [limitPath]: 'forbidden' as const } };
		const { facts, unknown } = gather({ partner_id: withoutLimit }, closed);

		expect(facts).toMatchObject({ owedAmount: null, exposure: null, overdueAmount: null });
		expect(unknown['owedAmount']).toBe('the integration user may not read the books (Invoicing)');
	});

	it('is not late where nothing is', () => {
		const nothing = { rows: [{ count: 0, amount_residual: 0 }] };
		const related = { ...books, overdue: nothing, oldestDue: { rows: [] } };
		expect(gather({}, { related }).facts).toMatchObject({ overdueAmount: 0, daysOverdue: 0 });
	});

	it.each([
		{
			name: 'too many',
			rows: Array.from({ length: 1000 }, (_, id) => ({
				id: id + 1,
				amount_total: 1,
				amount_invoiced: 0,
				currency_rate: 1,
			})),
		},
		{
			name: 'one without a rate',
			rows: [{ id: 5, amount_total: 8, amount_invoiced: 3, currency_rate: 0 }],
		},
		{ name: 'one that does not tell', rows: [{ id: 5, amount_total: 8, currency_rate: 1 }] },
	])('open orders are not known: $name', ({ rows }) => {
		const { facts } = gather({}, { related: { ...books, openOrders: { rows } } });
		expect(facts).toMatchObject({ openOrdersAmount: null, exposure: null });
	});

	it('leaves the score of a credit bureau to whoever asks it', () => {
		expect(gather().unknown['creditScore']).toBe('no credit bureau was asked');
	});

	it('shows why a figure is not known', () => {
		const { figures } = gather({ company_id: notUsed });
		const shown = Object.fromEntries(figures.map(({ label, value }) => [label, value]));
		expect(shown).toMatchObject({
			'Credit limit': 'not known: the customer has no credit limit',
			Overdue: '200 USD',
		});
	});

	it('has a policy that agrees with its examples', async () => {
		await expect(parsePolicy(creditRelease.defaultPolicy)).resolves.toMatchObject({});
	});
});
