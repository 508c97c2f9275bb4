import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseQuery } from 'node:querystring';

/** One request with its answer, in as much of Express's shape as nodes may use. */
export class HttpExchange {
	private constructor(
		readonly url: URL,
		readonly method: string,
		readonly headers: IncomingMessage['headers'],
		private readonly content: Content,
		private readonly out: ServerResponse,
	) {}

	static async read(request: IncomingMessage, out: ServerResponse): Promise<HttpExchange> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
		const url = new URL(request.url ?? '/', 'http://localhost');
		const content = readContent(request.headers['content-type'] ?? '', Buffer.concat(chunks));
		return new HttpExchange(url, request.method ?? 'GET', request.headers, content, out);
	}

	/** Whether the body is not what its type promises, which n8n refuses by itself. */
	get isUnreadable(): boolean {
		return this.content.isUnreadable;
	}

	get isAnswered(): boolean {
		return this.out.headersSent;
	}

	answer(status: number, body: unknown): void {
		this.out.writeHead(status, { 'content-type': 'application/json' });
		this.out.end(JSON.stringify(body ?? {}));
	}

	/** What a node sees of the request. */
	get request(): object {
		return {
			method: this.method,
			headers: this.headers,
			params: {},
			query: { ...parseQuery(this.url.search.slice(1)) },
			body: this.content.body,
			rawBody: this.content.rawBody,
		};
	}

	/** What a node may do with the answer. */
	get response(): object {
		const { out } = this;
		const response = {
			status(code: number) {
				out.statusCode = code;
				return response;
			},
			set(headers: Record<string, string>) {
				for (const [name, value] of Object.entries(headers)) out.setHeader(name, value);
				return response;
			},
			json(body: unknown) {
				out.setHeader('content-type', 'application/json');
				out.end(JSON.stringify(body));
				return response;
			},
			send(body: string) {
				out.end(body);
				return response;
			},
		};
		return response;
	}
}

interface Content {
	body?: unknown;
	/** The body as it came; only of the kinds that n8n parses. */
	rawBody?: Buffer;
	isUnreadable: boolean;
}

/** As n8n reads a body for nodes of a version above 1. */
function readContent(header: string, rawBody: Buffer): Content {
	const type = header.split(';')[0]?.trim() ?? '';
	const isParsed = /^(application\/json|text\/plain|application\/x-www-form-urlencoded)$/.test(
		type,
	);
	if (!isParsed) return { isUnreadable: false };
	if (rawBody.length === 0) return { rawBody, isUnreadable: false };
	const text = rawBody.toString('utf8');
	if (type === 'text/plain') return { body: text, rawBody, isUnreadable: false };
	if (type !== 'application/json') return { body: parseQuery(text), rawBody, isUnreadable: false };
	try {
		return { body: JSON.parse(text), rawBody, isUnreadable: false };
	} catch {
		return { rawBody, isUnreadable: true };
	}
}
