import type { Database, Row } from './Database';
import { idsIn } from './rowValues';

/** Ids of the groups that a user is in, with those that come along with others. */
export function groupsOf(database: Database, user: Row): number[] {
	const found = new Set<number>();
	const waiting = [...idsIn(user, 'group_ids')];
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		const group = found.has(id) ? undefined : database.find('res.groups', id);
		found.add(id);
		if (group) waiting.push(...idsIn(group, 'implied_ids'));
	}
	return [...found];
}
