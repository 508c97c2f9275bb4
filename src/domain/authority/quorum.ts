import type { Authority } from './authority';
import { findLimitObjection, type ApprovalNeed } from './findObjection';

/**
 * How many must approve is said by the lowest limit that covers the amount, or, beyond all of them,
 * by the highest. Who is away or left out does not make fewer suffice. `all` counts for more than any
 * number.
 */
export function quorumOf(rows: readonly Authority[], need: ApprovalNeed): number | 'all' {
	const covering = rows.filter((row) => findLimitObjection(row, need) === null);
	const decisive =
		covering.length > 0
			? rowsAt(Math.min(...covering.map(limitOf)), covering)
			: rowsAt(Math.max(...rows.map(limitOf)), rows);
	const quorums = decisive.map(({ quorum }) => quorum);
	if (quorums.includes('all')) return 'all';
	return Math.max(1, ...quorums.map(Number));
}

function rowsAt(limit: number, rows: readonly Authority[]): Authority[] {
	return rows.filter((row) => limitOf(row) === limit);
}

function limitOf({ limit }: Authority): number {
	return limit ?? Number.POSITIVE_INFINITY;
}
