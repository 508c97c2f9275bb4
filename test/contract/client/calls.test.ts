import { z } from 'zod';

import { OdooError, OdooRequestError } from '../../../src/odoo/errors';
import type { OdooCredentials } from '../../../src/odoo/OdooCredentials';
import { expectedError } from './expectedError';
import { type Exchange, exchanges } from './recordings';
import { newClient, type Received, withServer } from './replay';
import { roleOf } from './roles';
import { parseAuthenticate, parseExecuteKw, understand } from './wire';

/** Credentials as they were when the exchange was recorded. */
function credentialsOf({ request }: Exchange): Omit<OdooCredentials, 'url'> {
	const [database, , apiKey] = parseExecuteKw(request.body) ?? [];
	return {
		database: database ?? request.headers['X-Odoo-Database'] ?? '',
		login: 'someone',
		apiKey: apiKey ?? request.headers['Authorization']?.replace('bearer ', '') ?? '',
	};
}

/** The server tells the client its recorded user id, then answers as Odoo answered. */
function answerTo(exchange: Exchange) {
	return ({ body }: Received) => {
		if (!parseAuthenticate(body)) return exchange.response;
		const [, userId] = parseExecuteKw(exchange.request.body) ?? [];
		return {
			status: 200,
			headers: { 'content-type': 'application/json; charset=utf-8' },
			body: { jsonrpc: '2.0', id: 1, result: userId },
		};
	};
}

/** Our client makes the call that was recorded, against a server that answers as recorded. */
async function play(exchange: Exchange) {
	const { model, method, args } = understand(exchange, exchange.request);
	const { received, result } = await withServer(answerTo(exchange), async (url) => {
		const client = newClient(
			{ url, ...credentialsOf(exchange) },
			{ transport: exchange.transport },
		);
		return await client
			.call(model, method, args, z.unknown(), { idempotent: false })
			.then((value) => ({ value, error: undefined }))
			.catch((error: unknown) => ({ value: undefined, error }));
	});
	return { ...result, sent: received.filter(({ body }) => !parseAuthenticate(body)) };
}

function recordedValue({ response: { body }, transport }: Exchange): unknown {
	if (transport === 'json2') return body;
	return z.object({ result: z.unknown() }).parse(body).result ?? null;
}

const calls = exchanges.filter((exchange) => roleOf(exchange) === 'call');
const json2Calls = calls.filter(({ transport }) => transport === 'json2');
const jsonRpcCalls = calls.filter(({ transport }) => transport === 'jsonrpc');
const successes = calls.filter((exchange) => !expectedError(exchange));
const failures = calls.filter((exchange) => expectedError(exchange));
const refusals = exchanges.filter((exchange) => roleOf(exchange) === 'refused');

describe('our client sends what was sent', () => {
	it.each(json2Calls)('$name', async (exchange) => {
		const { sent } = await play(exchange);

		const { Authorization, ...headers } = exchange.request.headers;
		expect(sent).toEqual([
			{
				method: exchange.request.method,
				path: exchange.request.path,
				headers: expect.objectContaining({
					authorization: Authorization,
					'content-type': headers['Content-Type'],
					'x-odoo-database': headers['X-Odoo-Database'],
				}),
				body: exchange.request.body,
			},
		]);
	});

	it.each(jsonRpcCalls)('$name', async (exchange) => {
		const { sent } = await play(exchange);

		expect(sent).toHaveLength(1);
		for (const { method, path, headers, body } of sent) {
			expect({ method, path, type: headers['content-type'] }).toEqual({
				method: 'POST',
				path: '/jsonrpc',
				type: 'application/json',
			});
			// By position or by name: compared as Odoo's signatures understand it, see wire.ts.
			expect(understand(exchange, { path, body })).toEqual(understand(exchange, exchange.request));
			const credentials = parseExecuteKw(body)?.slice(0, 3);
			expect(credentials).toEqual(parseExecuteKw(exchange.request.body)?.slice(0, 3));
		}
	});
});

describe('our client hands on what Odoo answered', () => {
	it.each(successes)('$name', async (exchange) => {
		const { value, error } = await play(exchange);

		expect(error).toBeUndefined();
		expect(value).toEqual(recordedValue(exchange));
	});
});

describe('our client raises what Odoo reported', () => {
	it.each(failures)('$name', async (exchange) => {
		const expected = expectedError(exchange);
		const { model, method } = understand(exchange, exchange.request);
		const { error } = await play(exchange);

		expect(error).toBeInstanceOf(OdooError);
		expect(error).toMatchObject({
			constructor: expected?.Class,
			code: expected?.code,
			message: expected?.message,
			call: `${model}.${method}`,
		});
	});
});

describe('our client refuses what Odoo would accept in silence', () => {
	it.each(refusals)('$name', async (exchange) => {
		const { error, sent } = await play(exchange);

		expect(error).toMatchObject({ constructor: OdooRequestError, code: 'ODOO_REQUEST' });
		expect(sent).toEqual([]);
	});
});
