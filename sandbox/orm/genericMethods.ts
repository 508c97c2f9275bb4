import { z } from 'zod';
import { builtinError, notImplemented } from '../OdooFault';
import { checkModelAccess } from './access';
import { describeFields } from './fieldsGet';
import type { Method, MethodCall } from './Model';
import { readRecords } from './read';
import { searchIds } from './search';
import { readNested } from './specification';
import { displayName } from './valueOf';
import { createRecord, unlinkRecords, writeRecords } from './write';

const windowParameters = [
	{ name: 'offset', fallback: 0 },
	{ name: 'limit', fallback: null },
	{ name: 'order', fallback: null },
];
const pageSchema = z.object({
	offset: z.number(),
	limit: z.number().nullable(),
	count_limit: z.number().nullable(),
});
const namesSchema = z.array(z.string()).nullable();
const valuesSchema = z.record(z.unknown());
const operationSchema = z.enum(['read', 'write', 'create', 'unlink']);

/** Methods that every model has, with the names and order of their arguments in Odoo. */
export const genericMethods: Record<string, Method> = {
	search: {
		kind: 'model',
		parameters: [{ name: 'domain' }, ...windowParameters],
		run: ({ model, values, environment }) =>
			searchIds(model, values['domain'], environment, values),
	},
	search_count: {
		kind: 'model',
		parameters: [{ name: 'domain' }, { name: 'limit', fallback: null }],
		run: ({ model, values, environment }) =>
			searchIds(model, values['domain'], environment, { limit: values['limit'] }).length,
	},
	search_read: {
		kind: 'model',
		parameters: [
			{ name: 'domain', fallback: [] },
			{ name: 'fields', fallback: null },
			...windowParameters,
		],
		takesKeywords: true,
		run: searchRead,
	},
	read: {
		kind: 'records',
		parameters: [
			{ name: 'fields', fallback: null },
			{ name: 'load', fallback: '_classic_read' },
		],
		run: ({ model, ids, values, environment }) =>
			readRecords(model, ids, fieldNames(values['fields']), environment, {
				namesRelations: values['load'] === '_classic_read',
			}),
	},
	web_read: {
		kind: 'records',
		parameters: [{ name: 'specification' }],
		run: ({ model, ids, values, environment }) =>
			readNested(model, ids, values['specification'], environment),
	},
	web_search_read: {
		kind: 'model',
		parameters: [
			{ name: 'domain' },
			{ name: 'specification' },
			...windowParameters,
			{ name: 'count_limit', fallback: null },
		],
		run: webSearchRead,
	},
	create: { kind: 'model', parameters: [{ name: 'vals_list' }], run: create },
	write: {
		kind: 'records',
		parameters: [{ name: 'vals' }],
		run: ({ model, ids, values, environment }) => {
			writeRecords(model, ids, expected(valuesSchema, values['vals']), environment);
			return true;
		},
	},
	unlink: {
		kind: 'records',
		parameters: [],
		run: ({ model, ids, environment }) => {
			unlinkRecords(model, ids, environment);
			return true;
		},
	},
	fields_get: {
		kind: 'model',
		parameters: [
			{ name: 'allfields', fallback: null },
			{ name: 'attributes', fallback: null },
		],
		run: ({ model, values, environment }) =>
			describeFields(model, environment, {
				names: expected(namesSchema, values['allfields']),
				attributes: expected(namesSchema, values['attributes']),
			}),
	},
	has_access: { kind: 'records', parameters: [{ name: 'operation' }], run: hasAccess },
	name_search: {
		kind: 'model',
		parameters: [
			{ name: 'name', fallback: '' },
			{ name: 'domain', fallback: [] },
			{ name: 'operator', fallback: 'ilike' },
			{ name: 'limit', fallback: 100 },
		],
		run: nameSearch,
	},
};

/** A value from outside in the form that the sandbox knows; any other form is not covered. */
export function expected<Schema extends z.ZodTypeAny>(
	schema: Schema,
	value: unknown,
): z.infer<Schema> {
	const parsed = schema.safeParse(value);
	if (!parsed.success) throw notImplemented(`The argument ${JSON.stringify(value)}`);
	return parsed.data;
}

function fieldNames(value: unknown): string[] {
	return expected(namesSchema, value) ?? [];
}

function searchRead({ model, values, environment }: MethodCall): unknown {
	const { domain, fields, offset, limit, order, ...keywords } = values;
	const { load = '_classic_read', ...unknown } = keywords;
	const names = fieldNames(fields);
	const ids = searchIds(model, domain, environment, { offset, limit, order });
	for (const name of Object.keys(unknown)) {
		const message = `BaseModel._read_format() got an unexpected keyword argument '${name}'`;
		throw builtinError('TypeError', message);
	}
	return readRecords(model, ids, names, environment, { namesRelations: load === '_classic_read' });
}

/** Odoo counts the rest only where a page is full, and no further than it is asked to. */
function webSearchRead({ model, values, environment }: MethodCall): unknown {
	const { domain, specification, ...asked } = values;
	const { offset, limit, count_limit } = expected(pageSchema, asked);
	const ids = searchIds(model, domain, environment, asked);
	const records = readNested(model, ids, specification, environment);
	const shown = records.length === 0 ? 0 : records.length + offset;
	const isAllCounted = count_limit ? count_limit <= shown : false;
	if (!limit || records.length !== limit || isAllCounted) return { length: shown, records };
	const found = searchIds(model, domain, environment, { limit: count_limit });
	return { length: found.length, records };
}

function create({ model, values, environment }: MethodCall): number[] {
	const given = values['vals_list'];
	const list = expected(z.array(valuesSchema), Array.isArray(given) ? given : [given]);
	return list.map((one) => createRecord(model, one, environment));
}

function hasAccess({ model, ids, values, environment }: MethodCall): boolean {
	const operation = expected(operationSchema, values['operation']);
	if (!environment.isInAny(model.access[operation])) return false;
	const rows = ids.map((id) =>
		typeof id === 'number' ? environment.database.find(model.name, id) : undefined,
	);
	return rows.every((row) => !row || (model.mayTouch?.(row, environment) ?? true));
}

function nameSearch({ model, values, environment }: MethodCall): Array<[number, string]> {
	checkModelAccess(model, 'read', environment);
	const domain = expected(z.array(z.unknown()), values['domain']);
	const named = [model.nameField, values['operator'], values['name']];
	const ids = searchIds(model, [named, ...domain], environment, { limit: values['limit'] });
	return ids.map((id) => {
		const row = environment.database.find(model.name, id);
		return [id, row ? displayName(model, row, environment) : ''];
	});
}
