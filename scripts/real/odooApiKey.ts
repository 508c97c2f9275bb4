import { z } from 'zod';

/** Who wants a key, and what it is to be called in Odoo. */
export interface ApiKeyWish {
	login: string;
	password: string;
	name: string;
}

/** Days that a key of somebody who is no administrator may be valid for at most. */
const longestDays = '90';

const session = z.object({ is_system: z.boolean() });
const saved = z.tuple([z.object({ id: z.number() })]);
const passwordPrompt = z.object({ res_id: z.number() });
const keyShown = z.object({ context: z.object({ default_key: z.string() }) });

/**
 * Makes an API key the way a user does in the browser: log in, describe the key, confirm the
 * password, read the key off the last dialog. An administrator's key never expires.
 */
export async function createApiKey(
	odoo: { url: string; database: string },
	{ login, password, name }: ApiKeyWish,
): Promise<string> {
	const web = new WebSession(odoo.url);
	const authenticate = { db: odoo.database, login, password };
	const { is_system: isAdministrator } = session.parse(
		await web.post('/web/session/authenticate', authenticate),
	);

	const model = 'res.users.apikeys.description';
	const duration = isAdministrator ? '0' : longestDays;
	const [description] = saved.parse(
		await web.call(model, 'web_save', [[], { name, duration }], { specification: {} }),
	);
	const prompt = passwordPrompt.parse(await web.call(model, 'make_key', [[description.id]]));

	const check = 'res.users.identitycheck';
	await web.call(check, 'write', [[prompt.res_id], { password }]);
	const context = { password };
	const shown = await web.call(check, 'run_check', [[prompt.res_id]], { context });
	return keyShown.parse(shown).context.default_key;
}

const answer = z.object({
	result: z.unknown(),
	error: z.object({ data: z.object({ message: z.string() }) }).optional(),
});

/** A browser's session: JSON-RPC with a cookie. */
class WebSession {
	private cookie = '';

	constructor(private readonly url: string) {}

	async call(model: string, method: string, args: unknown[], kwargs = {}): Promise<unknown> {
		const path = `/web/dataset/call_kw/${model}/${method}`;
		return await this.post(path, { model, method, args, kwargs });
	}

	async post(path: string, params: unknown): Promise<unknown> {
		const response = await fetch(this.url + path, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Cookie: this.cookie },
			body: JSON.stringify({ jsonrpc: '2.0', method: 'call', params, id: 1 }),
		});
		const cookie = response.headers.getSetCookie().find((one) => one.startsWith('session_id='));
		this.cookie = cookie?.split(';')[0] ?? this.cookie;

		const { result, error } = answer.parse(await response.json());
		if (error !== undefined) throw new Error(`${path}: ${error.data.message}`);
		return result;
	}
}
