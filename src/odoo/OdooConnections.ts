import { createHash } from 'node:crypto';

import { BoundedMemory } from './BoundedMemory';
import { CircuitBreaker } from './CircuitBreaker';
import { Limiter } from './Limiter';
import type { OdooCredentials } from './OdooCredentials';
import type { OdooServer } from './transport/detectServer';

/** A two-worker Odoo answers four callers well; more of them only wait in its own queue. */
const CALLS_AT_ONCE = 4;

const BREAKER = { threshold: 5, pauseMs: 30_000 };

/** Credentials and hosts remembered at once. */
const SIZE = 200;

/** An Odoo that was upgraded meanwhile is recognised after this long. */
const SERVER_LIFETIME_MS = 15 * 60_000;

/**
 * What outlives a client. n8n makes a client for each execution; limits, circuit and the answers to
 * "which Odoo is this" and "who am I" belong to the credential and the host.
 */
export class OdooConnections {
	private readonly limiters = new BoundedMemory<Limiter>({ size: SIZE });
	private readonly breakers = new BoundedMemory<CircuitBreaker>({ size: SIZE });
	private readonly servers = new BoundedMemory<Promise<OdooServer>>({
		size: SIZE,
		lifetimeMs: SERVER_LIFETIME_MS,
	});
	private readonly userIds = new BoundedMemory<Promise<number>>({ size: SIZE });

	limiter({ url, database, login }: OdooCredentials, now: number): Limiter {
		const key = JSON.stringify([url, database, login]);
		return this.limiters.recall(key, now, () => new Limiter(CALLS_AT_ONCE));
	}

	breaker({ url }: OdooCredentials, now: number): CircuitBreaker {
		return this.breakers.recall(new URL(url).host, now, () => new CircuitBreaker(BREAKER));
	}

	/** The server behind the credential; `detect` runs once for all who ask at the same time. */
	server(
		credentials: OdooCredentials,
		now: number,
		detect: () => Promise<OdooServer>,
	): Promise<OdooServer> {
		const key = serverKey(credentials);
		return this.servers.recall(key, now, () =>
			remembered(detect(), () => this.servers.forget(key)),
		);
	}

	forgetServer(credentials: OdooCredentials): void {
		this.servers.forget(serverKey(credentials));
	}

	/** The user's id; `authenticate` costs Odoo about 350 ms, so it runs once. */
	userId(
		credentials: OdooCredentials,
		now: number,
		authenticate: () => Promise<number>,
	): Promise<number> {
		const key = userKey(credentials);
		return this.userIds.recall(key, now, () =>
			remembered(authenticate(), () => this.userIds.forget(key)),
		);
	}

	forgetUserId(credentials: OdooCredentials): void {
		this.userIds.forget(userKey(credentials));
	}
}

/** Shared by all clients of this process. */
export const odooConnections = new OdooConnections();

/** Failures are not worth remembering: the next caller asks again. */
function remembered<T>(answer: Promise<T>, forget: () => void): Promise<T> {
	answer.catch(forget);
	return answer;
}

function serverKey({ url, database }: OdooCredentials): string {
	return JSON.stringify([url, database]);
}

/** The key takes part as a digest: a wrong key must not profit from a right one, nor be kept. */
function userKey({ url, database, login, apiKey }: OdooCredentials): string {
	const digest = createHash('sha256').update(apiKey).digest('hex');
	return JSON.stringify([url, database, login, digest]);
}
