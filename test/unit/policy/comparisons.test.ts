import type { Facts } from '../../../src/domain/case/caseFile';
import type { Comparison } from '../../../src/domain/policy/condition';
import type { Policy } from '../../../src/domain/policy/policy';
import { aPolicy, aRule, evaluate } from './samplePolicy';

const declared: Policy['facts'] = {
	quantity: { type: 'number', label: 'Quantity' },
	available: { type: 'number', label: 'Available' },
	exposure: { type: 'number', unit: 'money', label: 'Exposure' },
	creditLimit: { type: 'number', unit: 'money', label: 'Credit limit' },
	currency: { type: 'string' },
	eurRate: { type: 'number' },
	sku: { type: 'string', label: 'Product' },
	categories: { type: 'list', label: 'Categories' },
	blocked: { type: 'list' },
	lastPaidOn: { type: 'date', label: 'Last payment' },
	dueAt: { type: 'date', label: 'Due' },
	bankChangedAt: { type: 'date', label: 'Bank account' },
	approvedAt: { type: 'date' },
};

const facts: Facts = {
	quantity: 12,
	available: 10,
	exposure: 9_200,
	creditLimit: 10_000,
	currency: 'USD',
	eurRate: 0.9,
	sku: 'HAZ-200-X',
	categories: ['Solvents', 'Seasonal'],
	blocked: ['Solvents'],
	lastPaidOn: '2026-01-16',
	dueAt: '2026-03-03T23:30:00Z',
	bankChangedAt: '2026-02-20T10:00:00Z',
	approvedAt: '2026-02-01T00:00:00Z',
};

const policyWith = (when: Comparison, changes: Partial<Policy> = {}): Policy =>
	aPolicy([aRule({ when, reason: 'It matches' })], { facts: declared, ...changes });

describe('a comparison', () => {
	it.each<[string, Comparison, boolean, string]>([
		[
			'between',
			{ fact: 'quantity', operator: 'between', value: [10, 12] },
			true,
			'Quantity: 12 is between 10 and 12',
		],
		[
			'outside of a range',
			{ fact: 'quantity', operator: 'notBetween', value: [10, 11.9] },
			true,
			'Quantity: 12 is not between 10 and 11.9',
		],
		[
			'with another fact',
			{ fact: 'quantity', operator: 'greaterThan', value: { fact: 'available' } },
			true,
			'Quantity: 12 is above 10',
		],
		[
			'in percent of another fact',
			{ fact: 'exposure', percentOf: 'creditLimit', operator: 'greaterThan', value: 80 },
			true,
			'Exposure in percent of Credit limit: 92 % is above 80 %',
		],
		[
			'with a pattern',
			{ fact: 'sku', operator: 'matches', value: ['chem-*', 'haz-*'] },
			true,
			'Product: HAZ-200-X is like one of chem-*, haz-*',
		],
		[
			'with a pattern for a whole text only',
			{ fact: 'sku', operator: 'notMatches', value: ['HAZ-200', '*-200'] },
			true,
			'Product: HAZ-200-X is like none of HAZ-200, *-200',
		],
		[
			'of members with patterns',
			{ fact: 'categories', operator: 'matches', value: ['solv*'] },
			true,
			'Categories: Solvents, Seasonal is like one of solv*',
		],
		[
			'of members with a list',
			{ fact: 'categories', operator: 'containsAny', value: ['Solvents', 'Acids'] },
			true,
			'Categories: Solvents, Seasonal has any of Solvents, Acids',
		],
		[
			'of members with the list that another fact holds',
			{ fact: 'categories', operator: 'containsNone', value: { fact: 'blocked' } },
			false,
			'',
		],
		[
			'of all members',
			{ fact: 'categories', operator: 'containsAll', value: ['Solvents', 'Acids'] },
			false,
			'',
		],
		[
			'for what lacks',
			{ fact: 'categories', operator: 'lacksAny', value: ['Solvents', 'Acids'] },
			true,
			'Categories: Solvents, Seasonal lacks any of Solvents, Acids',
		],
		[
			'of days since',
			{ fact: 'lastPaidOn', days: 'since', operator: 'greaterThanInclusive', value: 45 },
			true,
			'Days since Last payment: 45 is at least 45',
		],
		[
			'of days until, by the calendar',
			{ fact: 'dueAt', days: 'until', operator: 'lessThanInclusive', value: 1 },
			true,
			'Days until Due: 1 is at most 1',
		],
		[
			'of dates',
			{ fact: 'lastPaidOn', operator: 'lessThan', value: '2026-01-17' },
			true,
			'Last payment: 2026-01-16 is before 2026-01-17',
		],
		[
			'with what changed since a date that another fact holds',
			{ fact: 'bankChangedAt', operator: 'changedSince', value: { fact: 'approvedAt' } },
			true,
			'Bank account: 2026-02-20T10:00:00Z has changed since 2026-02-01T00:00:00Z',
		],
		[
			'with what did not change since',
			{ fact: 'bankChangedAt', operator: 'notChangedSince', value: '2026-02-20T10:00:00Z' },
			true,
			'Bank account: 2026-02-20T10:00:00Z has not changed since 2026-02-20T10:00:00Z',
		],
	])('%s', async (_name, when, matches, sentence) => {
		const { rules } = await evaluate(policyWith(when), facts);
		const negated = await evaluate(
			aPolicy([aRule({ when: { not: when }, reason: 'No' })], { facts: declared }),
			facts,
		);
		expect(rules.flatMap(({ conditions }) => conditions.map((one) => one.sentence))).toEqual(
			matches ? [sentence] : [],
		);
		expect(negated.rules).toHaveLength(matches ? 0 : 1);
	});

	it('counts days in the zone of the policy', async () => {
		const when: Comparison = { fact: 'dueAt', days: 'until', operator: 'equal', value: 2 };
		const berlin = policyWith(when, { timeZone: 'Europe/Berlin' });
		expect((await evaluate(berlin, facts)).rules).toHaveLength(1);
		expect((await evaluate(policyWith(when), facts)).rules).toHaveLength(0);
	});

	it.each<[string, Comparison, Facts, string[]]>([
		[
			'a share of nothing',
			{ fact: 'exposure', percentOf: 'creditLimit', operator: 'greaterThan', value: 80 },
			{ creditLimit: 0 },
			['creditLimit'],
		],
		[
			'a share of what is not known',
			{ fact: 'exposure', percentOf: 'creditLimit', operator: 'greaterThan', value: 80 },
			{ creditLimit: null },
			['creditLimit'],
		],
		[
			'a fact to compare with that is not known',
			{ fact: 'quantity', operator: 'greaterThan', value: { fact: 'available' } },
			{ available: null },
			['available'],
		],
		[
			'days until a date that is not known',
			{ fact: 'dueAt', days: 'until', operator: 'lessThan', value: 2 },
			{ dueAt: null },
			['dueAt'],
		],
	])('never approves on %s', async (_name, when, changes, missingFacts) => {
		expect(await evaluate(policyWith(when), { ...facts, ...changes })).toMatchObject({
			outcome: 'require_approval',
			rules: [],
			missingFacts,
		});
	});
});

