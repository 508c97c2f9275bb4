import type { Sandbox } from '../../../sandbox/startSandbox';
import type { Exchange } from '../client/recordings';
import { calledBy, changeBody } from './requests';
import { resultOf } from './answers';

export interface Played {
	status: number;
	contentType: string;
	/** The header `WWW-Authenticate`. */
	asksFor: string | null;
	body: unknown;
}

/** Who makes an exchange, where it is not the administrator. */
const actors: Readonly<Record<string, 'tom' | 'jonas'>> = {
	'AccessError: no ACL on the model': 'tom',
	'AccessError: record rule (other salesman order)': 'jonas',
	'record rule on search: silently filtered, no error': 'jonas',
	'AccessError: field restricted to a group (credit_limit)': 'jonas',
	'AccessError: get_param as a normal user': 'jonas',
};

const unknownUser = 999_999;

/**
 * Plays recorded requests against a sandbox, one after the other, with the ids, keys and names that
 * it has in the place of those that were recorded.
 */
export class Player {
	/** Our id for each recorded one. The recordings know confirmed orders as 24 and 121. */
	private readonly ids = new Map([
		['sale.order:24', 14],
		['sale.order:121', 14],
	]);

	constructor(private readonly sandbox: Sandbox) {}

	async play({ label, request, response }: Exchange): Promise<Played> {
		const actor = this.sandbox.users[actors[label] ?? 'admin'];
		const text = (recorded: string) => this.ours(recorded, actor.apiKey);
		const body = changeBody(request.path, request.body, {
			text,
			userId: (recorded) => (recorded === unknownUser ? recorded : actor.id),
			recordId: (model, recorded) => this.ids.get(`${model}:${recorded}`) ?? recorded,
		});
		const headers = Object.entries(request.headers).map(([name, value]) => [name, text(value)]);
		const answer = await fetch(this.sandbox.url + request.path, {
			method: request.method,
			headers: Object.fromEntries(headers),
			...(body === null ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
		});
		const contentType = answer.headers.get('content-type') ?? '';
		const said = await answer.text();
		const played = {
			status: answer.status,
			contentType,
			asksFor: answer.headers.get('www-authenticate'),
			body: contentType.startsWith('application/json') ? parse(said) : said,
		};
		if (calledBy(request.path, request.body)?.method === 'create')
			this.learn(request, response.body, played.body);
		return played;
	}

	private ours(recorded: string, apiKey: string): string {
		return recorded
			.replace('${API_KEY}', apiKey)
			.replace('${PASSWORD}', apiKey)
			.replace(/^o1[89]$/, this.sandbox.database)
			.replace(/^Azure$/, 'Alster');
	}

	/** Remembers the ids of what was created, then and now. */
	private learn({ path, body }: Exchange['request'], recorded: unknown, played: unknown): void {
		const model = calledBy(path, body)?.model ?? '';
		const ours = [resultOf(played)].flat();
		[resultOf(recorded)].flat().forEach((id, at) => {
			const own = ours[at];
			if (typeof id === 'number' && typeof own === 'number') this.ids.set(`${model}:${id}`, own);
		});
	}
}

function parse(text: string): unknown {
	return JSON.parse(text);
}
