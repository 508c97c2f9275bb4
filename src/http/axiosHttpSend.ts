import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

import axios, { isAxiosError } from 'axios';

import { HttpAbortedError, HttpTimeoutError, HttpTransportError } from './errors';
import type { HttpRequest, HttpResponse, HttpSend } from './HttpSend';

/** Larger answers come only from questions that forgot their `fields` or `limit`. */
const MAX_BODY_BYTES = 50 * 1024 * 1024;

const client = axios.create({
	httpAgent: new HttpAgent({ keepAlive: true }),
	httpsAgent: new HttpsAgent({ keepAlive: true }),
	maxRedirects: 0,
	maxContentLength: MAX_BODY_BYTES,
	maxBodyLength: MAX_BODY_BYTES,
	responseType: 'text',
	validateStatus: () => true,
	// axios would rewrite what it takes for JSON; the bodies are ours.
	transformRequest: [(body: unknown) => body],
});

/** Sends through axios: for command line, demo, bench and tests. n8n has its own adapter. */
export const axiosHttpSend: HttpSend = async (request) => {
	const deadline = AbortSignal.timeout(request.timeoutMs);
	const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;

	try {
		return await exchange(request, signal);
	} catch (error) {
		if (request.signal?.aborted) throw new HttpAbortedError();
		if (deadline.aborted) throw new HttpTimeoutError(request.timeoutMs);
		// Not as `cause`: an axios error carries the request's headers and body.
		if (isAxiosError(error)) throw new HttpTransportError(error.message, error.code);
		throw error;
	}
};

async function exchange(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
	const { method, url, headers, body } = request;
	const response = await client.request<string>({
		method,
		url,
		headers,
		signal,
		...(body === undefined ? {} : { data: body }),
	});
	return { status: response.status, headers: plainHeaders(response.headers), body: response.data };
}

function plainHeaders(headers: object): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}
