import { canonicalJson } from '../canonicalJson';
import { actsFor, askedNow, votesNow, type ApprovalCase } from './ApprovalCase';
import type { CaseEvent } from './caseEvents';
import type { VoteRefusal } from './commandResults';
import { supersession } from './decideSupersession';
import type { Person } from './person';
import type { Watched } from './watched';

/** When somebody says something of a case, and what Odoo knows of them and of the subject then. */
export interface AnsweringMoment {
	at: string;
	actor: Person;
	/** Who created the subject in Odoo; `null` when that is not known. */
	recordCreatorId: number | null;
	/** What is watched, as the subject has it now; `null` when it is gone. */
	watchedNow: Watched | null;
	/** Whether the actor is of the group that looks after cases that nobody answered. */
	isApprovalManager: boolean;
}

export type AnswerVerdict =
	| { status: 'recorded'; events: CaseEvent[] }
	| { status: 'refused'; code: VoteRefusal; events: CaseEvent[] };

/** Why nobody's answer of that round counts any more; `null` while it does. */
export function closedTo(
	{ state, step, round }: ApprovalCase,
	asked: { step: number; round: number },
): VoteRefusal | null {
	if (state !== 'pending') return 'CASE_CLOSED';
	return asked.step === step && asked.round === round ? null : 'STALE_ROUND';
}

export function isAsked(current: ApprovalCase, { actor }: AnsweringMoment): boolean {
	return askedNow(current).includes(actor.id);
}

export function hasVoted(current: ApprovalCase, actorId: number): boolean {
	return votesNow(current).some((vote) => vote.actor.id === actorId);
}

/**
 * Nobody decides on their own matter, and nobody decides two steps of one case; neither does
 * whoever answers in the place of such a person, nor a person in whose place somebody has answered.
 */
export function isInvolved(
	current: ApprovalCase,
	userId: number,
	recordCreatorId: number | null,
): boolean {
	const earlier = current.votes.filter((vote) => vote.step < current.step);
	const involved = new Set([
		...current.involvedIds,
		current.requester.id,
		recordCreatorId,
		...earlier.flatMap(({ actor, forIds }) => [actor.id, ...forIds]),
	]);
	return [userId, ...actsFor(current, userId)].some((id) => involved.has(id));
}

export function isBlank(text: string | null): boolean {
	return (text ?? '').trim() === '';
}

/**
 * A refusal with the events that follow from it: an attempt against the separation of duties is on
 * record, and a case whose subject has changed ends.
 */
export function refused(code: VoteRefusal, { at, actor }: AnsweringMoment): AnswerVerdict {
	if (code === 'SEPARATION_OF_DUTIES' || code === 'NOT_ELIGIBLE')
		return {
			status: 'refused',
			code,
			events: [{ type: 'vote_refused', at, actor, data: { code } }],
		};
	const events = code === 'RECORD_CHANGED' ? [supersession({ at, reason: RECORD_CHANGED })] : [];
	return { status: 'refused', code, events };
}

const RECORD_CHANGED = 'The record changed';

export function isSubjectChanged(
	{ watched }: ApprovalCase,
	{ watchedNow }: AnsweringMoment,
): boolean {
	return watchedNow === null || canonicalJson(watched) !== canonicalJson(watchedNow);
}
