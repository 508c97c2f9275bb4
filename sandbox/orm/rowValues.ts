import type { Row } from './Database';

/** What a stored number field holds; 0 when it is empty. */
export function numberIn(row: Row, field: string): number {
	const value = row[field];
	return typeof value === 'number' ? value : 0;
}

/** What a stored text field holds; empty text when it is empty. */
export function textIn(row: Row, field: string): string {
	const value = row[field];
	return typeof value === 'string' ? value : '';
}

/** Where a many2one leads; `null` when it leads nowhere. */
export function idIn(row: Row, field: string): number | null {
	const value = row[field];
	return typeof value === 'number' ? value : null;
}

/** Where a many2many leads. */
export function idsIn(row: Row, field: string): number[] {
	const value = row[field];
	return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : [];
}

/** A stored time as ISO 8601 in UTC; `null` when it is empty. */
export function instantIn(row: Row, field: string): string | null {
	const stored = textIn(row, field);
	return stored === '' ? null : `${stored.replace(' ', 'T')}.000Z`;
}
