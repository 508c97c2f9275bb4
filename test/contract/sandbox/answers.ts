import { z } from 'zod';

const faultSchema = z.object({
	name: z.string(),
	message: z.string(),
	arguments: z.array(z.unknown()),
	context: z.record(z.unknown()),
	debug: z.string(),
});
const rpcFaultSchema = z.object({
	jsonrpc: z.literal('2.0'),
	id: z.unknown(),
	error: z.object({ code: z.number(), message: z.string(), data: faultSchema }),
});
const rpcResultSchema = z.object({
	jsonrpc: z.literal('2.0'),
	id: z.unknown(),
	result: z.unknown(),
});

export interface Fault {
	/** Of the envelope; `null` on JSON-2. */
	code: number | null;
	name: string;
	words: string;
	/** How many arguments the exception has. */
	arguments: number;
}

/** The refusal in an answer of either protocol, without what belongs to one database only. */
export function faultOf(body: unknown): Fault | null {
	const rpc = rpcFaultSchema.safeParse(body);
	const flat = faultSchema.safeParse(rpc.success ? rpc.data.error.data : body);
	if (!flat.success) return null;
	return {
		code: rpc.success ? rpc.data.error.code : null,
		name: flat.data.name,
		words: wordsOf(flat.data.message),
		arguments: flat.data.arguments.length,
	};
}

/** The result in an answer of either protocol; `undefined` where JSON-RPC leaves it out. */
export function resultOf(body: unknown): unknown {
	const rpc = rpcResultSchema.safeParse(body);
	return rpc.success ? rpc.data.result : body;
}

/** What these hold is the same in every database. */
const telling = new Set([
	'delivery_status',
	'invoice_status',
	'locked',
	'readonly',
	'relation',
	'required',
	'res_model',
	'selection',
	'sortable',
	'state',
	'store',
	'string',
	'type',
]);

/** What kind of value it is, all the way down; a list is like its first element. */
export function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
	if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [
			key,
			telling.has(key) ? member : shapeOf(member),
		]),
	);
}

/** Odoo's words without the names, ids and groups of the database that they came from. */
function wordsOf(message: string): string {
	return message
		.replace(/\t- [^\n]*\n/g, '')
		.replace(/Sorry, .* \(id=\d+\)/, 'Sorry, somebody')
		.replace(/User: \d+/, 'User: n')
		.replace(/\(\d+,\)/, '(n,)')
		.replace(/allowed for groups [^)\n]*/, 'allowed for groups …')
		.replace(/server at "[^"]*"/, 'server at …');
}
