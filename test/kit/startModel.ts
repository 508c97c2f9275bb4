import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ModelRequest {
	authorization: string | undefined;
	path: string | undefined;
	body: {
		model: string;
		messages: Array<{ role: string; content: string }>;
		response_format: { type: string };
	};
}

export interface Model {
	/** Base address, as in the credential. */
	url: string;
	requests: ModelRequest[];
	stop: () => Promise<void>;
}

/** A server that speaks OpenAI's chat protocol and says what the test wants. `null` never answers. */
export async function startModel(
	reply: { status?: number; content: string | null; refusal?: string } | null,
): Promise<Model> {
	const requests: ModelRequest[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ModelRequest['body'];
			requests.push({ authorization: request.headers.authorization, path: request.url, body });
			if (reply === null) return;
			response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(completion(reply.content, reply.refusal)));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		requests,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function completion(content: string | null, refusal: string | undefined): object {
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		model: 'test-model-2',
		choices: [
			{
				index: 0,
				finish_reason: 'stop',
				message: { role: 'assistant', content, ...(refusal !== undefined && { refusal }) },
			},
		],
		usage: { prompt_tokens: 300, completion_tokens: 60, total_tokens: 360 },
	};
}
