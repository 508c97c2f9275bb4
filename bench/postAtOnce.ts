import { request } from 'node:http';

/** The body that Odoo's own webhook action makes, by the event that the address names. */
function bodyFor(address: URL): string {
	const event = Number(address.searchParams.get('id'));
	return JSON.stringify({
		_action: 'Approval event(#NewId_0x7f2b4c)',
		_id: event,
		_model: 'x_approval_outbox',
	});
}

/**
 * Posts to all addresses at the same time, each on a connection of its own as Odoo does.
 *
 * @returns how long each answer took, in milliseconds
 */
export async function postAtOnce(addresses: readonly URL[]): Promise<number[]> {
	return await Promise.all(addresses.map(async (address) => await post(address, bodyFor(address))));
}

async function post(address: URL, body: string): Promise<number> {
	const startedAt = performance.now();
	return await new Promise((resolve, reject) => {
		const headers = { 'content-type': 'application/json', 'content-length': body.length };
		const onward = request(address, { method: 'POST', headers, agent: false }, (answer) => {
			answer.resume().once('end', () => {
				if (answer.statusCode === 200) resolve(performance.now() - startedAt);
				else reject(new Error(`${address.pathname} answered ${String(answer.statusCode)}`));
			});
		});
		onward.once('error', reject);
		onward.end(body);
	});
}
