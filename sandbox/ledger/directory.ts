import type { Authority } from '../../src/domain/authority/authority';
import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import type { DirectoryUser } from '../../src/domain/case/person';
import { userError } from '../OdooFault';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { idIn, textIn } from '../orm/rowValues';
import { valueOf } from '../orm/valueOf';
import { matrixRows } from './matrixRows';
import { directoryUser, employees, membersOf } from './people';

type Found = Map<number, DirectoryUser>;

/** The users behind names, who stands in for them, and the matrix kept here when it is asked for. */
export function findUsers(
	env: Environment,
	command: CommandOf<'directory'>,
): CommandResults['directory'] {
	const rows = command.matrix ? matrixRows(env, command.area) : null;
	const found = everyoneBehind(env, namesIn(command, rows ?? []), command.record);
	noteDelegates(env, found, command.area);
	const users = [...found.values()].sort((left, right) => left.id - right.id);
	return { status: 'found', users, rows };
}

function everyoneBehind(
	env: Environment,
	{ logins, groups, fields }: Names,
	record: CommandOf<'directory'>['record'],
): Found {
	const { database } = env;
	const found: Found = new Map();
	for (const user of employees(database))
		if (logins.has(textIn(user, 'login'))) noted(env, found, user.id);
	for (const group of groups)
		for (const id of membersOf(database, group)) noted(env, found, id)?.groups.push(group);
	for (const path of fields)
		for (const id of usersAt(env, record, path)) noted(env, found, id)?.fields.push(path);
	return found;
}

type Names = Record<'logins' | 'groups' | 'fields', ReadonlySet<string>>;

/** All that is asked for, along with what the matrix names. */
function namesIn(command: CommandOf<'directory'>, rows: readonly Authority[]): Names {
	const logins = new Set(command.logins);
	const groups = new Set(command.groups);
	const fields = new Set(command.fields);
	for (const { approver, fallback } of rows) {
		for (const one of fallback ? [approver, fallback] : [approver]) {
			if (one.kind === 'user') logins.add(one.login);
			else if (one.kind === 'group') groups.add(one.group);
			else fields.add(one.field);
		}
	}
	return { logins, groups, fields };
}

function noted({ database }: Environment, found: Found, id: number): DirectoryUser | undefined {
	const user = found.get(id) ?? directoryUser(database, id, []);
	if (user) found.set(id, user);
	return user;
}

/** The users to whom a path of fields leads from a record. */
function usersAt(
	env: Environment,
	record: CommandOf<'directory'>['record'],
	path: string,
): number[] {
	if (!record) return [];
	let { model: modelName } = record;
	let ids = [record.id];
	for (const name of path.split('.')) {
		const model = env.model(modelName);
		const relation = model.fields[name]?.relation;
		if (relation === undefined)
			throw userError(`"${path}" leads to nobody: ${modelName} has no relation "${name}".`);
		ids = ids.flatMap((id) => {
			const row = env.database.find(modelName, id);
			const value = row ? valueOf(model, row, name, env) : false;
			return [value].flat().filter((one) => typeof one === 'number');
		});
		modelName = relation;
	}
	if (modelName !== 'res.users')
		throw userError(`"${path}" leads to ${modelName}, which is no user.`);
	const active = new Set(employees(env.database).map(({ id }) => id));
	return ids.filter((id) => active.has(id));
}

/** Who has handed their authority to whom for today; the delegates are found along with them. */
function noteDelegates(env: Environment, found: Found, area: string | null): void {
	let fresh = [...found.keys()];
	while (fresh.length > 0) {
		const added: number[] = [];
		for (const row of delegationsToday(env, area)) {
			const user = found.get(idIn(row, 'x_user_id') ?? 0);
			const delegateId = idIn(row, 'x_delegate_id');
			if (!user || delegateId === null || !fresh.includes(user.id)) continue;
			// The latest word counts.
			user.delegateId = delegateId;
			if (!found.has(delegateId) && noted(env, found, delegateId)) added.push(delegateId);
		}
		fresh = added;
	}
}

function delegationsToday({ database, at }: Environment, area: string | null): Row[] {
	const today = at.slice(0, 10);
	const active = new Set(employees(database).map(({ id }) => id));
	return database
		.rows('x_approval_delegation')
		.filter((row) => active.has(idIn(row, 'x_delegate_id') ?? 0))
		.filter((row) => (textIn(row, 'x_from') || today) <= today)
		.filter((row) => (textIn(row, 'x_until') || today) >= today)
		.filter((row) => (textIn(row, 'x_area') || area) === area)
		.sort((left, right) => left.id - right.id);
}
