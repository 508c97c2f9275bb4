import { builtinError, missingError, notImplemented } from '../OdooFault';
import type { Environment } from './Environment';
import type { Field, FieldType } from './fields';
import type { Model } from './Model';
import { pythonLiteral } from './pythonLiteral';

type Parser = (value: unknown, field: Field, where: string, environment: Environment) => unknown;

const dateTimePattern = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/;

const parsers: Partial<Record<FieldType, Parser>> = {
	boolean: (value) => Boolean(value),
	char: text,
	text,
	html: text,
	float: number,
	integer: number,
	monetary: number,
	json: (value) => value,
	date: text,
	datetime: dateTime,
	selection,
	many2one,
};

/**
 * A value as it is stored. What cannot be stored is refused as Odoo refuses it.
 *
 * @throws {OdooFault}
 */
export function parseValue(
	model: Model,
	name: string,
	field: Field,
	value: unknown,
	environment: Environment,
): unknown {
	const parser = parsers[field.type];
	if (!parser || field.compute) throw notImplemented(`Writing ${model.name}.${name}`);
	return parser(value, field, `${model.name}.${name}`, environment);
}

function text(value: unknown, _field: Field, where: string): unknown {
	if (typeof value === 'string') return value === '' ? false : value;
	if (value === false || value === null) return false;
	throw notImplemented(`Writing ${JSON.stringify(value)} to ${where}`);
}

function number(value: unknown, _field: Field, where: string): unknown {
	if (typeof value === 'number') return value;
	if (value === false || value === null) return 0;
	throw notImplemented(`Writing ${JSON.stringify(value)} to ${where}`);
}

/** Odoo takes no ISO 8601: neither the `T` nor a zone. */
function dateTime(value: unknown, field: Field, where: string): unknown {
	const given = text(value, field, where);
	if (typeof given !== 'string') return given;
	if (!dateTimePattern.test(given)) {
		const expected = "does not match format '%Y-%m-%d %H:%M:%S'";
		throw builtinError('ValueError', `time data '${given}' ${expected}`);
	}
	const rest = given.slice(19);
	if (rest) throw builtinError('ValueError', `unconverted data remains: ${rest}`);
	return given;
}

function selection(value: unknown, field: Field, where: string): unknown {
	if (value === false || value === null) return false;
	if (field.selection?.some(([known]) => known === value)) return value;
	throw builtinError('ValueError', `Wrong value for ${where}: ${pythonLiteral(value)}`);
}

/** Anything that is no id empties the field, which a required field then refuses. */
function many2one(value: unknown, field: Field, _where: string, environment: Environment): unknown {
	if (typeof value !== 'number') return false;
	const relation = field.relation ?? '';
	if (environment.database.find(relation, value)) return value;
	throw missingError(relation, value, environment.userId);
}
