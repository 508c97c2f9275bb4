import { createServer, type Server } from 'node:http';
import { z } from 'zod';

const address = z.object({ port: z.number() });

/** Collects what Odoo sends: the query of each request, in order. */
export class WebhookReceiver {
	readonly received: URLSearchParams[] = [];
	private readonly waiting: Array<() => void> = [];

	private constructor(
		private readonly server: Server,
		readonly url: string,
	) {}

	static async start(): Promise<WebhookReceiver> {
		const server = createServer((request, response) => {
			receiver.take(new URL(request.url ?? '/', receiver.url).searchParams);
			response.end();
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = address.parse(server.address());
		const receiver = new WebhookReceiver(server, `http://127.0.0.1:${String(port)}/hook?own=1`);
		return receiver;
	}

	/** The events about one record, once there are so many of them. */
	async about(
		recordId: number,
		{ model = 'sale.order', count = 1 } = {},
	): Promise<URLSearchParams[]> {
		const found = () =>
			this.received.filter(
				(query) => query.get('model') === model && query.get('record') === String(recordId),
			);
		while (found().length < count) {
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		return found();
	}

	async close(): Promise<void> {
		await new Promise((resolve) => this.server.close(resolve));
	}

	private take(query: URLSearchParams): void {
		this.received.push(query);
		this.waiting.splice(0).forEach((resolve) => {
			resolve();
		});
	}
}
