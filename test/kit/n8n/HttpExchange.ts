import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request with its answer, in as much of Express's shape as nodes may use. */
export class HttpExchange {
	private constructor(
		readonly url: URL,
		readonly method: string,
		readonly headers: IncomingMessage['headers'],
		readonly body: unknown,
		private readonly out: ServerResponse,
	) {}

	static async read(request: IncomingMessage, out: ServerResponse): Promise<HttpExchange> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
		const text = Buffer.concat(chunks).toString('utf8');
		const url = new URL(request.url ?? '/', 'http://localhost');
		const body = parseBody(request.headers['content-type'] ?? '', text);
		return new HttpExchange(url, request.method ?? 'GET', request.headers, body, out);
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
			query: Object.fromEntries(this.url.searchParams),
			body: this.body,
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

function parseBody(type: string, text: string): unknown {
	if (type.startsWith('application/x-www-form-urlencoded')) {
		return Object.fromEntries(new URLSearchParams(text));
	}
	if (text === '') return {};
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
