import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const valuesIn = z.object({ x_values: z.union([z.string(), z.literal(false)]).optional() });
const address = z.object({ port: z.number() });

/** Collects what Odoo sends: the query of each request, in order. */
export class WebhookReceiver {
	readonly received: URLSearchParams[] = [];
	private readonly bodies = new Map<URLSearchParams, unknown>();
	private readonly waiting: Array<() => void> = [];

	private constructor(
		private readonly server: Server,
		readonly url: string,
	) {}

	static async start(): Promise<WebhookReceiver> {
		const server = createServer((request, response) => {
			const query = new URL(request.url ?? '/', receiver.url).searchParams;
			json(request).then(
				(body) => {
					receiver.take(query, body);
					response.end();
				},
				() => response.destroy(),
			);
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

	/** The values that were sent along, as text; empty when there were none. */
	valuesOf(query: URLSearchParams | undefined): string {
		const { x_values: values } = valuesIn.parse(query && this.bodies.get(query));
		return values || '';
	}

	private take(query: URLSearchParams, body: unknown): void {
		this.bodies.set(query, body);
		this.received.push(query);
		this.waiting.splice(0).forEach((resolve) => {
			resolve();
		});
	}
}
