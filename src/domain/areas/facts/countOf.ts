import { Unknown } from './Unknown';

/** How many records a search found, by the one row that it gives of them. */
export function countOf(rows: ReadonlyArray<{ count: number }> | Unknown): number | Unknown {
	return rows instanceof Unknown ? rows : (rows[0]?.count ?? 0);
}

export function hasAny(count: number | Unknown): boolean | Unknown {
	return count instanceof Unknown ? count : count > 0;
}
