import { z } from 'zod';

import { OdooKeyRefusedError, OdooProtocolError } from '../../../src/odoo/errors';
import { OdooClient } from '../../../src/odoo/OdooClient';
import { OdooConnections } from '../../../src/odoo/OdooConnections';
import { CREDENTIALS, html, json, refused, scriptedSend, type Step } from './scriptedSend';

const odoo19 = json({ version_info: [19, 0, 0, 'final', 0, ''], version: '19.0' });
const unknownPage = html(404, '404: Page Not Found');
const rpc = (result: unknown) => json({ jsonrpc: '2.0', id: 1, result });
const odoo18 = rpc({ server_version: '18.0', server_version_info: [18, 0, 0, 'final', 0, ''] });

/** Clients that share connections, as those of several executions do; the transport is automatic. */
function executions(steps: Step[]) {
	const { send, requests } = scriptedSend(steps);
	const clock = { now: 0 };
	const shared = {
		connections: new OdooConnections(),
		surroundings: { now: () => clock.now, random: () => 0, wait: () => Promise.resolve() },
	};
	const newClient = (change = {}) => new OdooClient({ ...CREDENTIALS, ...change }, send, shared);
	const paths = () => requests.map(({ url }) => url.replace(CREDENTIALS.url, ''));
	return { newClient, paths, clock, requests };
}

const search = async (client: OdooClient) =>
	await client.call('sale.order', 'search', { domain: [] }, z.array(z.number()));

describe('the choice of the transport', () => {
	it('is JSON-2 where the server knows /web/version, asked once for all clients', async () => {
		const { newClient, paths } = executions([odoo19, json([1]), json([2])]);

		expect([await search(newClient()), await search(newClient())]).toEqual([[1], [2]]);
		expect(paths()).toEqual([
			'/web/version',
			'/json/2/sale.order/search',
			'/json/2/sale.order/search',
		]);
	});

	it('is JSON-RPC where it does not, and the user is asked for once', async () => {
		const { newClient, paths, requests } = executions([
			unknownPage,
			odoo18,
			rpc(8),
			rpc([1]),
			rpc([2]),
		]);

		expect([await search(newClient()), await search(newClient())]).toEqual([[1], [2]]);
		expect(paths()).toEqual(['/web/version', '/jsonrpc', '/jsonrpc', '/jsonrpc', '/jsonrpc']);
		expect(requests.slice(1).map(({ body }) => JSON.parse(body ?? '').params.method)).toEqual([
			'version',
			'authenticate',
			'execute_kw',
			'execute_kw',
		]);
	});

	it('is found out once for callers at the same time', async () => {
		const { newClient, paths } = executions([odoo19, json([1]), json([2])]);

		await Promise.all([search(newClient()), search(newClient())]);
		expect(paths().filter((path) => path === '/web/version')).toHaveLength(1);
	});

	it('is found out again after a quarter of an hour', async () => {
		const { newClient, paths, clock } = executions([odoo19, json([]), json([]), odoo19, json([])]);

		await search(newClient());
		clock.now = 15 * 60_000 - 1;
		await search(newClient());
		clock.now = 15 * 60_000;
		await search(newClient());
		expect(paths().filter((path) => path === '/web/version')).toHaveLength(2);
	});

	it('is not remembered when it failed', async () => {
		const { newClient } = executions([html(500, 'Oops'), odoo19, json([1])]);

		await expect(search(newClient())).rejects.toBeInstanceOf(OdooProtocolError);
		expect(await search(newClient())).toEqual([1]);
	});

	it('belongs to a database: another one is asked anew', async () => {
		const { newClient, paths } = executions([odoo19, json([]), odoo19, json([])]);

		await search(newClient());
		await search(newClient({ database: 'other' }));
		expect(paths().filter((path) => path === '/web/version')).toHaveLength(2);
	});

	it('survives a lost answer', async () => {
		const { newClient } = executions([refused, odoo19, json([1])]);

		expect(await search(newClient())).toEqual([1]);
	});

	it('keeps a path before the API', async () => {
		const { newClient, requests } = executions([odoo19, json([])]);

		await search(newClient({ url: 'https://example.com/erp/' }));
		expect(requests.map(({ url }) => url)).toEqual([
			'https://example.com/erp/web/version',
			'https://example.com/erp/json/2/sale.order/search',
		]);
	});
});

