import { OdooRequestError } from '../../../src/odoo/errors';
import { assertCall, isRead, type OdooCall } from '../../../src/odoo/OdooCall';

const read: OdooCall = { model: 'sale.order', method: 'read', args: { ids: [1] } };

describe('assertCall', () => {
	it.each<{ name: string; change: Partial<OdooCall> }>([
		{ name: 'ids', change: {} },
		{ name: 'a manual model', change: { model: 'x_approval_case' } },
		{ name: 'a method of the model without ids', change: { method: 'search', args: {} } },
		{ name: 'an unknown method without ids', change: { method: 'get_views', args: {} } },
		{ name: 'the largest safe id', change: { args: { ids: [Number.MAX_SAFE_INTEGER] } } },
	])('accepts $name', ({ change }) => {
		expect(() => assertCall({ ...read, ...change })).not.toThrow();
	});

	it.each<{ name: string; change: Partial<OdooCall>; reason: string }>([
		{ name: 'no ids at all', change: { args: {} }, reason: 'the ids of the records are missing' },
		{
			name: 'a button without ids',
			change: { method: 'action_confirm', args: {} },
			reason: 'the ids of the records are missing',
		},
		{
			name: 'another button without ids',
			change: { method: 'button_approve', args: {} },
			reason: 'the ids of the records are missing',
		},
		{ name: 'an empty list', change: { args: { ids: [] } }, reason: 'the list of ids is empty' },
		{
			name: 'zero',
			change: { args: { ids: [1, 0] } },
			reason: '0 is not an id: ids are positive whole numbers',
		},
		{
			name: 'a fraction',
			change: { args: { ids: [1.5] } },
			reason: '1.5 is not an id: ids are positive whole numbers',
		},
		{
			name: 'a number that is none',
			change: { args: { ids: [Number.NaN] } },
			reason: 'null is not an id: ids are positive whole numbers',
		},
		{
			name: 'ids on a method of the model',
			change: { method: 'create' },
			reason: 'this method belongs to the model and takes no ids',
		},
		{
			name: 'a model that leaves the path',
			change: { model: '../../web/login' },
			reason: '"../../web/login" is not a model name',
		},
		{
			name: 'a method that leaves the path',
			change: { method: 'read/../write' },
			reason: '"read/../write" is not a method name',
		},
	])('refuses $name', ({ change, reason }) => {
		const call = { ...read, ...change };

		expect(() => assertCall(call)).toThrow(
			new OdooRequestError(`${call.model}.${call.method}`, `Not sent to Odoo: ${reason}`),
		);
	});
});

describe('isRead', () => {
	it.each(['read', 'web_read', 'search_read', 'fields_get', 'has_access'])('%s is', (method) => {
		expect(isRead(method)).toBe(true);
	});

	it.each(['write', 'create', 'unlink', 'load', 'run', 'message_post', 'action_confirm'])(
		'%s is not',
		(method) => {
			expect(isRead(method)).toBe(false);
		},
	);
});
