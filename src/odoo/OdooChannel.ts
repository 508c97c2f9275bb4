import { HttpAbortedError, HttpTimeoutError, HttpTransportError } from '../http/errors';
import type { HttpResponse, HttpSend } from '../http/HttpSend';
import { type OdooError, OdooTimeoutError, OdooTransportError } from './errors';
import type { OdooConnections } from './OdooConnections';
import type { OdooCredentials } from './OdooCredentials';
import { isWorthRetrying, retryDelayMs } from './retry';
import { Answering } from './transport/Answering';
import { awayError, isAway } from './transport/unexpectedAnswer';
import type { WireRequest } from './transport/WireRequest';

export interface ExchangeOptions {
	/** Whether doing it twice is as good as once; only then is it repeated. */
	idempotent: boolean;
	/** Milliseconds for each attempt. */
	timeoutMs: number;
	signal?: AbortSignal | undefined;
}

/** Time and chance, which tests put in the place of the real ones. */
export interface Surroundings {
	/** Milliseconds since the epoch. */
	now: () => number;
	/** From 0 up to but not including 1. */
	random: () => number;
	wait: (milliseconds: number) => Promise<void>;
}

/** The line to one Odoo under one credential: takes turns, gives up on dead hosts, tries again. */
export class OdooChannel {
	constructor(
		private readonly credentials: OdooCredentials,
		private readonly send: HttpSend,
		private readonly connections: OdooConnections,
		private readonly surroundings: Surroundings,
	) {}

	/**
	 * Sends a request and has its answer read. Waiting for a turn does not count as timeout.
	 *
	 * @param call what the request is about, for errors: `sale.order.read`
	 * @throws {OdooError} whatever `read` makes of the answer, and the transport's own errors
	 */
	async exchange<T>(
		call: string,
		request: WireRequest,
		read: (answering: Answering, response: HttpResponse) => T,
		options: ExchangeOptions,
	): Promise<T> {
		const { now, random, wait } = this.surroundings;
		const answering = new Answering(call, this.credentials);
		for (let attempt = 1; ; attempt += 1) {
			try {
				return read(answering, await this.attempt(answering, request, options));
			} catch (error) {
				const hopeless = this.breaker().isOpen(now()) || options.signal?.aborted === true;
				if (hopeless || !options.idempotent || !isWorthRetrying(error, attempt)) throw error;
				await wait(retryDelayMs(attempt, random));
			}
		}
	}

	private async attempt(
		answering: Answering,
		request: WireRequest,
		options: ExchangeOptions,
	): Promise<HttpResponse> {
		const limiter = this.connections.limiter(this.credentials, this.surroundings.now());
		return await limiter.run(async () => {
			const breaker = this.breaker();
			if (!breaker.admits(this.surroundings.now())) throw circuitOpen(answering);

			const response = await this.transmit(answering, request, options);
			if (isAway(response)) {
				breaker.fail(this.surroundings.now());
				throw awayError(answering, response);
			}
			breaker.succeed();
			return response;
		});
	}

	private async transmit(
		answering: Answering,
		{ path, ...request }: WireRequest,
		{ timeoutMs, signal }: ExchangeOptions,
	): Promise<HttpResponse> {
		try {
			return await this.send({ ...request, url: this.credentials.url + path, timeoutMs, signal });
		} catch (error) {
			if (!(error instanceof HttpAbortedError)) this.breaker().fail(this.surroundings.now());
			throw transportError(answering, error);
		}
	}

	private breaker() {
		return this.connections.breaker(this.credentials, this.surroundings.now());
	}
}

function circuitOpen({ call }: Answering): OdooTransportError {
	return new OdooTransportError(
		call,
		'Not sent: Odoo did not answer several times in a row. Calls begin again after a short pause.',
		{ retryable: true },
	);
}

function transportError(answering: Answering, error: unknown): OdooError {
	const { call } = answering;
	if (error instanceof HttpTimeoutError) {
		return new OdooTimeoutError(
			call,
			`Odoo did not answer within ${error.timeoutMs} ms. It may have carried the call out all the ` +
				'same: read the record before repeating a change.',
		);
	}
	if (error instanceof HttpAbortedError) {
		return new OdooTransportError(call, error.message, { retryable: false });
	}
	const words = error instanceof Error ? error.message : 'unknown failure';
	return new OdooTransportError(call, `Odoo cannot be reached: ${answering.shown(words)}`, {
		retryable: error instanceof HttpTransportError,
	});
}
