import type { OdooCall } from '../OdooCall';

/**
 * Arguments that JSON-RPC must pass by position, in order. Their names differ between Odoo's
 * versions, or between the overrides of one method: `write` calls its values `vals`, `values` or
 * `data`, `name_search` its domain `args` or `domain`. What is not listed goes by name.
 */
const POSITIONAL = new Map<string, readonly string[]>([
	['check_access_rights', ['operation']],
	['create', ['vals_list']],
	['default_get', ['fields']],
	['fields_get', ['allfields']],
	['has_access', ['operation']],
	['load', ['fields', 'data']],
	['name_search', ['name', 'domain']],
	['read_group', ['domain', 'fields', 'groupby']],
	['search', ['domain']],
	['search_count', ['domain']],
	['search_read', ['domain']],
	['web_save', ['vals']],
	['write', ['vals']],
]);

/** What a leading argument is when the caller left it out but gave a later one. */
const LEFT_OUT = new Map<string, unknown>([['name', '']]);

export interface ArrangedArguments {
	positional: unknown[];
	named: Record<string, unknown>;
}

/** Named arguments as `execute_kw` takes them: ids first, then by position, then by name. */
export function arrangeArguments({ method, args }: OdooCall): ArrangedArguments {
	const { ids, ...rest } = args;
	const named = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));

	const positional: unknown[] = ids === undefined ? [] : [ids];
	for (const name of leadingNames(method, named)) {
		positional.push(name in named ? named[name] : LEFT_OUT.get(name));
		delete named[name];
	}
	return { positional, named };
}

/** The listed names up to the last one given; a gap can only be filled by a known value. */
function leadingNames(method: string, named: Record<string, unknown>): readonly string[] {
	const names = POSITIONAL.get(method) ?? [];
	const last = names.findLastIndex((name) => name in named);
	const leading = names.slice(0, last + 1);
	const gap = leading.findIndex((name) => !(name in named) && !LEFT_OUT.has(name));
	return gap < 0 ? leading : leading.slice(0, gap);
}
