import { accessError } from '../OdooFault';
import type { Environment } from './Environment';
import type { Row } from './Database';
import type { Field } from './fields';
import type { Model, Operation } from './Model';
import { textIn } from './rowValues';

const verbs: Record<Operation, string> = {
	read: 'access',
	write: 'modify',
	create: 'create',
	unlink: 'delete',
};

/** Refuses, in Odoo's words, what no group of the user allows on the model. */
export function checkModelAccess(model: Model, operation: Operation, env: Environment): void {
	const groups = model.access[operation];
	if (env.isInAny(groups)) return;
	throw accessError(
		`You are not allowed to ${verbs[operation]} '${model.label}' (${model.name}) records.\n\n` +
			`${allowedGroups(groups, env)}\n\n` +
			'Contact your administrator to request access if necessary.',
	);
}

/** Whether a rule lets the user touch the record. */
export function isWithinRules(model: Model, row: Row, environment: Environment): boolean {
	return environment.isSuper || (model.mayTouch?.(row, environment) ?? true);
}

/** Refuses, in Odoo's words, records that a rule keeps from the user. */
export function checkRules(
	model: Model,
	rows: Row[],
	operation: Operation,
	env: Environment,
): void {
	if (rows.every((row) => isWithinRules(model, row, env))) return;
	throw accessError(
		'Uh-oh! Looks like you have stumbled upon some top-secret records.\n\n' +
			`Sorry, ${env.userName()} (id=${env.userId}) doesn't have '${operation}' access to:\n` +
			`- ${model.label} (${model.name})\n\n` +
			'If you really, really need access, perhaps you can win over your friendly administrator ' +
			'with a batch of freshly baked cookies.',
	);
}

export function mayReadField({ groups }: Field, environment: Environment): boolean {
	return !groups || environment.isInAny(groups);
}

/** Refuses, in Odoo's words, a field that only some groups may read. */
export function checkFieldAccess(model: Model, name: string, environment: Environment): void {
	const field = model.fields[name];
	if (!field || mayReadField(field, environment)) return;
	const groups = (field.groups ?? []).map((group) => `'${groupName(group, environment)}'`);
	throw accessError(
		environment.wording.restrictedField(model, name, environment.userId, groups.join(', ')),
	);
}

function allowedGroups(groups: readonly string[], environment: Environment): string {
	if (groups.length === 0) return 'No group currently allows this operation.';
	const names = groups.map((group) => `\t- ${groupName(group, environment)}`).sort();
	return `This operation is allowed for the following groups:\n${names.join('\n')}`;
}

function groupName(externalId: string, { database }: Environment): string {
	const row = database.find('res.groups', database.idOf(externalId) ?? 0);
	return row ? textIn(row, 'full_name') : externalId;
}
