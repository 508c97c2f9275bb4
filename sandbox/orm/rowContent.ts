import { builtinError, validationError } from '../OdooFault';
import type { Row } from './Database';
import type { Environment } from './Environment';
import { emptyValue } from './fields';
import type { Model } from './Model';
import { parseValue } from './parseValue';
import { linkedIds } from './relationCommands';

export type Values = Readonly<Record<string, unknown>>;

/** Parts what is stored in the row from commands that concern its lines. */
export function splitValues(model: Model, values: Values, row: Values, environment: Environment) {
	const stored: Record<string, unknown> = {};
	const lines: Array<[string, unknown]> = [];
	for (const [name, value] of Object.entries(values)) {
		const field = model.fields[name];
		if (!field)
			throw builtinError('ValueError', environment.wording.unknownWrittenField(model.name, name));
		if (field.type === 'one2many') lines.push([name, value]);
		else if (field.type === 'many2many')
			stored[name] = linkedIds(row[name], value, environment, field);
		else stored[name] = parseValue(model, name, field, value, environment);
	}
	return { stored, lines };
}

/** What a new record holds in the fields that were not given. */
export function initialValues(model: Model, given: Values, environment: Environment): Values {
	const open = Object.entries(model.fields).filter(
		([name, field]) => !(name in given) && !field.compute && field.type !== 'one2many',
	);
	return Object.fromEntries(
		open.map(([name, field]) => [name, field.initial?.(environment) ?? emptyValue(field)]),
	);
}

/** Refuses a record that lacks a mandatory value or breaks a constraint. */
export function checkComplete(model: Model, row: Row, environment: Environment): void {
	for (const [name, field] of Object.entries(model.fields)) {
		if (!field.required || row[name] !== false) continue;
		const words = environment.wording.mandatoryField(model, { name, label: field.label });
		throw validationError(words);
	}
	const refusal = model.constraint?.(row, environment);
	if (refusal) throw validationError(refusal);
}
