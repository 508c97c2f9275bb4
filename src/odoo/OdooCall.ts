import { OdooRequestError } from './errors';

/**
 * Arguments of a call, all by name, as Odoo 19 names them. `ids` are the records the method runs on
 * and `context` is Odoo's context; both are reserved in every version.
 */
export interface OdooArguments {
	ids?: readonly number[];
	context?: Record<string, unknown>;
	[name: string]: unknown;
}

export interface OdooCall {
	model: string;
	method: string;
	args: OdooArguments;
}

/** Methods of the model itself, which take no ids, and only read. */
const MODEL_READS = new Set([
	'check_access_rights',
	'context_get',
	'default_get',
	'fields_get',
	'formatted_read_group',
	'get_param',
	'name_search',
	'read_group',
	'search',
	'search_count',
	'search_read',
	'web_search_read',
]);

const MODEL_WRITES = new Set(['create', 'load']);

const RECORD_READS = new Set(['export_data', 'has_access', 'has_group', 'read', 'web_read']);

const RECORD_WRITES = new Set([
	'activity_schedule',
	'copy',
	'message_post',
	'message_subscribe',
	'message_unsubscribe',
	'run',
	'unlink',
	'web_save',
	'write',
]);

/** What people press: a call without ids would answer `true` and do nothing. */
const BUTTON = /^(action|button)_/;

export function callName({ model, method }: OdooCall): string {
	return `${model}.${method}`;
}

/** Whether a method only reads, so that repeating it after a lost answer changes nothing. */
export function isRead(method: string): boolean {
	return MODEL_READS.has(method) || RECORD_READS.has(method);
}

/** Whether a method belongs to the model, so that its first positional argument is not the ids. */
export function isModelMethod(method: string): boolean {
	return MODEL_READS.has(method) || MODEL_WRITES.has(method);
}

/**
 * Refuses what Odoo would accept in silence: `action_confirm` on no record answers `true`, `read`
 * of `null` answers a made-up record, a text id finds nothing.
 *
 * @throws {OdooRequestError} names that could not be Odoo's, ids that are not positive whole
 * numbers, no ids where records are needed, ids where none belong
 */
export function assertCall(call: OdooCall): void {
	const { model, method, args } = call;
	if (!/^[A-Za-z_][\w.]*$/.test(model)) throw refusal(call, `"${model}" is not a model name`);
	if (!/^[A-Za-z_]\w*$/.test(method)) throw refusal(call, `"${method}" is not a method name`);

	if (args.ids === undefined) {
		if (needsIds(method)) throw refusal(call, 'the ids of the records are missing');
		return;
	}
	if (isModelMethod(method))
		throw refusal(call, 'this method belongs to the model and takes no ids');
	assertIds(call, args.ids);
}

function assertIds(call: OdooCall, ids: unknown): void {
	if (!Array.isArray(ids)) throw refusal(call, 'ids must be a list');
	if (ids.length === 0) throw refusal(call, 'the list of ids is empty');
	const unfit = ids.findIndex((id) => !Number.isSafeInteger(id) || id <= 0);
	if (unfit >= 0) {
		throw refusal(
			call,
			`${JSON.stringify(ids[unfit])} is not an id: ids are positive whole numbers`,
		);
	}
}

function needsIds(method: string): boolean {
	return RECORD_READS.has(method) || RECORD_WRITES.has(method) || BUTTON.test(method);
}

function refusal(call: OdooCall, reason: string): OdooRequestError {
	return new OdooRequestError(callName(call), `Not sent to Odoo: ${reason}`);
}
