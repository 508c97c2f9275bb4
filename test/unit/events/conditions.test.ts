import {
	domainFromConditions,
	type ConditionRow,
} from '../../../src/domain/events/domainFromConditions';
import { findDomainProblems } from '../../../src/domain/events/findDomainProblems';
import { findSendProblems, findWatchProblems } from '../../../src/domain/events/findWatchProblems';
import type { OdooDomain } from '../../../src/domain/events/odooDomain';
import type { RecordWatch } from '../../../src/domain/events/recordWatch';
import { orderFields } from './orderFields';

describe('domainFromConditions', () => {
	const row = (field: string, operator: ConditionRow['operator'], value = '') => ({
		field,
		operator,
		value,
	});

	it.each<{ name: string; row: ConditionRow; condition: unknown }>([
		{
			name: 'a number',
			row: row('amount_total', 'isMore', ' 500.5 '),
			condition: ['amount_total', '>', 500.5],
		},
		{ name: 'a text of digits', row: row('name', 'is', '500'), condition: ['name', '=', '500'] },
		{ name: 'a truth', row: row('active', 'is', 'False'), condition: ['active', '=', false] },
		{
			name: 'a record by its ID',
			row: row('partner_id', 'isNot', '7'),
			condition: ['partner_id', '!=', 7],
		},
		{
			name: 'a record by its name',
			row: row('partner_id', 'contains', 'Ltd'),
			condition: ['partner_id', 'ilike', 'Ltd'],
		},
		{
			name: 'several',
			row: row('state', 'isOneOf', 'draft, sale'),
			condition: ['state', 'in', ['draft', 'sale']],
		},
		{
			name: 'several numbers',
			row: row('amount_total', 'isNoneOf', '1,2'),
			condition: ['amount_total', 'not in', [1, 2]],
		},
		{ name: 'something', row: row('partner_id', 'isSet'), condition: ['partner_id', '!=', false] },
		{
			name: 'nothing',
			row: row('partner_id', 'isNotSet', 'x'),
			condition: ['partner_id', '=', false],
		},
		{
			name: 'what does not fit, for the check to find',
			row: row('amount_total', 'is', 'much'),
			condition: ['amount_total', '=', 'much'],
		},
		{
			name: 'a field that is not known, likewise',
			row: row('amount', 'is', '1'),
			condition: ['amount', '=', '1'],
		},
	])('compares with $name', ({ row: given, condition }) => {
		expect(domainFromConditions([given], 'all', orderFields)).toEqual([condition]);
	});

	const rows = [row('state', 'is', 'sale'), row('name', 'contains', 'S'), row('active', 'isSet')];
	const conditions = [
		['state', '=', 'sale'],
		['name', 'ilike', 'S'],
		['active', '!=', false],
	];
	it.each([
		{ match: 'all' as const, domain: conditions },
		{ match: 'any' as const, domain: ['|', '|', ...conditions] },
	])('joins conditions of which $match have to hold', ({ match, domain }) => {
		expect(domainFromConditions(rows, match, orderFields)).toEqual(domain);
	});

	it.each(['all', 'any'] as const)('lets everything through when there is none (%s)', (match) => {
		expect(domainFromConditions([], match, orderFields)).toEqual([]);
	});
});

