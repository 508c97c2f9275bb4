import type { Facts } from '../case/caseFile';
import type { Person } from '../case/person';
import { formatValue } from '../formatValue';
import type { Authority } from './authority';

/** Ids of people whom other steps have, with those in whose place they answer. */
export interface OtherSteps {
	decidedIds: readonly number[];
	laterIds: readonly number[];
}

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
	/** Whom the other steps of the case have; left out before it is opened. */
	otherSteps?: OtherSteps;
	/** ISO 8601 in UTC; on which day lines of the matrix have to be valid. */
	at: string;
}

/** Why someone may not approve on a line of the matrix; `null` when nothing stands against it. */
export function findObjection(user: Person, row: Authority, need: ApprovalNeed): string | null {
	return findInvolvement(user.id, need) ?? findLimitObjection(row, need);
}

/** Why somebody has a part in the matter, so that they do not decide on it, nor on it a second time. */
export function findInvolvement(
	userId: number,
	{ requesterId, involvedIds, otherSteps }: ApprovalNeed,
): string | null {
	if (userId === requesterId) return 'requested it';
	if (involvedIds.includes(userId)) return 'created or changed the record';
	if (otherSteps?.decidedIds.includes(userId)) return 'has decided an earlier step';
	return otherSteps?.laterIds.includes(userId) ? 'is asked in a later step' : null;
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
