import { createServer } from 'node:http';
import { inspect } from 'node:util';

import { z } from 'zod';

import { axiosHttpSend } from '../../../src/http/axiosHttpSend';
import { HttpAbortedError, HttpTimeoutError, HttpTransportError } from '../../../src/http/errors';
import type { HttpRequest } from '../../../src/http/HttpSend';
import { type Answer, withServer } from './replay';

const BEARER = `bearer ${'0123456789'.repeat(4)}`;

const request: HttpRequest = {
	method: 'POST',
	url: '',
	headers: { Authorization: BEARER, 'Content-Type': 'application/json' },
	body: '{"ids": [1],  "x": 1.0}',
	timeoutMs: 5000,
};

async function outcome(change: Partial<HttpRequest>) {
	return await axiosHttpSend({ ...request, ...change }).catch((error: unknown) => error);
}

/** A server that takes requests and never answers. */
async function silent(task: (url: string) => Promise<unknown>): Promise<unknown> {
	const server = createServer(() => {});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = z.object({ port: z.number() }).parse(server.address());
	try {
		return await task(`http://127.0.0.1:${port}`);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

describe('axiosHttpSend', () => {
	it.each<Answer>([
		{ status: 200, headers: { 'content-type': 'application/json' }, body: { a: '1' } },
		{ status: 404, headers: { 'content-type': 'text/html' }, body: '<p>no</p>' },
		{ status: 500, headers: { 'content-type': 'application/json' }, body: null },
		{ status: 303, headers: { location: '/web/login' }, body: 'moved' },
	])('hands on status $status and its body as text', async (answer) => {
		const { received, result } = await withServer(
			() => answer,
			async (url) => await outcome({ url }),
		);

		expect(result).toEqual({
			status: answer.status,
			headers: expect.objectContaining(answer.headers),
			body: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body),
		});
		expect(received).toHaveLength(1);
	});

	it('sends the body as it is', async () => {
		const body = ' {"x": 1.0}\n';
		const { received } = await withServer(
			() => ({ status: 200, headers: {}, body: '' }),
			async (url) => await outcome({ url, body }),
		);

		expect(received[0]?.headers).toMatchObject({ 'content-length': String(body.length) });
	});

	it('sends a GET without a body', async () => {
		const { received } = await withServer(
			() => ({ status: 200, headers: {}, body: '' }),
			async (url) =>
				await axiosHttpSend({ method: 'GET', url: `${url}/x`, headers: {}, timeoutMs: 5000 }),
		);

		expect(received).toEqual([expect.objectContaining({ method: 'GET', path: '/x', body: null })]);
	});

	it('raises a timeout when no answer comes', async () => {
		const error = await silent(async (url) => await outcome({ url, timeoutMs: 20 }));

		expect(error).toEqual(new HttpTimeoutError(20));
		expect(error).toMatchObject({ code: 'HTTP_TIMEOUT', timeoutMs: 20 });
	});

	it('raises that the caller gave up', async () => {
		const giveUp = new AbortController();
		const error = await silent(async (url) => {
			const result = outcome({ url, signal: giveUp.signal });
			giveUp.abort();
			return await result;
		});

		expect(error).toBeInstanceOf(HttpAbortedError);
		expect(error).toMatchObject({ code: 'HTTP_ABORTED' });
	});

	it('raises a refused connection, without the request', async () => {
		const { result: url } = await withServer(
			() => ({ status: 200, headers: {}, body: '' }),
			async (address) => await Promise.resolve(address),
		);
		const error = await outcome({ url });

		expect(error).toBeInstanceOf(HttpTransportError);
		expect(error).toMatchObject({ code: 'HTTP_TRANSPORT', reason: 'ECONNREFUSED' });
		expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(BEARER);
	});
});
