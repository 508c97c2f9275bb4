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
			fields: [],
			awayUntil: null,
			delegateId: null,
		}
	);
}

export function personOf({ database }: Environment, id: number): Person {
	const person = personIn(database, id);
	if (!person) throw userError(`There is no user ${id}.`);
	return person;
}

export function personIn(database: Database, id: number): Person | null {
	const user = database.find('res.users', id);
	return user ? { id, name: textIn(user, 'name') } : null;
}

/** Ids of the users in a group, also of those who are in it by another group. */
export function membersOf(database: Database, group: string): number[] {
	const id = group.startsWith('res.groups,') ? Number(group.split(',')[1]) : database.idOf(group);
	if (id === undefined) throw userError(`There is no group "${group}" in Odoo.`);
	return employees(database)
		.filter((user) => groupsOf(database, user).includes(id))
		.map((user) => user.id);
}

/** The active users of the house, by id. */
export function employees(database: Database): Row[] {
	return database
		.rows('res.users')
		.filter((user) => user['active'] !== false && user['share'] !== true)
		.sort((left, right) => left.id - right.id);
}
