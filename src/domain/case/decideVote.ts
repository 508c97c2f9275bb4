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
	const code = refusalOf(current, command, moment);
	if (code) return { status: 'refused', code, events: refusalEvents(code, command, moment) };

	const isRepeated = votesNow(current).some((vote) => vote.actor.id === moment.actor.id);
	return { status: 'recorded', events: isRepeated ? [] : counted(current, command, moment) };
}

/** In this order, so that whoever may be told less is told less. */
function refusalOf(
	current: ApprovalCase,
	command: CommandOf<'vote'>,
	moment: VotingMoment,
): VoteRefusal | null {
	if (current.state !== 'pending') return 'CASE_CLOSED';
	if (command.step !== current.step || command.round !== current.round) return 'STALE_ROUND';
	if (isInvolved(current, moment)) return 'SEPARATION_OF_DUTIES';
	if (!mayAnswer(current, command, moment)) return 'NOT_ASKED';

	const earlier = votesNow(current).find((vote) => vote.actor.id === moment.actor.id);
	if (earlier) return earlier.decision === command.decision ? null : 'ALREADY_VOTED';
	if (command.decision !== 'approved' && !command.reason?.trim()) return 'REASON_REQUIRED';
	return hasApprovedBefore(current, moment) ? 'SEPARATION_OF_DUTIES' : null;
}

function isInvolved(current: ApprovalCase, { actor, recordCreatorId }: VotingMoment): boolean {
	return [...current.involvedIds, current.requester.id, recordCreatorId].includes(actor.id);
}

function mayAnswer(
	current: ApprovalCase,
	{ channel }: CommandOf<'vote'>,
	{ actor, isApprovalManager }: VotingMoment,
): boolean {
	if (askedNow(current).includes(actor.id)) return true;
	return current.exhausted && channel === 'odoo' && isApprovalManager;
}

function hasApprovedBefore({ votes, step }: ApprovalCase, { actor }: VotingMoment): boolean {
	return votes.some(
		(vote) => vote.step < step && vote.actor.id === actor.id && vote.decision === 'approved',
	);
}

function refusalEvents(
	code: VoteRefusal,
	{ step, round, decision, channel }: CommandOf<'vote'>,
	{ at, actor }: VotingMoment,
): CaseEvent[] {
	if (code !== 'SEPARATION_OF_DUTIES') return [];
	return [{ type: 'vote_refused', at, actor, data: { step, round, decision, channel, code } }];
}

function counted(
	current: ApprovalCase,
	{ step, round, decision, channel, reasonCode, reason }: CommandOf<'vote'>,
	{ at, actor }: VotingMoment,
): CaseEvent[] {
	const grounds = { reasonCode, reason };
	const voted: CaseEvent = {
		type: 'voted',
		at,
		actor,
		data: { step, round, decision, channel, ...grounds },
	};
	if (decision !== 'approved') return [voted, { type: decision, at, actor, data: grounds }];

	const approvals = votesNow(current).length + 1;
	if (approvals < (current.steps[step]?.quorum ?? 1)) return [voted];
	return step + 1 < current.steps.length
		? [voted, { type: 'step_approved', at, actor, data: { step, round } }]
		: [voted, { type: 'approved', at, actor, data: grounds }];
}
