import { HttpAbortedError, HttpError } from '../../http/errors';
import type { HttpSend } from '../../http/HttpSend';
import { ModelUnavailableError } from '../errors';
import { httpSendFetch } from './httpSendFetch';
import type { Answer, LanguageModel, Question } from './LanguageModel';
import { readChatAnswer, readResponsesAnswer } from './readAnswer';
import { explainRefusal, optionAtFault, type RequestOption } from './serverRefusal';

type Library = Awaited<ReturnType<typeof loadLibrary>>;
type Client = InstanceType<Library['default']>;

export interface OpenAiSettings {
	apiKey: string;
	/** Base address of any server that speaks OpenAI's protocol, such as `https://api.openai.com/v1`. */
	baseUrl: string;
	organization: string | null;
	/** Further headers, such as those that a gateway wants. */
	headers: Readonly<Record<string, string>>;
	/** As the server knows it. */
	model: string;
	/** Chat completions, which every server has, or OpenAI's newer responses. */
	protocol: 'chat' | 'responses';
	/** Milliseconds for the whole answer, retries included. */
	timeoutMs: number;
	/** How often a request that failed on the way or met a busy server is made again. */
	retries: number;
}

/**
 * What models have refused, by their id: older servers know no schema, reasoning models no
 * temperature. Kept while the process runs, so that each is tried once; there are few models.
 */
const refusedBy = new Map<string, Set<RequestOption>>();

/** Asks a model behind OpenAI's protocol. The one file that knows the library. */
export class OpenAiModel implements LanguageModel {
	readonly id: string;
	private readonly refused: Set<RequestOption>;

	constructor(
		private readonly settings: OpenAiSettings,
		private readonly send: HttpSend,
	) {
		this.id = `${settings.protocol} ${settings.baseUrl} ${settings.model}`;
		this.refused = refusedBy.get(this.id) ?? new Set();
		refusedBy.set(this.id, this.refused);
	}

	async ask(question: Question): Promise<Answer> {
		const deadline = AbortSignal.timeout(this.settings.timeoutMs);
		const client = await this.connect();
		const without = new Set(this.refused);
		for (;;) {
			try {
				const answer = await this.askOnce(client, question, without, deadline);
				// Only what helped is remembered: a request may be refused for other reasons.
				for (const option of without) this.refused.add(option);
				return answer;
			} catch (error) {
				const option = optionAtFault(error, without);
				if (option === null) throw this.translated(error, deadline);
				without.add(option);
			}
		}
	}

	private async connect(): Promise<Client> {
		const { default: OpenAI } = await loadLibrary();
		const { apiKey, baseUrl, organization, headers, timeoutMs, retries } = this.settings;
		const { address, query } = splitQuery(baseUrl);
		return new OpenAI({
			apiKey,
			baseURL: address,
			defaultQuery: query,
			defaultHeaders: { ...headers },
			// Said expressly, or the library takes them from the environment of n8n.
			organization,
			project: null,
			timeout: timeoutMs,
			maxRetries: retries,
			// It would log what is asked and answered.
			logLevel: 'off',
			fetch: httpSendFetch(this.send, timeoutMs),
		});
	}

	private async askOnce(
		client: Client,
		question: Question,
		without: ReadonlySet<RequestOption>,
		signal: AbortSignal,
	): Promise<Answer> {
		const { model, protocol } = this.settings;
		if (protocol === 'chat') {
			const request = { model, ...chatRequest(question, without) };
			return readChatAnswer(await client.chat.completions.create(request, { signal }), model);
		}
		const request = { model, ...responsesRequest(question, without) };
		return readResponsesAnswer(await client.responses.create(request, { signal }), model);
	}

	private translated(error: unknown, deadline: AbortSignal): unknown {
		if (deadline.aborted) {
			const seconds = this.settings.timeoutMs / 1000;
			return new ModelUnavailableError(`The model did not answer within ${seconds} s.`);
		}
		const cause = error instanceof Error && error.cause instanceof HttpError ? error.cause : error;
		return cause instanceof HttpAbortedError ? cause : explainRefusal(cause);
	}
}

/** When first used: a flow without a model never pays for the library. */
async function loadLibrary() {
	return await import('openai');
}

/** Azure's addresses carry the version of the protocol behind a question mark. */
function splitQuery(baseUrl: string): { address: string; query: Record<string, string> } {
	const url = new URL(baseUrl);
	const query = Object.fromEntries(url.searchParams);
	url.search = '';
	return { address: url.href.replace(/\/$/, ''), query };
}

function chatRequest({ turns, name, schema }: Question, without: ReadonlySet<RequestOption>) {
	const format = { type: 'json_schema' as const, json_schema: { name, strict: true, schema } };
	return {
		messages: turns.map(({ role, text }) => ({ role, content: text })),
		...(without.has('temperature') ? {} : { temperature: 0 }),
		...(without.has('format') ? {} : { response_format: format }),
	};
}

function responsesRequest({ turns, name, schema }: Question, without: ReadonlySet<RequestOption>) {
	const format = { type: 'json_schema' as const, name, strict: true, schema };
	return {
		input: turns.map(({ role, text }) => ({ role, content: text })),
		// Nothing of a case is to stay with the server.
		store: false,
		...(without.has('temperature') ? {} : { temperature: 0 }),
		...(without.has('format') ? {} : { text: { format } }),
	};
}
