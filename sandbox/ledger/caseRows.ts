import type { Database, Row } from '../orm/Database';
import { textIn } from '../orm/rowValues';
import { readCase } from './caseStore';

/** When a case was opened; ISO 8601 in UTC. */
export function openedAt(database: Database, { id }: Row): string {
	return readCase(database, id).trail[0]?.at ?? '';
}

/** A stored time as ISO 8601 in UTC; `null` when it is empty. */
export function instantIn(row: Row, field: string): string | null {
	const stored = textIn(row, field);
	return stored === '' ? null : `${stored.replace(' ', 'T')}.000Z`;
}

/** Whether an area is one of those asked for; none means all. */
export function isOfArea(areas: readonly string[], area: string): boolean {
	return areas.length === 0 || areas.includes(area);
}
