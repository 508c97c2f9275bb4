import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** It answers, says that something is wrong with it, keeps people waiting, or hangs up. */
export type Manner = 'answers' | 'fails' | 'stalls' | 'hangs up';

/**
 * A small service such as a credit bureau or a carrier, on a port of its own, with a manner for each
 * whom it is asked about; and a chat that takes what is posted.
 */
export class OutsideService {
	/** What was posted, oldest first. */
	readonly posts: string[] = [];
	private readonly treated = new Map<string, { manner: Manner; answer: unknown }>();

	private constructor(private readonly server: Server) {
		server.on('request', (request, response) => void this.serve(request, response));
	}

	static async start(): Promise<OutsideService> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return new OutsideService(server);
	}

	get url(): string {
		const { port } = this.server.address() as AddressInfo;
		return `http://127.0.0.1:${String(port)}`;
	}

	/** From now on it behaves so when somebody asks about `whom`; of others it knows nothing. */
	behave(whom: string, manner: Manner, answer: unknown = {}): void {
		this.treated.set(whom, { manner, answer });
	}

	async stop(): Promise<void> {
		const closed = new Promise((resolve) => this.server.close(resolve));
		this.server.closeAllConnections();
		await closed;
	}

	private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (request.method === 'POST') {
			this.posts.push(await text(request));
			response.end();
			return;
		}
		const about = new URL(request.url ?? '', this.url).searchParams.get('about') ?? '';
		const { manner, answer } = this.treated.get(about) ?? { manner: 'answers', answer: {} };
		switch (manner) {
			case 'answers':
				response.setHeader('Content-Type', 'application/json');
				response.end(JSON.stringify(answer));
				return;
			case 'fails':
				response.statusCode = 500;
				response.end('Out of order');
				return;
			case 'hangs up':
				request.socket.destroy();
				return;
			case 'stalls':
				// Whoever asked hangs up.
				return;
		}
	}
}
