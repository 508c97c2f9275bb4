import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A channel of Slack or Teams, as far as its incoming webhook goes. */
export interface Channel {
	url: string;
	/** What was posted, oldest first. */
	received: string[];
	close: () => Promise<void>;
}

export async function openChannel(): Promise<Channel> {
	const received: string[] = [];
	const server = createServer((request, response) => {
		void text(request).then((body) => {
			received.push(body);
			response.end('ok');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${String(port)}/`,
		received,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
