import { builtinError } from '../OdooFault';
import { checkFieldAccess, checkModelAccess, checkRules, mayReadField } from './access';
import type { Row } from './Database';
import type { Environment } from './Environment';
import { emptyValue, type Field } from './fields';
import type { Model } from './Model';
import { displayName, valueOf } from './valueOf';

/** Fields that every model has. */
const everywhere = ['id', 'display_name'];

/**
 * Records as `read` gives them: fields as asked, many2one as id and name.
 *
 * Ids that lead nowhere are left out, and `null` gives a record that does not exist: both are what
 * Odoo does.
 */
export function readRecords(
	model: Model,
	ids: readonly unknown[],
	fields: readonly string[],
	environment: Environment,
	{ namesRelations = true } = {},
): Array<Record<string, unknown>> {
	const names = fields.length > 0 ? fields : readableFields(model, environment);
	checkReadable(model, names, environment);
	const rows = existingRows(model, ids, environment);
	checkRules(model, rows, 'read', environment);
	if (ids.includes(null)) return [unsavedRecord(model, names, environment)];
	return rows.map((row) => {
		const entries = names.map((name) => {
			const value = fieldValue(model, row, name, environment);
			return [name, namesRelations ? named(model.fields[name], value, environment) : value];
		});
		return { id: row.id, ...Object.fromEntries(entries) };
	});
}

/** Refuses fields that are unknown or not for the user, before any record is looked at. */
export function checkReadable(model: Model, names: readonly string[], env: Environment): void {
	for (const name of names) {
		if (!everywhere.includes(name) && !model.fields[name])
			throw builtinError('ValueError', env.wording.unknownReadField(model.name, name));
	}
	checkModelAccess(model, 'read', env);
	for (const name of names) checkFieldAccess(model, name, env);
}

export function existingRows(model: Model, ids: readonly unknown[], env: Environment): Row[] {
	return ids
		.map((id) => (typeof id === 'number' ? env.database.find(model.name, id) : undefined))
		.filter((row) => row !== undefined);
}

export function fieldValue(model: Model, row: Row, name: string, env: Environment): unknown {
	if (name === 'display_name') return displayName(model, row, env);
	return valueOf(model, row, name, env);
}

function readableFields(model: Model, environment: Environment): string[] {
	return Object.entries(model.fields)
		.filter(([, field]) => mayReadField(field, environment))
		.map(([name]) => name);
}

function named(field: Field | undefined, value: unknown, environment: Environment): unknown {
	if (field?.type !== 'many2one' || typeof value !== 'number') return value;
	const related = environment.model(field.relation ?? '');
	const row = environment.database.find(related.name, value);
	return row ? [value, displayName(related, row, environment)] : false;
}

function unsavedRecord(model: Model, names: readonly string[], environment: Environment) {
	const entries = names.map((name) => {
		const field = model.fields[name];
		if (!field) return [name, false];
		return [name, field.initial ? field.initial(environment) : emptyValue(field)];
	});
	return { id: null, ...Object.fromEntries(entries) };
}
