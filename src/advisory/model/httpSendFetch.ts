import { HttpTransportError } from '../../http/errors';
import type { HttpRequest, HttpSend } from '../../http/HttpSend';

/** Statuses whose answers have no body, which `Response` insists on. */
const BODILESS = new Set([204, 205, 304]);

/**
 * A `fetch` that leaves by the same door as everything else, for libraries that bring no other.
 * It knows what such a library needs: text bodies, GET and POST.
 */
export function httpSendFetch(send: HttpSend, timeoutMs: number): typeof fetch {
	return async (input, init = {}) => {
		const { status, headers, body } = await send({
			method: methodOf(init),
			url: input instanceof Request ? input.url : String(input),
			headers: Object.fromEntries(new Headers(init.headers).entries()),
			...bodyOf(init),
			timeoutMs,
			signal: init.signal ?? undefined,
		});
		return new Response(BODILESS.has(status) ? null : body, { status, headers });
	};
}

function methodOf({ method = 'GET' }: RequestInit): HttpRequest['method'] {
	if (method === 'GET' || method === 'POST') return method;
	throw new HttpTransportError(`The method ${method} is not supported`);
}

function bodyOf({ body }: RequestInit): Pick<HttpRequest, 'body'> {
	if (body === undefined || body === null) return {};
	if (typeof body === 'string') return { body };
	throw new HttpTransportError('Only text can be sent');
}
