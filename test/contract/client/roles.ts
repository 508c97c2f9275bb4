import type { Exchange } from './recordings';
import { parseAuthenticate, parseExecuteKw } from './wire';

/** Which of the tests an exchange belongs to. */
export type Role = 'call' | 'authentication' | 'version' | 'refused' | 'impossible';

interface Listed {
	topic: string;
	transport: 'json2' | 'jsonrpc';
	label: string;
	role: 'refused' | 'impossible';
	reason: string;
}

/** Exchanges that our client does not take part in, each with the reason. */
export const listed: Listed[] = [
	...refused('errors', 'null id in ids is NOT rejected', 'ids are positive whole numbers'),
	...refused(
		'errors',
		'empty ids: action_confirm on an empty recordset returns true',
		'a call on no record answers true and does nothing',
	),
	...refused('errors', 'string id in ids', 'a text id finds nothing'),
	{
		topic: 'read-methods',
		transport: 'jsonrpc',
		label: 'read: bare integer id instead of list',
		role: 'refused',
		reason: 'one form is enough: ids are a list',
	},
	{
		topic: 'read-methods',
		transport: 'json2',
		label: 'read: ids given as a bare integer',
		role: 'refused',
		reason: 'one form is enough: ids are a list',
	},
	{
		topic: 'read-methods',
		transport: 'json2',
		label: '@api.model method with ids is refused',
		role: 'refused',
		reason: 'JSON-RPC would take the ids for the domain, so both transports refuse',
	},
	impossible('errors', 'jsonrpc', 'malformed JSON body', 'bodies come from JSON.stringify'),
	impossible('errors', 'jsonrpc', 'unknown service', 'only common and object are called'),
	impossible('errors', 'jsonrpc', 'missing args', 'execute_kw always gets its seven arguments'),
	impossible('errors', 'json2', 'malformed JSON body', 'bodies come from JSON.stringify'),
	impossible('errors', 'json2', 'JSON body that is a list', 'the body is an object of arguments'),
	impossible(
		'authenticate',
		'jsonrpc',
		'common.login (used by n8n built-in node)',
		'authenticate is the documented way',
	),
	impossible(
		'authenticate',
		'json2',
		'ok: bearer key, no X-Odoo-Database (single db via dbfilter)',
		'the database is always named',
	),
	impossible('authenticate', 'json2', 'no Authorization header', 'the key is always sent'),
	impossible('authenticate', 'json2', 'Basic auth', 'the key is a bearer token'),
	impossible('authenticate', 'json2', 'GET instead of POST', 'calls are POST'),
	impossible('authenticate', 'json2', 'form content type', 'calls are JSON'),
	impossible('authenticate', 'json2', 'no body at all', 'a call without arguments sends {}'),
	impossible('authenticate', 'json2', 'missing method in path', 'a call has a method'),
	impossible('version-info', 'jsonrpc', 'web version_info', 'a route of the web client'),
	impossible('version-info', 'jsonrpc', 'GET /json/version (19+ only)', '/web/version is asked'),
	impossible('version-info', 'jsonrpc', 'db.list', 'the database stands in the credential'),
];

/** @throws when an exchange is neither listed nor one that the client can make */
export function roleOf(exchange: Exchange): Role {
	const entry = listed.find((one) => isListedAs(one, exchange));
	const role = entry?.role ?? playedAs(exchange);
	if (!role) throw new Error(`${exchange.name} is neither played nor listed with a reason`);
	return role;
}

export function isListedAs({ topic, transport, label }: Listed, exchange: Exchange): boolean {
	return topic === exchange.topic && transport === exchange.transport && label === exchange.label;
}

function playedAs({ request }: Exchange): Role | undefined {
	if (parseExecuteKw(request.body)) return 'call';
	if (parseAuthenticate(request.body)) return 'authentication';
	if (request.path === '/web/version' || isVersionQuestion(request.body)) return 'version';
	return /^\/json\/2\/[^/]+\/[^/]+$/.test(request.path) ? 'call' : undefined;
}

function isVersionQuestion(body: unknown): boolean {
	return JSON.stringify(body).includes('"service":"common","method":"version"');
}

function impossible(
	topic: string,
	transport: 'json2' | 'jsonrpc',
	label: string,
	reason: string,
): Listed {
	return { topic, transport, label, role: 'impossible', reason };
}

function refused(topic: string, label: string, reason: string): Listed[] {
	return [
		{ topic, transport: 'json2', label, role: 'refused', reason },
		{ topic, transport: 'jsonrpc', label, role: 'refused', reason },
	];
}
