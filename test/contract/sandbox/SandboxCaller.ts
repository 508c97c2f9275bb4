import { z } from 'zod';

import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/startSandbox';

type Login = keyof Sandbox['users'];

/** Calls a sandbox as plainly as can be: JSON-2 by `fetch`, nothing of our client in between. */
export class SandboxCaller {
	private constructor(readonly sandbox: Sandbox) {}

	static async start(options: SandboxOptions = {}): Promise<SandboxCaller> {
		return new SandboxCaller(await startSandbox({ redeliveryIntervalMs: 0, ...options }));
	}

	async post(
		login: Login,
		model: string,
		method: string,
		body: object,
	): Promise<{ status: number; body: unknown }> {
		const { url, users } = this.sandbox;
		const response = await fetch(`${url}/json/2/${model}/${method}`, {
			method: 'POST',
			headers: {
				Authorization: `bearer ${users[login].apiKey}`,
				'Content-Type': 'application/json',
			},
			body: JSON.stringify(body),
		});
		return { status: response.status, body: await response.json() };
	}

	/** The result of a call that has to succeed. */
	async call(login: Login, model: string, method: string, body: object): Promise<unknown> {
		const answer = await this.post(login, model, method, body);
		if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
		return answer.body;
	}

	/** A quotation of Sofia's with one line of cable; returns its id. */
	async quotation(line: object = {}): Promise<number> {
		const lines = [[0, 0, { product_id: 1, product_uom_qty: 2, ...line }]];
		const values = { partner_id: 12, order_line: lines };
		const ids = await this.call('sofia', 'sale.order', 'create', { vals_list: [values] });
		return z.tuple([z.number()]).parse(ids)[0];
	}

	async stop(): Promise<void> {
		await this.sandbox.stop();
	}
}
