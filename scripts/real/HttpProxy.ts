import {
	createServer,
	type IncomingMessage,
	request,
	type Server,
	type ServerResponse,
} from 'node:http';
import { pipeline } from 'node:stream/promises';
import { freePort } from './freePort';

/** One request that came to the proxy. */
export interface ProxiedRequest {
	method: string;
	/** Path and query. */
	path: string;
	body: string;
	/** Position of the target that answered; `null` when none did. */
	target: number | null;
	/** What was answered: 502 when no target could be reached. */
	status: number;
}

/** What else happens to a request: whoever waits for it is held up for as long as this takes. */
export interface ProxyHooks {
	/** Before the request is passed on. A status is the answer, and nothing is passed on. */
	onRequest?(request: ProxiedRequest): Promise<number | undefined>;
	/** Before the target's answer is given back. */
	onAnswer?(request: ProxiedRequest): Promise<void>;
}

/**
 * A reverse proxy that gives each request to the next of its targets in turn; to the one after it
 * when that one cannot be reached.
 */
export class HttpProxy {
	/** Everything that came by, by arrival. */
	readonly requests: ProxiedRequest[] = [];
	hooks: ProxyHooks = {};
	private next = 0;

	private constructor(
		readonly url: string,
		private readonly targets: readonly string[],
		private readonly server: Server,
	) {}

	/** @param targets base addresses, such as `http://127.0.0.1:5678` */
	static async start(targets: readonly string[]): Promise<HttpProxy> {
		const server = createServer();
		const port = await freePort();
		await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
		const proxy = new HttpProxy(`http://127.0.0.1:${String(port)}`, targets, server);
		server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
			proxy.serve(incoming, outgoing).catch(() => outgoing.destroy());
		});
		return proxy;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const body = Buffer.concat(await incoming.toArray());
		const asked = describe(incoming, body);
		this.requests.push(asked);
		const refusal = await this.hooks.onRequest?.(asked);
		if (hasGivenUp(outgoing)) return;
		if (refusal !== undefined) {
			asked.status = refusal;
			outgoing.writeHead(refusal).end();
			return;
		}
		const answer = await this.passOn(asked, incoming.headers, body);
		await this.hooks.onAnswer?.(asked);
		if (hasGivenUp(outgoing)) return;
		outgoing.writeHead(asked.status, answer?.headers);
		await pipeline(answer ?? [], outgoing);
	}

	private async passOn(
		asked: ProxiedRequest,
		headers: IncomingMessage['headers'],
		body: Buffer,
	): Promise<IncomingMessage | undefined> {
		const first = this.next++;
		for (let turn = 0; turn < this.targets.length; turn += 1) {
			const position = (first + turn) % this.targets.length;
			const url = new URL(asked.path, this.targets[position]);
			const answer = await send(url, asked.method, headers, body).catch(ignoreUnreachable);
			if (answer === undefined) continue;
			asked.target = position;
			asked.status = answer.statusCode ?? asked.status;
			return answer;
		}
		return undefined;
	}
}

function describe({ method = 'GET', url = '/' }: IncomingMessage, body: Buffer): ProxiedRequest {
	return { method, path: url, body: body.toString(), target: null, status: 502 };
}

/** Whoever asked may have gone while the answer was held up. */
function hasGivenUp(outgoing: ServerResponse): boolean {
	return outgoing.destroyed;
}

async function send(
	url: URL,
	method: string,
	headers: IncomingMessage['headers'],
	body: Buffer,
): Promise<IncomingMessage> {
	return await new Promise((resolve, reject) => {
		// A connection each: one that was kept may have been closed by a target that has ended.
		const onward = request(url, { method, headers, agent: false }, resolve);
		onward.once('error', reject);
		onward.end(body);
	});
}

/** A request that may have arrived is not given to somebody else as well. */
function ignoreUnreachable(error: unknown): undefined {
	if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') return undefined;
	throw error;
}
