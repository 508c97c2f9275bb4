import { HttpAbortedError, HttpTimeoutError, HttpTransportError } from '../../../src/http/errors';
import type { HttpRequest, HttpResponse, HttpSend } from '../../../src/http/HttpSend';
import { OdooClient, type OdooClientOptions } from '../../../src/odoo/OdooClient';
import { OdooConnections } from '../../../src/odoo/OdooConnections';
import type { OdooCredentials } from '../../../src/odoo/OdooCredentials';

export const CREDENTIALS: OdooCredentials = {
	url: 'https://odoo.example.com',
	database: 'lab',
	login: 'bot',
	apiKey: '0123456789'.repeat(4),
};

export type Step = HttpResponse | Error;

/** An `HttpSend` that answers with the steps in order, and keeps what it was asked. */
export function scriptedSend(steps: Step[]): { send: HttpSend; requests: HttpRequest[] } {
	const requests: HttpRequest[] = [];
	const send: HttpSend = async (request) => {
		requests.push(request);
		const step = steps[requests.length - 1];
		if (!step) throw new Error(`No answer for request ${requests.length}: ${request.url}`);
		if (step instanceof Error) throw step;
		return await Promise.resolve(step);
	};
	return { send, requests };
}

export function json(body: unknown, status = 200): HttpResponse {
	return {
		status,
		headers: { 'content-type': 'application/json; charset=utf-8' },
		body: JSON.stringify(body),
	};
}

export function html(status: number, title: string): HttpResponse {
	return {
		status,
		headers: { 'content-type': 'text/html; charset=utf-8' },
		body: `<!doctype html><title>${title}</title>`,
	};
}

export function fault(name: string, message: string, status: number): HttpResponse {
	return json({ name, message, arguments: [message], context: {}, debug: 'Traceback' }, status);
}

export const refused = new HttpTransportError('connect ECONNREFUSED', 'ECONNREFUSED');
export const timeout = new HttpTimeoutError(60_000);
export const aborted = new HttpAbortedError();

export interface Scripted {
	client: OdooClient;
	requests: HttpRequest[];
	/** Milliseconds waited between attempts. */
	waits: number[];
}

/** A client on its own connections; JSON-2 unless told, chance always 0.5. */
export function scriptedClient(steps: Step[], options: OdooClientOptions = {}): Scripted {
	const { send, requests } = scriptedSend(steps);
	const waits: number[] = [];
	const surroundings = {
		now: () => 0,
		random: () => 0.5,
		wait: async (milliseconds: number) => {
			waits.push(milliseconds);
			await Promise.resolve();
		},
	};
	const client = new OdooClient(CREDENTIALS, send, {
		transport: 'json2',
		connections: new OdooConnections(),
		surroundings,
		...options,
	});
	return { client, requests, waits };
}