describe('findDomainProblems', () => {
	it.each<OdooDomain>([
		[['state', '=', 'sale']],
		['|', ['amount_total', '>=', 1], '!', ['name', '=like', 'S%']],
		[['partner_id', 'child_of', 4]],
		[['id', 'child_of', [4]]],
		[['partner_id', '=', 'Ann']],
		[['partner_id.country_id.code', '=', 5]],
		[['date_order.month_number', '=', 5]],
		[['order_line', 'any', [['qty', '>', 1]]]],
		[['amount_total', '=', false]],
		[['amount_total', 'in', [1, 2.5]]],
		[['validity_date', '<', '2026-01-31']],
		[['date_order', '<', '2026-01-31 08:00:00']],
		[['signature', '!=', false]],
	])('finds nothing wrong with %j', (...domain) => {
		expect(findDomainProblems(domain, orderFields)).toEqual([]);
	});

	it.each<{ condition: OdooDomain[number]; problem: string }>([
		{
			condition: ['amount', '=', 1],
			problem: 'The model has no field "amount" that this user may read',
		},
		{
			condition: ['toString', '=', 1],
			problem: 'The model has no field "toString" that this user may read',
		},
		{
			condition: ['name.code', '=', 'x'],
			problem: '"name" (Number) leads to no other record, so there is no "name.code"',
		},
		{
			condition: ['amount_total', 'ilike', '5'],
			problem:
				'"amount_total" (Total) cannot be compared by "ilike", only by =, !=, =?, in, not in, <, <=, >, >=',
		},
		{
			condition: ['active', '<>', true],
			problem: '"active" (Active) cannot be compared by "<>", only by =, !=, =?, in, not in',
		},
		{
			condition: ['amount_total', '>', '500'],
			problem: '"amount_total" (Total) >: must be a number',
		},
		{
			condition: ['amount_total', '=', [1]],
			problem: '"amount_total" (Total) =: must be a number',
		},
		{ condition: ['name', '=', 5], problem: '"name" (Number) =: must be a text' },
		{ condition: ['name', 'ilike', false], problem: '"name" (Number) ilike: must be a text' },
		{ condition: ['active', '=', 'yes'], problem: '"active" (Active) =: must be true or false' },
		{
			condition: ['state', '=', 'sold'],
			problem: '"state" (Status) =: must be one of draft (Quotation), sale (Sales Order)',
		},
		{ condition: ['state', 'in', 'sale'], problem: '"state" (Status) in: must be a list' },
		{
			condition: ['state', 'in', ['sale', 'sold']],
			problem:
				'"state" (Status) in: must be a list, each of it one of draft (Quotation), sale (Sales Order)',
		},
		{
			condition: ['partner_id', '=', 1.5],
			problem: '"partner_id" (Customer) =: must be the ID of a record, or its name',
		},
		{ condition: ['order_line', 'any', 5], problem: '"order_line" (Lines) any: must be a domain' },
		{
			condition: ['validity_date', '<', '31.01.2026'],
			problem: '"validity_date" (Expiration) <: must be a day such as 2026-01-31',
		},
		{
			condition: ['date_order', '<', '2026-01-31T08:00:00'],
			problem: '"date_order" (Order Date) <: must be a time in UTC such as 2026-01-31 08:00:00',
		},
	])('finds what is wrong with $condition', ({ condition, problem }) => {
		expect(findDomainProblems(['!', condition], orderFields)).toEqual([problem]);
	});

	it('finds every fault', () => {
		expect(
			findDomainProblems(
				[
					['a', '=', 1],
					['b', '=', 1],
				],
				orderFields,
			),
		).toHaveLength(2);
	});
});

describe('findWatchProblems', () => {
	const model = 'sale.order';
	it.each<RecordWatch>([
		{ event: 'created', model },
		{ event: 'deleted', model },
		{ event: 'updated', model, fields: ['name', 'order_line'] },
		{ event: 'reached', model, field: 'state', value: 'sale' },
		{ event: 'due', model, field: 'date_order', offsetMinutes: -60 },
	])('finds nothing wrong with %j', (watch) => {
		expect(findWatchProblems(watch, orderFields)).toEqual([]);
	});

	it.each<{ name: string; watch: RecordWatch; problem: string }>([
		{
			name: 'a field that is not there',
			watch: { event: 'updated', model, fields: ['name', 'title'] },
			problem: 'The model has no field "title" that this user may read',
		},
		{
			name: 'a field that is never saved',
			watch: { event: 'updated', model, fields: ['amount_left'] },
			problem:
				'"amount_left" (Left) is worked out when it is read: Odoo does not notice its changes',
		},
		{
			name: 'a state that there is not',
			watch: { event: 'reached', model, field: 'state', value: 'sold' },
			problem: '"state" (Status) =: must be one of draft (Quotation), sale (Sales Order)',
		},
		{
			name: 'a time in a field without one',
			watch: { event: 'due', model, field: 'name', offsetMinutes: 0 },
			problem: '"name" (Number) holds no date',
		},
	])('finds $name', ({ watch, problem }) => {
		expect(findWatchProblems(watch, orderFields)).toEqual([problem]);
	});
});

describe('findSendProblems', () => {
	it.each<{ names: string[]; problems: string[] }>([
		{ names: ['name', 'amount_left'], problems: [] },
		{ names: ['title'], problems: ['The model has no field "title" that this user may read'] },
		{
			names: ['signature'],
			problems: ['"signature" (Signature) holds a file, which is not sent along'],
		},
	])('of $names: $problems', ({ names, problems }) => {
		expect(findSendProblems(names, orderFields)).toEqual(problems);
	});
});
