import type { Facts } from '../case/caseFile';
import type { Person } from '../case/person';
import { formatValue } from '../formatValue';
import type { Authority } from './authority';

/** What has to be approved, as far as it matters for who may do so. */
export interface ApprovalNeed {
	area: string;
	/** Role that policy asks for; `null` asks the fallback. */
	role: string | null;
	/** In whole units of `currency`; `null` when it is not known. */
	amount: number | null;
	currency: string | null;
	/** What lines of the matrix are confined to, and depend on. */
	facts: Facts;
	requesterId: number;
	/** Everyone who created or changed the record. */
	involvedIds: readonly number[];
	/** ISO 8601 in UTC; on which day lines of the matrix have to be valid. */
	at: string;
}

/** Why someone may not approve on a line of the matrix; `null` when nothing stands against it. */
export function findObjection(user: Person, row: Authority, need: ApprovalNeed): string | null {
	return findInvolvement(user.id, need) ?? findLimitObjection(row, need);
}

/** Why somebody has a part in the matter itself, so that they decide nothing of it. */
export function findInvolvement(userId: number, need: ApprovalNeed): string | null {
	if (userId === need.requesterId) return 'requested it';
	return need.involvedIds.includes(userId) ? 'created or changed the record' : null;
}

/** Why a line of the matrix does not reach up to the amount, whoever acts on it. */
export function findLimitObjection(
	{ limit, currency }: Authority,
	need: ApprovalNeed,
): string | null {
	if (limit === null) return null;
	const upTo = `may approve up to ${formatValue(limit, 'money', currency ?? need.currency)}`;
	if (need.amount === null) return `${upTo}, and the amount is not known`;
	if (currency !== undefined && currency !== need.currency) {
		return `${upTo}, and the amount is in ${need.currency ?? 'an unknown currency'}`;
	}
	return need.amount > limit ? upTo : null;
}
