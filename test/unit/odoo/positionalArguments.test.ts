import type { OdooArguments } from '../../../src/odoo/OdooCall';
import { arrangeArguments } from '../../../src/odoo/transport/positionalArguments';

describe('arrangeArguments', () => {
	it.each<{
		name: string;
		method: string;
		args: OdooArguments;
		positional: unknown[];
		named: Record<string, unknown>;
	}>([
		{
			name: 'ids and values come by position',
			method: 'write',
			args: { ids: [7], vals: { state: 'sent' }, context: { lang: 'en_US' } },
			positional: [[7], { state: 'sent' }],
			named: { context: { lang: 'en_US' } },
		},
		{
			name: 'the new records come by position',
			method: 'create',
			args: { vals_list: [{ name: 'A' }] },
			positional: [[{ name: 'A' }]],
			named: {},
		},
		{
			name: 'what is not listed goes by name',
			method: 'message_post',
			args: { ids: [7], body: 'Hello', subtype_xmlid: 'mail.mt_note' },
			positional: [[7]],
			named: { body: 'Hello', subtype_xmlid: 'mail.mt_note' },
		},
		{
			name: 'the order is that of the method, not of the caller',
			method: 'load',
			args: { data: [['x']], fields: ['id'] },
			positional: [['id'], [['x']]],
			named: {},
		},
		{
			name: 'a domain without a name is preceded by an empty name',
			method: 'name_search',
			args: { domain: [['active', '=', true]], limit: 3 },
			positional: ['', [['active', '=', true]]],
			named: { limit: 3 },
		},
		{
			name: 'nothing is put in the place of a missing argument',
			method: 'load',
			args: { data: [['x']] },
			positional: [],
			named: { data: [['x']] },
		},
		{
			name: 'undefined means left out',
			method: 'search',
			args: { domain: undefined, limit: undefined },
			positional: [],
			named: {},
		},
		{
			name: 'null is a value',
			method: 'search_read',
			args: { domain: [], load: null },
			positional: [[]],
			named: { load: null },
		},
	])('$name', ({ method, args, positional, named }) => {
		expect(arrangeArguments({ model: 'sale.order', method, args })).toEqual({ positional, named });
	});
});
