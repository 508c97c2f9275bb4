import { askedNow, votesNow, type ApprovalCase } from './ApprovalCase';
import type { CaseEvent } from './caseEvents';
import type { VoteRefusal } from './commandResults';
import type { CommandOf } from './commands';
import type { Person } from './person';

export interface VotingMoment {
	at: string;
	actor: Person;
	/** Who created the subject in Odoo; `null` when that is not known. */
	recordCreatorId: number | null;
	/** Whether the actor is of the group that looks after cases that nobody answered. */
	isApprovalManager: boolean;
}

export type VoteVerdict =
	| { status: 'recorded'; events: CaseEvent[] }
	| { status: 'refused'; code: VoteRefusal; events: CaseEvent[] };

/**
 * Whether one person's answer counts, and what follows from it.
 *
 * The same answer given again counts once: it is recorded, and nothing happens. A refusal that
 * concerns the separation of duties is itself an event.
 */
export function decideVote(
	current: ApprovalCase,
	command: CommandOf<'vote'>,
	moment: VotingMoment,
): VoteVerdict {
	if (isRepeated(current, command, moment)) return { status: 'recorded', events: [] };
	const code = refusalOf(current, command, moment);
	if (code) return { status: 'refused', code, events: refusalEvents(code, moment) };
	return { status: 'recorded', events: counted(current, command, moment) };
}

/** Whether this very answer was counted before, also when it ended the case. */
function isRepeated(
	{ votes }: ApprovalCase,
	{ step, round, decision }: CommandOf<'vote'>,
	{ actor }: VotingMoment,
): boolean {
	return votes.some(
		(vote) =>
			vote.actor.id === actor.id &&
			vote.step === step &&
			vote.round === round &&
			vote.decision === decision,
	);
}

/** The order matters: it is what people are told. */
function refusalOf(
	current: ApprovalCase,
	command: CommandOf<'vote'>,
	moment: VotingMoment,
): VoteRefusal | null {
	if (current.state !== 'pending') return 'CASE_CLOSED';
	if (!isOfRoundNow(current, command)) return 'STALE_ROUND';
	if (isInvolved(current, moment)) return 'SEPARATION_OF_DUTIES';
	if (!isAsked(current, moment) && !takesOver(current, command, moment)) return 'NOT_ASKED';
	if (votesNow(current).some((vote) => vote.actor.id === moment.actor.id)) return 'ALREADY_VOTED';
	return isLackingReason(command) ? 'REASON_REQUIRED' : null;
}

function isLackingReason({ decision, reason }: CommandOf<'vote'>): boolean {
	return decision !== 'approved' && (reason ?? '').trim() === '';
}

function isOfRoundNow(current: ApprovalCase, { step, round }: CommandOf<'vote'>): boolean {
	return step === current.step && round === current.round;
}

/** Nobody decides on their own matter, and nobody decides two steps of one case. */
function isInvolved(current: ApprovalCase, { actor, recordCreatorId }: VotingMoment): boolean {
	const earlier = current.votes.filter((vote) => vote.step < current.step);
	return [
		...current.involvedIds,
		current.requester.id,
		recordCreatorId,
		...earlier.map((vote) => vote.actor.id),
	].includes(actor.id);
}

function isAsked(current: ApprovalCase, { actor }: VotingMoment): boolean {
	return askedNow(current).includes(actor.id);
}

/** When nobody is left to escalate to, an approval manager decides in Odoo. */
function takesOver(
	{ exhausted }: ApprovalCase,
	{ channel }: CommandOf<'vote'>,
	{ isApprovalManager }: VotingMoment,
): boolean {
	return exhausted && channel === 'odoo' && isApprovalManager;
}

function refusalEvents(code: VoteRefusal, { at, actor }: VotingMoment): CaseEvent[] {
	if (code !== 'SEPARATION_OF_DUTIES') return [];
	return [{ type: 'vote_refused', at, actor, data: { code } }];
}

function counted(
	current: ApprovalCase,
	{ step, round, decision, channel, reasonCode, reason }: CommandOf<'vote'>,
	moment: VotingMoment,
): CaseEvent[] {
	const { at, actor } = moment;
	const grounds = { reasonCode, reason };
	const data = { step, round, decision, channel, ...grounds };
	const voted: CaseEvent = { type: 'voted', at, actor, data };

	// Whoever takes a case over ends it alone.
	if (decision === 'approved' && isAsked(current, moment)) {
		const approvals = votesNow(current).length + 1;
		if (approvals < (current.steps[step]?.quorum ?? 1)) return [voted];
		if (step + 1 < current.steps.length)
			return [voted, { type: 'step_approved', at, actor, data: { step } }];
	}
	return [voted, { type: decision, at, actor, data: grounds }];
}
