import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ModelRequest {
	path: string | undefined;
	headers: IncomingMessage['headers'];
	body: {
		model: string;
		messages?: Array<{ role: string; content: string }>;
		input?: Array<{ role: string; content: string }>;
		temperature?: number;
		response_format?: { type: string };
		text?: { format: { type: string } };
		store?: boolean;
	};
}

/** What the server does about one request. */
export interface ModelReply {
	status?: number;
	headers?: Record<string, string>;
	/** What the model says. */
	content?: string | null;
	refusal?: string;
	finishReason?: string;
	/** Instead of an answer in the protocol. */
	raw?: string;
	/** Bytes of the answer after which the connection breaks. */
	breaksAfter?: number;
	/** Never answers. */
	silent?: boolean;
	delayMs?: number;
}

export interface Model {
	/** Base address, as in the credential. */
	url: string;
	requests: ModelRequest[];
	/** Everything that was said to the model so far, as one text. */
	heard: () => string;
	stop: () => Promise<void>;
}

/**
 * A server that speaks OpenAI's protocols, chat completions and responses, and says what the test
 * wants.
 *
 * @param replies one for each request, the last one for all that follow; or made from the request
 */
export async function startModel(
	replies: ModelReply | ModelReply[] | ((request: ModelRequest) => ModelReply),
): Promise<Model> {
	const requests: ModelRequest[] = [];
	const server = createServer((request, response) => {
		void receive(request).then((text) => {
			const { url: path, headers } = request;
			const seen = { path, headers, body: JSON.parse(text) as ModelRequest['body'] };
			requests.push(seen);
			const reply = replyTo(replies, seen, requests.length);
			setTimeout(() => answer(response, reply, seen), reply.delayMs ?? 0);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		requests,
		heard: () => requests.map(({ body }) => JSON.stringify(body)).join('\n'),
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** What was said to the model in one request, by whom. */
export function turnsOf(
	request: ModelRequest | undefined,
): Array<{ role: string; content: string }> {
	return request?.body.messages ?? request?.body.input ?? [];
}

async function receive(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

function replyTo(
	replies: Parameters<typeof startModel>[0],
	request: ModelRequest,
	count: number,
): ModelReply {
	if (typeof replies === 'function') return replies(request);
	const list = [replies].flat();
	return list[count - 1] ?? list.at(-1) ?? {};
}

function answer(response: ServerResponse, reply: ModelReply, { path = '' }: ModelRequest): void {
	if (reply.silent) return;
	const made = path.endsWith('/responses') ? responsesAnswer(reply) : completion(reply);
	const text = reply.raw ?? JSON.stringify(made);
	response.writeHead(reply.status ?? 200, {
		'content-type': 'application/json',
		...reply.headers,
	});
	if (reply.breaksAfter === undefined) response.end(text);
	else response.write(text.slice(0, reply.breaksAfter), () => response.destroy());
}

function completion({ content = '', refusal, finishReason = 'stop' }: ModelReply): object {
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		model: 'test-model-2',
		choices: [
			{
				index: 0,
				finish_reason: finishReason,
				message: { role: 'assistant', content, ...(refusal !== undefined && { refusal }) },
			},
		],
		usage: { prompt_tokens: 300, completion_tokens: 60, total_tokens: 360 },
	};
}

function responsesAnswer({ content = '', refusal, finishReason }: ModelReply): object {
	const part =
		refusal === undefined
			? { type: 'output_text', text: content, annotations: [] }
			: { type: 'refusal', refusal };
	return {
		id: 'resp_1',
		object: 'response',
		model: 'test-model-2',
		status: finishReason === undefined ? 'completed' : 'incomplete',
		incomplete_details: finishReason === undefined ? null : { reason: finishReason },
		output: [
			{ id: 'rs_1', type: 'reasoning', summary: [] },
			{ id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content: [part] },
		],
		usage: { input_tokens: 300, output_tokens: 60, total_tokens: 360 },
	};
}
