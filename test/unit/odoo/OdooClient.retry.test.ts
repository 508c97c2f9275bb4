import { z } from 'zod';

import {
	OdooConcurrencyError,
	OdooServerError,
	OdooTimeoutError,
	OdooTransportError,
} from '../../../src/odoo/errors';
import { type CallOptions, OdooClient } from '../../../src/odoo/OdooClient';
import { OdooConnections } from '../../../src/odoo/OdooConnections';
import {
	aborted,
	CREDENTIALS,
	fault,
	html,
	json,
	refused,
	scriptedClient,
	scriptedSend,
	type Step,
	timeout,
} from './scriptedSend';

const conflict = fault('psycopg2.errors.SerializationFailure', 'could not serialize access', 500);
const deadlock = fault('psycopg2.errors.DeadlockDetected', 'deadlock detected', 500);
const noLock = fault('psycopg2.errors.LockNotAvailable', 'could not obtain lock', 500);
const locked = fault('odoo.exceptions.LockError', 'Cannot grab a lock on records', 409);
const broken = fault('builtins.ZeroDivisionError', 'division by zero', 500);

describe('a read', () => {
	it.each<{ name: string; step: Step }>([
		{ name: 'a refused connection', step: refused },
		{ name: 'a timeout', step: timeout },
		{ name: '502', step: html(502, 'Bad Gateway') },
		{ name: '503', step: html(503, 'Service Unavailable') },
		{ name: '504', step: html(504, 'Gateway Timeout') },
		{ name: 'a serialization failure', step: conflict },
		{ name: 'a deadlock', step: deadlock },
		{ name: 'a lock that is not available', step: noLock },
		{ name: 'a lock error', step: locked },
	])('is repeated after $name, with a growing delay', async ({ step }) => {
		const { client, requests, waits } = scriptedClient([step, step, json([1])]);

		const ids = await client.call('sale.order', 'search', { domain: [] }, z.array(z.number()));

		expect(ids).toEqual([1]);
		expect(requests).toHaveLength(3);
		expect(waits).toEqual([250, 500]);
	});

	it('is given up after three attempts', async () => {
		const { client, requests } = scriptedClient([conflict, conflict, conflict, json([])]);

		await expect(
			client.call('sale.order', 'search', { domain: [] }, z.unknown()),
		).rejects.toMatchObject({
			constructor: OdooConcurrencyError,
			code: 'ODOO_CONCURRENCY',
			retryable: true,
			exception: 'psycopg2.errors.SerializationFailure',
			message: 'could not serialize access',
		});
		expect(requests).toHaveLength(3);
	});

	it.each<{ name: string; step: Step; code: string }>([
		{ name: 'a failure of Odoo itself', step: broken, code: 'ODOO_SERVER' },
		{ name: 'an unknown field', step: fault('builtins.ValueError', '', 500), code: 'ODOO_REQUEST' },
		{ name: 'a page in the place of an answer', step: html(500, 'Oops'), code: 'ODOO_PROTOCOL' },
		{ name: 'the caller giving up', step: aborted, code: 'ODOO_TRANSPORT' },
		{ name: 'a failure nobody knows', step: new Error('?'), code: 'ODOO_TRANSPORT' },
	])('is not repeated after $name', async ({ step, code }) => {
		const { client, requests } = scriptedClient([step, json([])]);

		await expect(
			client.call('sale.order', 'search', { domain: [] }, z.unknown()),
		).rejects.toMatchObject({ code, retryable: false });
		expect(requests).toHaveLength(1);
	});

	it('is not repeated when the caller has given up meanwhile', async () => {
		const { client, requests } = scriptedClient([refused, json([])]);
		const options = { signal: AbortSignal.abort() };

		await expect(
			client.call('sale.order', 'search', { domain: [] }, z.unknown(), options),
		).rejects.toMatchObject({ code: 'ODOO_TRANSPORT' });
		expect(requests).toHaveLength(1);
	});
});

