import { z } from 'zod';

import { OdooKeyRefusedError } from '../../../src/odoo/errors';
import { expectedError, keyRefused } from './expectedError';
import { type Exchange, exchanges } from './recordings';
import { newClient, type Received, withServer } from './replay';
import { roleOf } from './roles';
import { parseAuthenticate, parseExecuteKw } from './wire';

const recorded = exchanges.filter((exchange) => roleOf(exchange) === 'authentication');

const DONE = {
	status: 200,
	headers: { 'content-type': 'application/json' },
	body: { jsonrpc: '2.0', id: 1, result: 'done' },
};

async function play(exchange: Exchange) {
	const credentials = parseAuthenticate(exchange.request.body);
	if (!credentials) throw new Error(`${exchange.name} is no authentication`);
	const answer = ({ body }: Received) => (parseAuthenticate(body) ? exchange.response : DONE);

	return await withServer(answer, async (url) => {
		const client = newClient({ url, ...credentials }, { transport: 'jsonrpc' });
		return await client
			.call('res.users', 'context_get', {}, z.unknown())
			.catch((error: unknown) => error);
	});
}

function resultOf({ response }: Exchange): unknown {
	return z.object({ result: z.unknown() }).parse(response.body).result;
}

describe('authentication', () => {
	it.each(recorded)('is asked as recorded: $name', async (exchange) => {
		const { received } = await play(exchange);

		expect(received[0]).toMatchObject({
			method: 'POST',
			path: '/jsonrpc',
			body: exchange.request.body,
		});
	});

	it.each(recorded.filter((one) => typeof resultOf(one) === 'number'))(
		'gives the user id that later calls carry: $name',
		async (exchange) => {
			const { received, result } = await play(exchange);

			expect(result).toBe('done');
			expect(received).toHaveLength(2);
			expect(parseExecuteKw(received[1]?.body)?.[1]).toBe(resultOf(exchange));
		},
	);

	it.each(recorded.filter((one) => resultOf(one) === false))(
		'fails where Odoo answers false: $name',
		async (exchange) => {
			const { received, result } = await play(exchange);

			expect(result).toMatchObject({
				constructor: OdooKeyRefusedError,
				code: 'ODOO_KEY_REFUSED',
				call: 'common.authenticate',
				message: keyRefused('Access Denied'),
			});
			expect(received).toHaveLength(1);
		},
	);

	it.each(recorded.filter((one) => expectedError(one)))(
		'raises what Odoo reported: $name',
		async (exchange) => {
			const expected = expectedError(exchange);
			const { result } = await play(exchange);

			expect(result).toMatchObject({
				constructor: expected?.Class,
				code: expected?.code,
				call: 'common.authenticate',
				message: expected?.message,
			});
		},
	);
});
