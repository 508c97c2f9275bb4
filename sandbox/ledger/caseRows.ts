import type { Database, Row } from '../orm/Database';
import { readCase } from './caseStore';

/** When a case was opened; ISO 8601 in UTC. */
export function openedAt(database: Database, { id }: Row): string {
	return readCase(database, id).trail[0]?.at ?? '';
}

/** Whether an area is one of those asked for; none means all. */
export function isOfArea(areas: readonly string[], area: string): boolean {
	return areas.length === 0 || areas.includes(area);
}
