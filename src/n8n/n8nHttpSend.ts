import type { IExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { HttpAbortedError, HttpTimeoutError, HttpTransportError } from '../http/errors';
import type { HttpRequest, HttpSend } from '../http/HttpSend';

/** What every n8n context that may send has in common. */
export interface SendingContext {
	helpers: Pick<IExecuteFunctions['helpers'], 'httpRequest'>;
	getExecutionCancelSignal?: () => AbortSignal | undefined;
}

/** How the request helpers of n8n name a deadline that passed. */
const TIMEOUT_CODES = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/**
 * Sends through n8n's own request helper, so that the proxy and the SSRF rules of the instance hold.
 * A request is given up when the execution is cancelled.
 */
export function n8nHttpSend(context: SendingContext): HttpSend {
	const cancelled = context.getExecutionCancelSignal?.();
	return async (request) => {
		const deadline = AbortSignal.timeout(request.timeoutMs);
		const givenUp = anyOf(request.signal, cancelled);
		try {
			const signal = anyOf(givenUp, deadline);
			return plainResponse(await context.helpers.httpRequest(options(request, signal)));
		} catch (error) {
			if (givenUp?.aborted) throw new HttpAbortedError();
			if (deadline.aborted) throw new HttpTimeoutError(request.timeoutMs);
			throw translated(error, request.timeoutMs);
		}
	};
}

function anyOf(...signals: Array<AbortSignal | undefined>): AbortSignal | undefined {
	const present = signals.filter((signal) => signal !== undefined);
	return present.length === 0 ? undefined : AbortSignal.any(present);
}

function options(request: HttpRequest, signal: AbortSignal | undefined): IHttpRequestOptions {
	const { method, url, headers, body, timeoutMs } = request;
	return {
		method,
		url,
		headers,
		...(body === undefined ? {} : { body }),
		...(signal === undefined ? {} : { abortSignal: signal }),
		timeout: timeoutMs,
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
}

function plainResponse({ statusCode, headers, body }: IN8nHttpFullResponse) {
	return {
		status: statusCode,
		headers: Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
		),
		body: typeof body === 'string' ? body : JSON.stringify(body ?? ''),
	};
}

/** Keeps code and message only: what n8n throws here carries the request, and with it the key. */
function translated(error: unknown, timeoutMs: number): Error {
	const { message, code } = error instanceof Error ? withCode(error) : { message: String(error) };
	if (code !== undefined && TIMEOUT_CODES.has(code)) return new HttpTimeoutError(timeoutMs);
	return new HttpTransportError(message, code);
}

function withCode(error: Error): { message: string; code?: string } {
	const code = 'code' in error ? error.code : undefined;
	return { message: error.message, ...(typeof code === 'string' ? { code } : {}) };
}
