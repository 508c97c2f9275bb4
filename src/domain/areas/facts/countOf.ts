import { Unknown } from './Unknown';

type Counted = ReadonlyArray<{ count: number }> | Unknown;

/** How many records a search found, by the one row that it gives of them. */
export function countOf(rows: Counted): number | Unknown {
	return rows instanceof Unknown ? rows : (rows[0]?.count ?? 0);
}

/** Whether such a search found anything. */
export function hasAny(rows: Counted): boolean | Unknown {
	const count = countOf(rows);
	return count instanceof Unknown ? count : count > 0;
}
