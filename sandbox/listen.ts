import { createServer, type IncomingMessage, type Server as HttpServer } from 'node:http';
import { notImplemented, OdooFault } from './OdooFault';
import { json, type Answer, type Request } from './transport/Answer';
import { flatFault } from './transport/flatFault';

export type Answering = (request: Request) => Answer;

/**
 * Listens on `port` of this machine; 0 takes any free one.
 *
 * @param afterAnswer what is done when an answer is on its way
 */
export async function listen(
	port: number,
	answer: Answering,
	afterAnswer: () => void,
): Promise<{ url: string; close(): Promise<void> }> {
	const server = createServer((incoming, outgoing) => {
		void readBody(incoming)
			.then((body) => answerSafely(answer, requestOf(incoming, body)))
			.then(({ status, headers, body }) => {
				outgoing.writeHead(status, headers);
				outgoing.end(typeof body === 'string' ? body : JSON.stringify(body));
				afterAnswer();
			})
			.catch(() => outgoing.destroy());
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return { url: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };
}

/** Whatever the sandbox itself cannot do is said loudly, never passed off as an answer of Odoo. */
function answerSafely(answer: Answering, request: Request): Answer {
	try {
		return answer(request);
	} catch (error) {
		const fault = error instanceof OdooFault ? error : notImplemented(String(error));
		return json(500, flatFault(fault));
	}
}

function requestOf({ method = 'GET', url = '/', headers }: IncomingMessage, body: string): Request {
	const single = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]);
	return { method, path: url.split('?')[0] ?? '/', headers: Object.fromEntries(single), body };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of incoming) chunks.push(chunk);
	return new TextDecoder().decode(Buffer.concat(chunks));
}

function portOf(server: HttpServer): number {
	const address = server.address();
	return typeof address === 'object' && address ? address.port : 0;
}

async function close(server: HttpServer): Promise<void> {
	server.closeAllConnections();
	await new Promise<void>((resolve) => server.close(() => resolve()));
}
