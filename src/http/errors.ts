/**
 * Base of what an `HttpSend` may reject with.
 *
 * Adapters build these from the code and message of what they caught and drop the rest: the errors
 * of HTTP libraries carry the request, and with it the key.
 */
export abstract class HttpError extends Error {
	abstract readonly code: string;

	override get name(): string {
		return this.constructor.name;
	}
}

/** The complete answer did not arrive in time. The server may have carried the request out. */
export class HttpTimeoutError extends HttpError {
	readonly code = 'HTTP_TIMEOUT';

	constructor(readonly timeoutMs: number) {
		super(`No complete answer within ${timeoutMs} ms`);
	}
}

/** No answer came: the connection was refused, reset or could not be made. */
export class HttpTransportError extends HttpError {
	readonly code = 'HTTP_TRANSPORT';

	/** @param reason the system's own code where there is one, such as `ECONNREFUSED` */
	constructor(
		message: string,
		readonly reason?: string,
	) {
		super(message);
	}
}

/** The caller gave up. */
export class HttpAbortedError extends HttpError {
	readonly code = 'HTTP_ABORTED';

	constructor() {
		super('The request was given up by the caller');
	}
}