describe('an amount', () => {
	const above = (value: number): Comparison => ({
		fact: 'exposure',
		operator: 'greaterThan',
		value,
	});
	const inEuro = { currency: 'EUR', rateFact: 'eurRate' };

	it('is compared as it is in the currency of the company', async () => {
		const policy = policyWith(above(9_000), { currency: 'company' });
		expect((await evaluate(policy, facts)).rules[0]?.conditions[0]).toMatchObject({
			value: 9_200,
			sentence: 'Exposure: 9,200 USD is above 9,000 USD',
		});
	});

	it('is compared in the stated currency, by the rate that is in the facts', async () => {
		const { rules } = await evaluate(policyWith(above(8_000), inEuro), facts);
		expect(rules[0]?.conditions[0]).toMatchObject({
			value: 8_280,
			threshold: 8_000,
			unit: 'EUR',
			sentence: 'Exposure: 8,280 EUR is above 8,000 EUR',
		});
		expect((await evaluate(policyWith(above(9_000), inEuro), facts)).rules).toEqual([]);
	});

	it('needs no rate when it is in that currency', async () => {
		const policy = policyWith(above(9_000), { currency: 'EUR' });
		const inItself = { ...facts, currency: 'EUR', eurRate: null };
		expect((await evaluate(policy, inItself)).rules).toHaveLength(1);
	});

	it.each<[string, Partial<Policy>, Facts, string[]]>([
		['there is no rate', inEuro, { eurRate: null }, ['eurRate']],
		['the rate is none', inEuro, { eurRate: 0 }, ['eurRate']],
		['no fact says the rate', { currency: 'EUR' }, {}, ['currency']],
		['its own currency is not known', inEuro, { currency: null }, ['currency']],
	])('is not compared when %s', async (_name, changes, given, missingFacts) => {
		const policy = policyWith(above(1_000_000), changes);
		expect(await evaluate(policy, { ...facts, ...given })).toMatchObject({
			outcome: 'require_approval',
			missingFacts,
		});
	});
});
