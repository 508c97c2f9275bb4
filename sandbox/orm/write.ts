import { missingError, notImplemented } from '../OdooFault';
import { checkModelAccess, checkRules } from './access';
import type { Row } from './Database';
import type { Environment } from './Environment';
import { odooDateTime } from './instants';
import type { Model } from './Model';
import { parseCommands } from './relationCommands';
import { checkComplete, initialValues, splitValues, type Values } from './rowContent';

/** Creates one record and returns its id. */
export function createRecord(model: Model, values: Values, environment: Environment): number {
	checkModelAccess(model, 'create', environment);
	const { stored, lines } = splitValues(model, values, {}, environment);
	const stamp = odooDateTime(environment.at);
	const row = environment.database.insert(model.name, {
		...initialValues(model, values, environment),
		...stored,
		create_uid: environment.userId,
		write_uid: environment.userId,
		create_date: stamp,
		write_date: stamp,
	});
	checkComplete(model, row, environment);
	checkRules(model, [row], 'create', environment);
	for (const [name, commands] of lines) applyLines(model, row.id, name, commands, environment);
	model.afterCreate?.(row.id, environment, values);
	return row.id;
}

/** Writes the same values to each record. */
export function writeRecords(
	model: Model,
	ids: readonly unknown[],
	values: Values,
	environment: Environment,
): void {
	checkModelAccess(model, 'write', environment);
	const rows = rowsToChange(model, ids, environment);
	checkRules(model, rows, 'write', environment);
	for (const row of rows) {
		const { stored, lines } = splitValues(model, values, row, environment);
		environment.database.update(model.name, row.id, {
			...stored,
			write_uid: environment.userId,
			write_date: odooDateTime(environment.at),
		});
		const written = environment.database.find(model.name, row.id);
		if (written) checkComplete(model, written, environment);
		for (const [name, commands] of lines) applyLines(model, row.id, name, commands, environment);
	}
}

/** Deletes records with the lines that belong to them. */
export function unlinkRecords(
	model: Model,
	ids: readonly unknown[],
	environment: Environment,
): void {
	model.guardUnlink?.();
	checkModelAccess(model, 'unlink', environment);
	const rows = rowsToChange(model, ids, environment);
	checkRules(model, rows, 'unlink', environment);
	for (const row of rows) {
		model.beforeUnlink?.(row, environment);
		for (const { type, relation = '', inverse = '' } of Object.values(model.fields)) {
			if (type !== 'one2many') continue;
			const lines = lineIds(environment.model(relation), inverse, row.id, environment);
			for (const line of lines) environment.database.remove(relation, line);
		}
		environment.database.remove(model.name, row.id);
	}
}

/**
 * The records behind ids that are going to be changed.
 *
 * @throws {OdooFault} one of them does not exist
 */
export function rowsToChange(
	model: Model,
	ids: readonly unknown[],
	environment: Environment,
): Row[] {
	return ids.map((id) => {
		if (typeof id !== 'number')
			throw notImplemented(`Changing ${model.name} ${JSON.stringify(id)}`);
		const row = environment.database.find(model.name, id);
		if (!row) throw missingError(model.name, id, environment.userId);
		return row;
	});
}

/** Carries out Odoo's commands on the lines of a record: 0 create, 1 write, 2 delete, 5 delete all. */
function applyLines(
	model: Model,
	id: number,
	name: string,
	commands: unknown,
	env: Environment,
): void {
	const { relation = '', inverse = '' } = model.fields[name] ?? {};
	const lines = env.model(relation);
	for (const command of parseCommands(commands, `${model.name}.${name}`)) {
		if (command[0] === 0) createRecord(lines, { ...command[2], [inverse]: id }, env);
		else if (command[0] === 1) writeRecords(lines, [command[1]], command[2], env);
		else if (command[0] === 2) unlinkRecords(lines, [command[1]], env);
		else if (command[0] === 5) unlinkRecords(lines, lineIds(lines, inverse, id, env), env);
		else throw notImplemented(`Command ${command[0]} on ${model.name}.${name}`);
	}
}

function lineIds(lines: Model, inverse: string, id: number, environment: Environment): number[] {
	const rows = environment.database.rows(lines.name).filter((row) => row[inverse] === id);
	return rows.map((row) => row.id);
}
