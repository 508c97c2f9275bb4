import type { Authority } from './authority';
import { findLimitObjection, type ApprovalNeed } from './findObjection';

/** How many have to approve: at least so many, and where `all` is set, everyone who is asked. */
export interface Quorum {
	atLeast: number;
	all: boolean;
}

/**
 * How many must approve is said by the lowest limit that covers the amount, or, beyond all of them,
 * by the highest. Who is away or left out does not make fewer than a number suffice.
 */
export function quorumOf(rows: readonly Authority[], need: ApprovalNeed): Quorum {
	const covering = rows.filter((row) => findLimitObjection(row, need) === null);
	const decisive =
		covering.length > 0
			? rowsAt(Math.min(...covering.map(limitOf)), covering)
			: rowsAt(Math.max(...rows.map(limitOf)), rows);
	const quorums = decisive.map(({ quorum }) => quorum);
	const numbers = quorums.filter((quorum) => quorum !== 'all');
	return { atLeast: Math.max(1, ...numbers), all: quorums.includes('all') };
}

function rowsAt(limit: number, rows: readonly Authority[]): Authority[] {
	return rows.filter((row) => limitOf(row) === limit);
}

function limitOf({ limit }: Authority): number {
	return limit ?? Number.POSITIVE_INFINITY;
}