describe('an address that is not Odoo', () => {
	it.each<{ name: string; steps: Step[]; message: string }>([
		{
			name: 'neither API',
			steps: [unknownPage, unknownPage],
			message:
				'The server offers no JSON-RPC (HTTP 404 on /jsonrpc). From Odoo 19 on use JSON-2, with ' +
				'an API key; if this is an older Odoo, check its address.',
		},
		{
			name: 'a page that answers everything',
			steps: [html(200, 'Welcome')],
			message:
				'Unexpected answer from the server: HTTP 200, text/html; charset=utf-8, a page titled ' +
				'"Welcome". Perhaps the address is not that of an Odoo server, or a proxy or login page ' +
				'is in front of it.',
		},
		{
			name: 'another host',
			steps: [
				{ status: 301, headers: { location: 'https://new.example.com/x?token=1' }, body: '' },
			],
			message:
				'Unexpected answer from the server: HTTP 301, no content type. The server sends on to ' +
				'https://new.example.com; if that is your Odoo, use it as the address in the credential.',
		},
		{
			name: 'a login page',
			steps: [{ status: 303, headers: { location: '/web/login' }, body: '' }],
			message:
				'Unexpected answer from the server: HTTP 303, no content type. The server sends on to ' +
				'another page, probably a login or a database selector; check address and database.',
		},
	])('is named: $name', async ({ steps, message }) => {
		const { newClient } = executions(steps);

		await expect(search(newClient())).rejects.toMatchObject({
			constructor: OdooProtocolError,
			code: 'ODOO_PROTOCOL',
			message,
		});
	});
});

describe('the user of JSON-RPC', () => {
	const denied = json({
		jsonrpc: '2.0',
		id: 1,
		error: { code: 200, data: { name: 'odoo.exceptions.AccessDenied', message: 'Access Denied' } },
	});

	it('is asked for again after the key was refused', async () => {
		const { newClient, requests } = executions([
			unknownPage,
			odoo18,
			rpc(8),
			denied,
			rpc(9),
			rpc([1]),
		]);

		await expect(search(newClient())).rejects.toBeInstanceOf(OdooKeyRefusedError);
		expect(await search(newClient())).toEqual([1]);
		expect(JSON.parse(requests[5]?.body ?? '').params.args[1]).toBe(9);
	});

	it('is asked for again with another key, so that a wrong key never profits', async () => {
		const { newClient } = executions([unknownPage, odoo18, rpc(8), rpc([1]), rpc(false)]);
		await search(newClient());

		await expect(search(newClient({ apiKey: 'wrong' }))).rejects.toMatchObject({
			constructor: OdooKeyRefusedError,
			call: 'common.authenticate',
		});
	});

	it.each<{ name: string; gone: Step[] }>([
		{ name: 'before the user is known', gone: [unknownPage] },
		{ name: 'afterwards', gone: [rpc(8), unknownPage] },
	])('leads to another transport when JSON-RPC is gone $name', async ({ gone }) => {
		const { newClient, paths } = executions([unknownPage, odoo18, ...gone, odoo19, json([1])]);

		await expect(search(newClient())).rejects.toBeInstanceOf(OdooProtocolError);
		expect(await search(newClient())).toEqual([1]);
		expect(paths().slice(-2)).toEqual(['/web/version', '/json/2/sale.order/search']);
	});
});

describe('the version', () => {
	it.each([
		{ info: [17, 0, 0, 'final', 0, 'e'], text: '17.0+e', version: { major: 17, minor: 0 } },
		{
			info: ['saas~18', 2, 0, 'final', 0, ''],
			text: 'saas~18.2',
			version: { major: 18, minor: 2 },
		},
		{ info: ['saas~18', '2', 0], text: 'saas~18.2', version: { major: 18, minor: 2 } },
	])('$text is $version.major, $version.minor', async ({ info, text, version }) => {
		const { newClient } = executions([
			unknownPage,
			rpc({ server_version: text, server_version_info: info }),
		]);

		expect(await newClient().version()).toEqual({ ...version, text });
	});
});
