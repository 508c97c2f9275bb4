import { actsFor, votesNow, type ApprovalCase } from './ApprovalCase';
import {
	closedTo,
	hasVoted,
	isAsked,
	isBlank,
	isInvolved,
	isSubjectChanged,
	refused,
	type AnsweringMoment,
	type AnswerVerdict,
} from './answering';
import type { CaseEvent } from './caseEvents';
import type { VoteRefusal } from './commandResults';
import type { CommandOf } from './commands';

/**
 * Whether one person's answer counts, and what follows from it.
 *
 * The same answer given again counts once: it is recorded, and nothing happens. A refusal that
 * concerns the separation of duties is itself an event.
 */
export function decideVote(
	current: ApprovalCase,
	command: CommandOf<'vote'>,
	moment: AnsweringMoment,
): AnswerVerdict {
	if (isRepeated(current, command, moment)) return { status: 'recorded', events: [] };
	const code = refusalOf(current, command, moment);
	if (code) return refused(code, moment);
	return { status: 'recorded', events: counted(current, command, moment) };
}

/** Whether this very answer was counted before, also when it ended the case. */
function isRepeated(
	{ votes }: ApprovalCase,
	{ step, round, decision }: CommandOf<'vote'>,
	{ actor }: AnsweringMoment,
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
	moment: AnsweringMoment,
): VoteRefusal | null {
	const { actor, recordCreatorId } = moment;
	const closed = closedTo(current, command);
	if (closed) return closed;
	if (isInvolved(current, actor.id, recordCreatorId)) return 'SEPARATION_OF_DUTIES';
	if (!isAsked(current, moment) && !mayTakeOver(current, command, moment)) return 'NOT_ASKED';
	if (current.odooOnly && command.channel !== 'odoo') return 'ODOO_ONLY';
	if (hasVoted(current, actor.id)) return 'ALREADY_VOTED';
	if (isSubjectChanged(current, moment)) return 'RECORD_CHANGED';
	return missingGrounds(current, command, moment);
}

/**
 * An approval manager decides in Odoo though others are asked, or nobody is left to ask; so does
 * whoever looks after the case in the manual queue.
 */
function mayTakeOver(
	{ owner }: ApprovalCase,
	{ channel }: CommandOf<'vote'>,
	{ actor, isApprovalManager }: AnsweringMoment,
): boolean {
	return channel === 'odoo' && (isApprovalManager || actor.id === owner?.id);
}

/** Whoever rejects, sends back, or decides in the place of others says why. */
function missingGrounds(
	current: ApprovalCase,
	{ decision, reason, reasonCode }: CommandOf<'vote'>,
	moment: AnsweringMoment,
): VoteRefusal | null {
	const overrides = !isAsked(current, moment) && !current.exhausted;
	if ((decision !== 'approved' || overrides) && isBlank(reason)) return 'REASON_REQUIRED';
	return decision === 'rejected' && isBlank(reasonCode) ? 'REASON_CODE_REQUIRED' : null;
}

function counted(
	current: ApprovalCase,
	{ step, round, decision, channel, reasonCode, reason }: CommandOf<'vote'>,
	moment: AnsweringMoment,
): CaseEvent[] {
	const { at, actor } = moment;
	const grounds = { reasonCode, reason };
	const forIds = actsFor(current, actor.id);
	const data = { step, round, decision, channel, forIds, ...grounds };
	const voted: CaseEvent = { type: 'voted', at, actor, data };
	// Whoever takes a case over ends it alone.
	if (!isAsked(current, moment)) {
		const takenOver: CaseEvent = { type: 'taken_over', at, actor, data: { step, round, reason } };
		return [takenOver, voted, { type: decision, at, actor, data: grounds }];
	}
	if (decision === 'approved') {
		const approvals = votesNow(current).length + 1;
		if (approvals < (current.steps[step]?.quorum ?? 1)) return [voted];
		if (step + 1 < current.steps.length)
			return [voted, { type: 'step_approved', at, actor, data: { step } }];
	}
	return [voted, { type: decision, at, actor, data: grounds }];
}
