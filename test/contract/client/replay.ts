import { createServer } from 'node:http';

import { z } from 'zod';

import { axiosHttpSend } from '../../../src/http/axiosHttpSend';
import { OdooClient, type OdooClientOptions } from '../../../src/odoo/OdooClient';
import { OdooConnections } from '../../../src/odoo/OdooConnections';
import type { OdooCredentials } from '../../../src/odoo/OdooCredentials';
import type { Exchange } from './recordings';

export interface Received {
	method: string;
	path: string;
	headers: Record<string, unknown>;
	/** Parsed JSON, `null` for no body. */
	body: unknown;
}

export type Answer = Exchange['response'];

const address = z.object({ port: z.number() });

/**
 * Runs a task against a real HTTP server on a free port.
 *
 * @param answer what the server says to each request, as it was recorded
 */
export async function withServer<T>(
	answer: (received: Received) => Answer,
	task: (url: string) => Promise<T>,
): Promise<{ received: Received[]; result: T }> {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const one = {
				method: request.method ?? '',
				path: request.url ?? '',
				headers: request.headers,
				body: JSON.parse(Buffer.concat(chunks).toString() || 'null'),
			};
			received.push(one);
			const { status, headers, body } = answer(one);
			response.writeHead(status, { ...headers, connection: 'close' }).end(toText(headers, body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		const { port } = address.parse(server.address());
		return { received, result: await task(`http://127.0.0.1:${port}`) };
	} finally {
		server.close();
	}
}

/** A client that shares nothing with any other and never waits. */
export function newClient(credentials: OdooCredentials, options: OdooClientOptions = {}) {
	return new OdooClient(credentials, axiosHttpSend, {
		connections: new OdooConnections(),
		surroundings: { now: () => 0, random: () => 0, wait: () => Promise.resolve() },
		...options,
	});
}

/** Bodies were recorded parsed where they were JSON, as text where they were a page. */
function toText(headers: Record<string, string>, body: unknown): string {
	const isJson = headers['content-type']?.startsWith('application/json') === true;
	return isJson || typeof body !== 'string' ? JSON.stringify(body) : body;
}
