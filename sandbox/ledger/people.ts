import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import type { DirectoryUser, Person } from '../../src/domain/case/person';
import { userError } from '../OdooFault';
import type { Database, Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { groupsOf } from '../orm/groupsOf';
import { textIn } from '../orm/rowValues';

export function directoryUser(
	database: Database,
	id: number,
	groups: string[],
): DirectoryUser | undefined {
	const user = database.find('res.users', id);
	return (
		user && {
			id,
			name: textIn(user, 'name'),
			login: textIn(user, 'login'),
			email: textIn(user, 'email'),
			timeZone: textIn(user, 'tz'),
			language: textIn(user, 'lang'),
			groups,
		}
	);
}

export function personOf({ database }: Environment, id: number): Person {
	const user = database.find('res.users', id);
	if (!user) throw userError(`There is no user ${id}.`);
	return { id, name: textIn(user, 'name') };
}

/** Ids of the users in a group, also of those who are in it by another group. */
export function membersOf(database: Database, group: string): number[] {
	const id = database.idOf(group);
	if (id === undefined) throw userError(`There is no group "${group}" in Odoo.`);
	return employees(database)
		.filter((user) => groupsOf(database, user).includes(id))
		.map((user) => user.id);
}

/** The users behind logins and groups, each with the groups (of those asked for) they are in. */
export function findUsers(
	{ database }: Environment,
	{ logins, groups }: CommandOf<'directory'>,
): CommandResults['directory'] {
	const members = groups.map((group) => ({ group, ids: membersOf(database, group) }));
	const users = employees(database).flatMap((user) => {
		const among = members.filter(({ ids }) => ids.includes(user.id)).map(({ group }) => group);
		const isWanted = among.length > 0 || logins.includes(textIn(user, 'login'));
		return isWanted ? (directoryUser(database, user.id, among) ?? []) : [];
	});
	return { status: 'found', users };
}

function employees(database: Database): Row[] {
	return database
		.rows('res.users')
		.filter((user) => user['active'] !== false && user['share'] !== true)
		.sort((left, right) => left.id - right.id);
}
