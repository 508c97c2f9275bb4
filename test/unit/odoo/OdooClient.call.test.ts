import { inspect } from 'node:util';

import { z } from 'zod';

import { HttpTransportError } from '../../../src/http/errors';
import { OdooKeyRefusedError, OdooProtocolError, OdooRequestError } from '../../../src/odoo/errors';
import { OdooClient } from '../../../src/odoo/OdooClient';
import { OdooConnections } from '../../../src/odoo/OdooConnections';
import {
	CREDENTIALS,
	fault,
	html,
	json,
	scriptedClient,
	scriptedSend,
	type Step,
} from './scriptedSend';

const order = z.array(z.object({ id: z.number(), state: z.string() }));

describe('call', () => {
	it('answers what the schema makes of the answer', async () => {
		const { client } = scriptedClient([json([{ id: 1, state: 'sale', margin: 3 }])]);

		expect(await client.call('sale.order', 'read', { ids: [1] }, order)).toEqual([
			{ id: 1, state: 'sale' },
		]);
	});

	it('names the places that do not fit the schema, and no values', async () => {
		const { client } = scriptedClient([json([{ id: 1, state: false }, { state: 'secret' }])]);

		await expect(client.call('sale.order', 'read', { ids: [1] }, order)).rejects.toMatchObject({
			constructor: OdooProtocolError,
			code: 'ODOO_PROTOCOL',
			call: 'sale.order.read',
			message:
				'Odoo answered sale.order.read in another shape than expected ' +
				'(0.state: Expected string, received boolean; 1.id: Required)',
		});
	});

	it.each<{ transport: 'json2' | 'jsonrpc'; steps: Step[] }>([
		{ transport: 'json2', steps: [json(null)] },
		{
			transport: 'jsonrpc',
			steps: [json({ jsonrpc: '2.0', id: 1, result: 2 }), json({ jsonrpc: '2.0', id: 1 })],
		},
	])('answers null for a method that returns nothing, over $transport', async (row) => {
		const { client } = scriptedClient(row.steps, { transport: row.transport });

		expect(await client.call('sale.order', 'action_lock', { ids: [1] }, z.null())).toBeNull();
	});

	it('sends nothing when the call is refused', async () => {
		const { client, requests } = scriptedClient([]);

		await expect(
			client.call('sale.order', 'action_confirm', { ids: [] }, z.unknown()),
		).rejects.toBeInstanceOf(OdooRequestError);
		expect(requests).toEqual([]);
	});

	it('goes out at most four at once for a credential, whatever the client', async () => {
		const open: Array<() => void> = [];
		const send = async () => {
			await new Promise<void>((resolve) => open.push(resolve));
			return json([]);
		};
		const connections = new OdooConnections();
		const search = async (login: string) =>
			await new OdooClient({ ...CREDENTIALS, login }, send, {
				transport: 'json2',
				connections,
			}).call('sale.order', 'search', { domain: [] }, z.unknown());

		const bot = Array.from({ length: 6 }, async () => await search('bot'));
		const other = search('other');
		await new Promise(setImmediate);
		expect(open).toHaveLength(5);

		open.splice(0).forEach((end) => end());
		await new Promise(setImmediate);
		expect(open).toHaveLength(2);
		open.forEach((end) => end());
		await Promise.all([...bot, other]);
	});
});

describe('an answer that is no answer of Odoo', () => {
	it.each<{ name: string; step: Step; message: string }>([
		{
			name: 'JSON of somebody else',
			step: json({ ok: false }, 403),
			message:
				'Unexpected answer from the server: HTTP 403, application/json; charset=utf-8. Perhaps ' +
				'the address is not that of an Odoo server, or a proxy or login page is in front of it.',
		},
		{
			name: 'too many requests',
			step: html(429, 'Slow down'),
			message:
				'Unexpected answer from the server: HTTP 429, text/html; charset=utf-8, a page titled ' +
				'"Slow down". The server or a proxy before it limits the number of requests.',
		},
		{
			name: 'too large',
			step: html(413, 'Too large'),
			message:
				'Unexpected answer from the server: HTTP 413, text/html; charset=utf-8, a page titled ' +
				'"Too large". The request is larger than the server or a proxy before it allows.',
		},
	])('is named: $name', async ({ step, message }) => {
		const { client } = scriptedClient([step]);

		await expect(
			client.call('sale.order', 'search', { domain: [] }, z.unknown()),
		).rejects.toMatchObject({ constructor: OdooProtocolError, code: 'ODOO_PROTOCOL', message });
	});
});

describe('the key', () => {
	const { apiKey } = CREDENTIALS;
	const withKey = (text: string) => `${text} ${apiKey} ${text}`;

	it.each<{ name: string; steps: Step[]; transport: 'json2' | 'jsonrpc' }>([
		{
			name: 'a report of Odoo',
			transport: 'json2',
			steps: [fault('builtins.ValueError', withKey('bad'), 500)],
		},
		{
			name: 'a refused key',
			transport: 'json2',
			steps: [fault('werkzeug.exceptions.Unauthorized', withKey('bad'), 401)],
		},
		{ name: 'a page', transport: 'json2', steps: [html(500, withKey('bad'))] },
		{ name: 'a lost connection', transport: 'json2', steps: [new HttpTransportError(apiKey)] },
		{
			name: 'an error of an HTTP library',
			transport: 'json2',
			steps: [Object.assign(new Error(withKey('x')), { config: { headers: apiKey } })],
		},
		{
			name: 'a refused user',
			transport: 'jsonrpc',
			steps: [json({ jsonrpc: '2.0', id: 1, result: false })],
		},
	])('is not shown by the error for $name', async ({ steps, transport }) => {
		const { client } = scriptedClient(steps, { transport });

		const error = await client
			.call('sale.order', 'action_confirm', { ids: [1] }, z.unknown())
			.catch((caught: unknown) => caught);

		expect(error).toBeInstanceOf(Error);
		expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(apiKey);
	});

	it('is not kept by what clients share', async () => {
		const connections = new OdooConnections();
		const { client } = scriptedClient(
			[json({ jsonrpc: '2.0', id: 1, result: 2 }), json({ jsonrpc: '2.0', id: 1, result: [] })],
			{ transport: 'jsonrpc', connections },
		);
		await client.call('sale.order', 'search', { domain: [] }, z.unknown());

		// Without the hidden properties: there the test runner keeps this test itself.
		expect(inspect(connections, { depth: 20 })).not.toContain(apiKey);
	});

	it('that was refused leads to the next step', () => {
		expect(new OdooKeyRefusedError('web.version', 'Invalid apikey').message).toMatch(
			/invalid or has expired.*at most 90 days.*Make a new key/,
		);
	});
});

describe('the address', () => {
	it.each([
		{ url: 'odoo.example.com', reason: 'must begin with http:// or https://' },
		{ url: 'ftp://odoo.example.com', reason: 'must begin with http:// or https://' },
		{ url: '', reason: 'must begin with http:// or https://' },
		{ url: 'https://me:secret@odoo.example.com', reason: 'must not contain a user or password' },
	])('"$url" is refused', ({ url, reason }) => {
		const { send } = scriptedSend([]);

		expect(() => new OdooClient({ ...CREDENTIALS, url }, send)).toThrow(
			new OdooRequestError('connect', `The address of the Odoo server ${reason}`),
		);
	});
});
