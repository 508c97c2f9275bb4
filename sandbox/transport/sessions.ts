import { z } from 'zod';
import type { Database, Row } from '../orm/Database';
import { Environment, type Server } from '../orm/Environment';

const contextSchema = z.record(z.unknown());

/** Somebody's call: as whom, and in which context. */
export function environmentOf(server: Server, userId: number, context: unknown): Environment {
	const parsed = contextSchema.safeParse(context ?? {});
	return new Environment(server, userId, parsed.success ? parsed.data : {});
}

/** The user that an API key belongs to. */
export function userWithKey({ database }: Server, key: string): Row | undefined {
	return activeUsers(database).find((user) => user['sandbox_api_key'] === key);
}

/** The user behind a login with a password; an API key does as one. */
export function userWithPassword(
	{ database }: Server,
	login: string,
	secret: string,
): Row | undefined {
	const user = activeUsers(database).find((one) => one['login'] === login);
	return user && isSecretOf(user, secret) ? user : undefined;
}

export function isSecretOf(user: Row, secret: string): boolean {
	return user['sandbox_api_key'] === secret || user['sandbox_password'] === secret;
}

function activeUsers(database: Database): Row[] {
	return database.rows('res.users').filter((user) => user['active'] !== false);
}
