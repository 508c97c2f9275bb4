import type { ZodError, ZodType, ZodTypeDef } from 'zod';

import type { HttpSend } from '../http/HttpSend';
import { OdooKeyRefusedError, OdooProtocolError } from './errors';
import { assertCall, callName, isRead, type OdooArguments, type OdooCall } from './OdooCall';
import { type ExchangeOptions, OdooChannel, type Surroundings } from './OdooChannel';
import { type OdooConnections, odooConnections } from './OdooConnections';
import { normaliseCredentials, type OdooCredentials } from './OdooCredentials';
import { authenticateRequest, readUserId } from './transport/authenticate';
import {
	type Ask,
	detectServer,
	type OdooServer,
	type OdooTransport,
	type OdooVersion,
} from './transport/detectServer';
import { json2Answer, json2Request } from './transport/json2';
import { executeKwRequest, jsonRpcAnswer } from './transport/jsonRpc';

export interface OdooClientOptions {
	/** Forces a transport; without it the client asks the server. */
	transport?: OdooTransport | undefined;
	/** Milliseconds for each attempt; 60 000 unless told, as Odoo itself retries for up to 20 s. */
	timeoutMs?: number;
	/** What clients share; the process's own unless told. */
	connections?: OdooConnections;
	surroundings?: Surroundings;
}

export interface CallOptions {
	/**
	 * Whether doing it twice is as good as once, so that it may be repeated after a lost answer. Reads
	 * are so by themselves; of the changes those that a key, a version or their nature makes so.
	 */
	idempotent?: boolean;
	/** Milliseconds for each attempt. */
	timeoutMs?: number;
	signal?: AbortSignal | undefined;
}

const DEFAULT_TIMEOUT_MS = 60_000;

const REAL_SURROUNDINGS: Surroundings = {
	now: () => Date.now(),
	random: () => Math.random(),
	wait: async (milliseconds) => {
		await new Promise((resolve) => setTimeout(resolve, milliseconds));
	},
};

/** Calls methods of Odoo, in the same way whatever its version and transport. */
export class OdooClient {
	private readonly credentials: OdooCredentials;
	private readonly transport: OdooTransport | undefined;
	private readonly timeoutMs: number;
	private readonly connections: OdooConnections;
	private readonly now: () => number;
	private readonly channel: OdooChannel;

	/** @throws {OdooRequestError} the address in the credentials is unfit */
	constructor(credentials: OdooCredentials, send: HttpSend, options: OdooClientOptions = {}) {
		const { connections = odooConnections, surroundings = REAL_SURROUNDINGS } = options;
		this.credentials = normaliseCredentials(credentials);
		this.transport = options.transport;
		this.timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
		this.connections = connections;
		this.now = surroundings.now;
		this.channel = new OdooChannel(this.credentials, send, connections, surroundings);
	}

	/**
	 * Calls a method and parses what it returns; a method that returns nothing answers `null`.
	 *
	 * Odoo answering is no proof that something happened: some methods return `true` or a wizard and
	 * change nothing. Read the state afterwards.
	 *
	 * @param args everything by name, as Odoo 19 names it; `ids` are the records, `context` the context
	 * @param schema of the answer; `recordIds` for methods that return records
	 * @throws {OdooError} one of its classes
	 */
	async call<T>(
		model: string,
		method: string,
		args: OdooArguments,
		schema: ZodType<T, ZodTypeDef, unknown>,
		options: CallOptions = {},
	): Promise<T> {
		const call = { model, method, args };
		assertCall(call);

		const transport = this.transport ?? (await this.server()).transport;
		const exchange = { idempotent: isRead(method), timeoutMs: this.timeoutMs, ...options };
		const value =
			transport === 'json2'
				? await this.callJson2(call, exchange)
				: await this.callJsonRpc(call, exchange);

		const answer = schema.safeParse(value);
		if (!answer.success) throw unfitAnswer(call, answer.error);
		return answer.data;
	}

	/** Tells databases apart, for what others remember about one. It holds no secret. */
	get databaseKey(): string {
		return JSON.stringify([this.credentials.url, this.credentials.database]);
	}

	/** Odoo's version, asked once and then remembered for a while. */
	async version(): Promise<OdooVersion> {
		return (await this.server()).version;
	}

	private async server(): Promise<OdooServer> {
		const ask: Ask = async (call, request, read) =>
			await this.channel.exchange(call, request, read, this.shared());
		return await this.connections.server(this.credentials, this.now(), () => detectServer(ask));
	}

	private async userId(): Promise<number> {
		return await this.connections.userId(this.credentials, this.now(), () =>
			this.channel.exchange(
				'common.authenticate',
				authenticateRequest(this.credentials),
				readUserId,
				this.shared(),
			),
		);
	}

	/** For what several callers wait for: one of them giving up must not end it for the others. */
	private shared(): ExchangeOptions {
		return { idempotent: true, timeoutMs: this.timeoutMs };
	}

	private async callJson2(call: OdooCall, options: ExchangeOptions): Promise<unknown> {
		const request = json2Request(call, this.credentials);
		return await this.channel.exchange(callName(call), request, json2Answer, options);
	}

	private async callJsonRpc(call: OdooCall, options: ExchangeOptions): Promise<unknown> {
		try {
			const request = executeKwRequest(call, this.credentials, await this.userId());
			return await this.channel.exchange(callName(call), request, jsonRpcAnswer, options);
		} catch (error) {
			// The user may have been made anew under the same login, or Odoo upgraded.
			if (error instanceof OdooKeyRefusedError) this.connections.forgetUserId(this.credentials);
			if (error instanceof OdooProtocolError) this.connections.forgetServer(this.credentials);
			throw error;
		}
	}
}

/** Names the places that do not fit, not the values, which are business data. */
function unfitAnswer(call: OdooCall, { issues }: ZodError): OdooProtocolError {
	const places = issues.map(({ path, message }) => `${path.join('.') || 'the answer'}: ${message}`);
	return new OdooProtocolError(
		callName(call),
		`Odoo answered ${callName(call)} in another shape than expected (${places.slice(0, 3).join('; ')})`,
	);
}
