import type { Person } from '../case/person';
import { formatValue } from '../formatValue';
import type { Authority } from './authority';

/** What has to be approved, as far as it matters for who may do so. */
export interface ApprovalNeed {
	/** Role that policy asks for; `null` asks the fallback. */
	role: string | null;
	/** In whole units of `currency`; `null` when it is not known. */
	amount: number | null;
	currency: string | null;
	requesterId: number;
	/** Everyone who created or changed the record. */
	involvedIds: readonly number[];
}

/** Why someone may not approve on a line of the matrix; `null` when nothing stands against it. */
export function findObjection(user: Person, row: Authority, need: ApprovalNeed): string | null {
	if (user.id === need.requesterId) return 'requested it';
	if (need.involvedIds.includes(user.id)) return 'created or changed the record';
	return findLimitObjection(row, need);
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
