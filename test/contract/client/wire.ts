import { z } from 'zod';

import type { OdooArguments } from '../../../src/odoo/OdooCall';
import type { Exchange } from './recordings';

/**
 * What Odoo understands from a request, whatever its arrangement. JSON-RPC accepts an argument by
 * position or by name; the recorder sometimes chose the other way than our client does. Both
 * requests are brought into this form by Odoo's own signatures before they are compared.
 */
export interface Understood {
	model: string;
	method: string;
	/** Empty for JSON-2, which takes the user from the key. */
	userId: number | undefined;
	args: OdooArguments;
}

const executeKw = z.object({
	jsonrpc: z.literal('2.0'),
	method: z.literal('call'),
	id: z.number(),
	params: z.object({
		service: z.literal('object'),
		method: z.literal('execute_kw'),
		args: z
			.tuple([z.string(), z.number(), z.string(), z.string(), z.string()])
			.rest(z.union([z.array(z.unknown()), z.record(z.unknown())])),
	}),
});

const authenticate = z.object({
	params: z.object({
		service: z.literal('common'),
		method: z.literal('authenticate'),
		args: z.tuple([z.string(), z.string(), z.string(), z.object({})]),
	}),
});

const record = z.record(z.unknown());

/** Deliberately loose: recorded ids may be nonsense, which the client has to refuse. */
const looseArguments = z.custom<OdooArguments>((value) => record.safeParse(value).success);

/** Odoo's methods of the model, marked `@api.model` in its source; the others take ids first. */
const MODEL_METHODS = new Set([
	'check_access_rights',
	'context_get',
	'create',
	'default_get',
	'fields_get',
	'formatted_read_group',
	'get_param',
	'load',
	'name_search',
	'read_group',
	'search',
	'search_count',
	'search_read',
]);

/** Parameters after the ids as Odoo 19 names them, for the methods that are called by position. */
const SIGNATURES: Record<string, string[]> = {
	check_access: ['operation'],
	check_access_rights: ['operation', 'raise_exception'],
	create: ['vals_list'],
	default_get: ['fields'],
	fields_get: ['allfields', 'attributes'],
	formatted_read_group: ['domain', 'groupby', 'aggregates'],
	has_access: ['operation'],
	load: ['fields', 'data'],
	name_search: ['name', 'domain', 'operator', 'limit'],
	read_group: ['domain', 'fields', 'groupby'],
	search: ['domain', 'offset', 'limit', 'order'],
	search_count: ['domain', 'limit'],
	search_read: ['domain', 'fields', 'offset', 'limit', 'order'],
	web_save: ['vals', 'specification'],
	write: ['vals'],
};

/** Names that a keyword must not use before Odoo 19: the version, or an override, has another. */
const NOT_A_KEYWORD_BEFORE_19: Record<string, string[]> = {
	create: ['vals_list'],
	default_get: ['fields'],
	name_search: ['domain'],
	write: ['vals'],
};

export function parseExecuteKw(body: unknown) {
	const parsed = executeKw.safeParse(body);
	return parsed.success ? parsed.data.params.args : undefined;
}

export function parseAuthenticate(body: unknown) {
	const parsed = authenticate.safeParse(body);
	if (!parsed.success) return undefined;
	const [database, login, apiKey] = parsed.data.params.args;
	return { database, login, apiKey };
}

/** @throws when the request is no call of a method, or uses a keyword which that Odoo has not */
export function understand(
	{ odoo }: Exchange,
	request: { path: string; body?: unknown },
): Understood {
	const [model, method] = request.path.replace('/json/2/', '').split('/');
	if (request.path !== '/jsonrpc') {
		if (!model || !method) throw new Error(`${request.path} names no method`);
		return { model, method, userId: undefined, args: looseArguments.parse(request.body) };
	}
	return understandJsonRpc(odoo, request.body);
}

function understandJsonRpc(odoo: number, body: unknown): Understood {
	const args = parseExecuteKw(body);
	if (!args) throw new Error('no execute_kw');

	const [, userId, , model, method, positional = [], keywords = {}] = args;
	const [ids, values] = splitIds(method, z.array(z.unknown()).parse(positional));
	const names = SIGNATURES[method] ?? [];
	const byPosition = values.map((value, index) => {
		const name = names[index];
		if (name === undefined) throw new Error(`${method} has no positional argument ${index}`);
		return [name, value];
	});
	const named = record.parse(keywords);
	for (const name of (odoo < 19 && NOT_A_KEYWORD_BEFORE_19[method]) || []) {
		if (name in named) throw new Error(`Odoo ${odoo} has no keyword ${name} in ${method}`);
	}
	return {
		model,
		method,
		userId,
		args: looseArguments.parse({ ...ids, ...Object.fromEntries(byPosition), ...named }),
	};
}

function splitIds(method: string, positional: unknown[]): [{ ids?: unknown }, unknown[]] {
	const [ids, ...values] = positional;
	return MODEL_METHODS.has(method) || positional.length === 0
		? [{}, positional]
		: [{ ids }, values];
}
