/** One HTTP request, with its body already turned into text. */
export interface HttpRequest {
	method: 'GET' | 'POST';
	url: string;
	headers: Record<string, string>;
	body?: string;
	/** Milliseconds from the first byte sent to the last byte received. */
	timeoutMs: number;
	/** Gives the request up from outside; the adapter then raises `HttpAbortedError`. */
	signal?: AbortSignal | undefined;
}

export interface HttpResponse {
	status: number;
	/** Names in lower case; a header that came several times is joined by commas. */
	headers: Record<string, string>;
	body: string;
}

/**
 * The only way out to the network.
 *
 * An adapter answers whatever the server answered: it never rejects because of a status, and never
 * follows a redirect, which would turn a POST into a GET and carry the key to another host.
 *
 * @throws {HttpTimeoutError} no complete answer within `timeoutMs`
 * @throws {HttpTransportError} no answer at all: refused, reset, unknown host, bad certificate
 * @throws {HttpAbortedError} `signal` fired
 */
export type HttpSend = (request: HttpRequest) => Promise<HttpResponse>;
