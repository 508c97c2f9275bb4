import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** Methods of Odoo that are called during some work, in order; finding out the version is left out. */
export async function watchingCalls<T>(
	work: () => Promise<T>,
): Promise<{ calls: string[]; result: T }> {
	const calls: string[] = [];
	const note = (message: unknown) => {
		const { request } = message as { request: ClientRequest };
		const [, call] = /\/json\/2\/(.*)$/.exec(request.path) ?? [];
		if (call !== undefined) calls.push(call);
	};
	subscribe('http.client.request.start', note);
	try {
		return { result: await work(), calls };
	} finally {
		unsubscribe('http.client.request.start', note);
	}
}
