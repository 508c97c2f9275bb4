import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { freePort } from '../scripts/real/freePort';

/** Stands between n8n and Odoo and counts the requests that pass. */
export interface CountingProxy {
	url: string;
	/** Requests since the last time somebody asked. */
	take(): number;
	stop(): Promise<void>;
}

export async function startCountingProxy(target: string): Promise<CountingProxy> {
	let count = 0;
	const server = createServer((incoming, outgoing) => {
		count += 1;
		pass(target, incoming, outgoing);
	});
	const port = await freePort();
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${String(port)}`,
		take: () => {
			const taken = count;
			count = 0;
			return taken;
		},
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function pass(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
	const { method, headers, url = '/' } = incoming;
	const onward = request(new URL(url, target), { method, headers }, (answer) => {
		outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(outgoing);
	});
	onward.on('error', () => outgoing.destroy());
	incoming.pipe(onward);
}