describe('a change', () => {
	const post = async (steps: Step[], options: CallOptions) => {
		const { client, requests } = scriptedClient(steps);
		const outcome = await client
			.call('sale.order', 'message_post', { ids: [1], body: 'x' }, z.unknown(), options)
			.catch((error: unknown) => error);
		return { outcome, requests };
	};

	it('is not repeated: its answer may be lost, not its effect', async () => {
		const { outcome, requests } = await post([timeout, json([7])], {});

		expect(outcome).toBeInstanceOf(OdooTimeoutError);
		expect(outcome).toMatchObject({
			code: 'ODOO_TIMEOUT',
			call: 'sale.order.message_post',
			retryable: true,
			message:
				'Odoo did not answer within 60000 ms. It may have carried the call out all the same: ' +
				'read the record before repeating a change.',
		});
		expect(requests).toHaveLength(1);
	});

	it('is repeated when the caller says that twice is as good as once', async () => {
		const { outcome, requests } = await post([timeout, json([7])], { idempotent: true });

		expect(outcome).toEqual([7]);
		expect(requests).toHaveLength(2);
	});
});

describe('the timeout', () => {
	it.each<{ name: string; client?: number; call?: number; expected: number }>([
		{ name: 'is a minute', expected: 60_000 },
		{ name: 'is the client’s', client: 5_000, expected: 5_000 },
		{ name: 'is the call’s before the client’s', client: 5_000, call: 900, expected: 900 },
	])('$name', async ({ client: ofClient, call: ofCall, expected }) => {
		const { client, requests } = scriptedClient(
			[json([])],
			ofClient === undefined ? {} : { timeoutMs: ofClient },
		);
		await client.call(
			'sale.order',
			'search',
			{ domain: [] },
			z.unknown(),
			ofCall === undefined ? {} : { timeoutMs: ofCall },
		);

		expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([expected]);
	});
});

describe('the circuit of a host', () => {
	/** Clients of two credentials on the same host, with a clock in the hand of the test. */
	function twoClients(steps: Step[]) {
		const { send, requests } = scriptedSend(steps);
		const clock = { now: 0 };
		const shared = {
			transport: 'json2' as const,
			connections: new OdooConnections(),
			surroundings: { now: () => clock.now, random: () => 0, wait: () => Promise.resolve() },
		};
		const one = new OdooClient(CREDENTIALS, send, shared);
		const other = new OdooClient({ ...CREDENTIALS, login: 'other' }, send, shared);
		return { one, other, clock, requests };
	}

	const search = async (client: OdooClient) =>
		await client
			.call('sale.order', 'search', { domain: [] }, z.unknown())
			.catch((error: unknown) => error);

	it('opens after five failures in a row, for every credential, and tries again later', async () => {
		const down = [refused, refused, refused, html(502, ''), timeout];
		const { one, other, clock, requests } = twoClients([...down, json([1]), json([2])]);

		await search(one);
		const lastOfFive = await search(one);
		expect(lastOfFive).toBeInstanceOf(OdooTimeoutError);
		expect(requests).toHaveLength(5);

		expect(await search(other)).toMatchObject({
			constructor: OdooTransportError,
			code: 'ODOO_TRANSPORT',
			retryable: true,
			message:
				'Not sent: Odoo did not answer several times in a row. Calls begin again after a short pause.',
		});
		expect(requests).toHaveLength(5);

		clock.now = 30_000;
		expect([await search(other), await search(one)]).toEqual([[1], [2]]);
	});

	it('stays closed when callers give up', async () => {
		const { one } = twoClients([aborted, aborted, aborted, aborted, aborted, json([1])]);
		for (let time = 1; time <= 5; time += 1) await search(one);

		expect(await search(one)).toEqual([1]);
	});

	it('stays closed while Odoo answers, whatever it answers', async () => {
		const { one, requests } = twoClients(Array.from({ length: 7 }, () => broken));
		for (let time = 1; time <= 7; time += 1) {
			expect(await search(one)).toBeInstanceOf(OdooServerError);
		}
		expect(requests).toHaveLength(7);
	});
});
