import { z } from 'zod';
import { callMethod, type Dialect } from '../callMethod';
import {
	accessDenied,
	builtinError,
	missingError,
	notImplemented,
	OdooFault,
	userError,
} from '../OdooFault';
import { bindPositional } from '../orm/bindArguments';
import type { Server } from '../orm/Environment';
import { html, json, type Answer, type Request } from './Answer';
import { flatFault } from './flatFault';
import { environmentOf, isSecretOf, userWithPassword } from './sessions';
import { serverVersion } from './version';

const callSchema = z.object({
	id: z.unknown().optional(),
	params: z.object({
		service: z.string(),
		method: z.string(),
		args: z.array(z.unknown()).default([]),
	}),
});

const credentialsSchema = z.tuple([z.string(), z.string(), z.string()]).rest(z.unknown());
const executeSchema = z
	.tuple([z.string(), z.number(), z.string(), z.string(), z.string()])
	.rest(z.unknown());
const argumentsSchema = z.tuple([
	z.array(z.unknown()).default([]),
	z.record(z.unknown()).default({}),
]);

type Call = z.infer<typeof callSchema>['params'];

/** `POST /jsonrpc`: status 200 for whatever happens, with a result, an error, or nothing for None. */
export function answerJsonRpc(server: Server, database: string, { body }: Request): Answer {
	const parsed = callSchema.safeParse(parseJson(body));
	if (!parsed.success) return html(400, 'Invalid JSON data');
	const { id = null, params } = parsed.data;
	const envelope = { jsonrpc: '2.0', id };
	try {
		const result = serve(server, database, params);
		return json(200, result === null || result === undefined ? envelope : { ...envelope, result });
	} catch (error) {
		if (!(error instanceof OdooFault)) throw error;
		return json(200, { ...envelope, error: nestedFault(error, server) });
	}
}

function serve(server: Server, database: string, { service, method, args }: Call): unknown {
	if (service === 'common') return serveCommon(server, database, method, args);
	if (service === 'object') return execute(server, database, args);
	if (service === 'db') throw notImplemented('The service db');
	throw builtinError('KeyError', service);
}

function serveCommon(server: Server, database: string, method: string, args: unknown[]): unknown {
	if (method === 'version') return serverVersion(server.version);
	const parsed = credentialsSchema.safeParse(args);
	if (!parsed.success || !['authenticate', 'login'].includes(method))
		throw builtinError('AttributeError', method);
	const [name, login, secret] = parsed.data;
	checkDatabase(name, database);
	return userWithPassword(server, login, secret)?.id ?? false;
}

function execute(server: Server, database: string, args: unknown[]): unknown {
	const parsed = executeSchema.safeParse(args);
	if (!parsed.success) {
		const { name, message } = server.wording.tooFewArguments;
		throw builtinError(name, message);
	}
	const [name, userId, secret, model, method, ...rest] = parsed.data;
	checkDatabase(name, database);
	const user = server.database.find('res.users', userId);
	if (!user) throw missingError('res.users', userId, userId);
	if (!isSecretOf(user, secret)) throw accessDenied();

	const [positional, { context, ...named }] = argumentsSchema.parse([rest[0], rest[1]]);
	const dialect: Dialect = {
		unknownModel: (unknown) => userError(`Object ${unknown} doesn't exist`),
		unknownMethod: (where, unknown) =>
			builtinError('AttributeError', server.wording.unknownMethod(where, unknown)),
		bind: (where, found) => bindPositional(where, found, positional, named),
	};
	const result = callMethod(environmentOf(server, userId, context), model, method, dialect);
	return method === 'create' ? created(result, positional[0] ?? named['vals_list']) : result;
}

/** One set of values gives one id, a list of them a list. */
function created(ids: unknown, values: unknown): unknown {
	return Array.isArray(ids) && !Array.isArray(values) ? ids[0] : ids;
}

function checkDatabase(asked: string, database: string): void {
	if (asked === database) return;
	const message = `connection to server at "sandbox", port 5432 failed: FATAL:  database "${asked}" does not exist\n`;
	throw new OdooFault('psycopg2.OperationalError', message, 500);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function nestedFault(fault: OdooFault, { version }: Server) {
	return {
		// It says nothing, and not even the same in every version.
		code: version === 18 ? 200 : 0,
		message: 'Odoo Server Error',
		data: flatFault(fault),
	};
}
