import { z } from 'zod';

const rpcSchema = z.object({
	params: z.object({
		service: z.literal('object'),
		args: z.tuple([z.string(), z.number(), z.string(), z.string(), z.string()]).rest(z.unknown()),
	}),
});
const namedSchema = z.record(z.unknown());
const idsSchema = z.array(z.number());
const path = /^\/json\/2\/([^/]+)\/([^/]+)$/;

/** A recorded request with other texts, and with other ids where it names records. */
export interface Changes {
	text(recorded: string): string;
	userId(recorded: number): number;
	recordId(model: string, recorded: number): number;
}

/** What a request calls, or `null` when it is no call of a method. */
export function calledBy(url: string, body: unknown): { model: string; method: string } | null {
	const [, model, method] = path.exec(url) ?? [];
	if (model && method) return { model, method };
	const rpc = rpcSchema.safeParse(body);
	return rpc.success ? { model: rpc.data.params.args[3], method: rpc.data.params.args[4] } : null;
}

/** The body with the changes made. */
export function changeBody(url: string, body: unknown, changes: Changes): unknown {
	const texts = changeTexts(body, changes);
	const called = calledBy(url, body);
	if (!called) return texts;
	const changeIds = (ids: unknown): unknown => {
		const parsed = idsSchema.safeParse(ids);
		return parsed.success ? parsed.data.map((id) => changes.recordId(called.model, id)) : ids;
	};
	const rpc = rpcSchema.safeParse(texts);
	if (rpc.success) {
		const [database, userId, secret, model, method, ...rest] = rpc.data.params.args;
		const [positional, named = {}] = rest;
		const args = Array.isArray(positional)
			? positional.map((one, at) => (at === 0 ? changeIds(one) : one))
			: [];
		const called = [database, changes.userId(userId), secret, model, method, args, named];
		const params = { service: 'object', method: 'execute_kw', args: called };
		return { jsonrpc: '2.0', method: 'call', params, id: 1 };
	}
	const named = namedSchema.safeParse(texts);
	return named.success && 'ids' in named.data
		? { ...named.data, ids: changeIds(named.data['ids']) }
		: texts;
}

function changeTexts(value: unknown, changes: Changes): unknown {
	if (typeof value === 'string') return changes.text(value);
	if (Array.isArray(value)) return value.map((one) => changeTexts(one, changes));
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [key, changeTexts(member, changes)]),
	);
}
