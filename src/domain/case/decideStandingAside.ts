import { votesNow, type ApprovalCase } from './ApprovalCase';
import {
	closedTo,
	hasVoted,
	isAsked,
	isInvolved,
	refused,
	type AnsweringMoment,
	type AnswerVerdict,
} from './answering';
import type { VoteRefusal } from './commandResults';
import type { CommandOf } from './commands';
import type { Person } from './person';

/** Whether somebody who is asked may leave the decision to the others. */
export function decideAbstention(
	current: ApprovalCase,
	{ step, round, channel, reason }: CommandOf<'abstain'>,
	moment: AnsweringMoment,
): AnswerVerdict {
	const code = whyNotAside(current, { step, round }, moment) ?? whyNotWithout(current);
	if (code) return refused(code, moment);
	const { at, actor } = moment;
	const data = { step, round, channel, reason };
	return { status: 'recorded', events: [{ type: 'abstained', at, actor, data }] };
}

/** Whether somebody else is asked in the place of one who is. */
export function decideForwarding(
	current: ApprovalCase,
	{ step, round, channel, reason }: CommandOf<'forward'>,
	moment: AnsweringMoment & { to: Person },
): AnswerVerdict {
	const code =
		whyNotAside(current, { step, round }, moment) ?? whyNotTo(current, moment.to.id, moment);
	if (code) return refused(code, moment);
	const { at, actor, to } = moment;
	const data = { step, round, channel, reason, to };
	return { status: 'recorded', events: [{ type: 'forwarded', at, actor, data }] };
}

function whyNotAside(
	current: ApprovalCase,
	asked: { step: number; round: number },
	moment: AnsweringMoment,
): VoteRefusal | null {
	const closed = closedTo(current, asked);
	if (closed) return closed;
	if (!isAsked(current, moment)) return 'NOT_ASKED';
	return hasVoted(current, moment.actor.id) ? 'ALREADY_VOTED' : null;
}

/** Enough people have to be left, those counted who have approved already. */
function whyNotWithout({ steps, step }: ApprovalCase): VoteRefusal | null {
	const present = steps[step];
	if (!present) return 'NOBODY_LEFT';
	return present.approverIds.length - 1 < present.quorum ? 'NOBODY_LEFT' : null;
}

function whyNotTo(
	current: ApprovalCase,
	toId: number,
	{ recordCreatorId }: AnsweringMoment,
): VoteRefusal | null {
	const { eligibleIds = [] } = current.steps[current.step] ?? {};
	if (isInvolved(current, toId, recordCreatorId)) return 'NOT_ELIGIBLE';
	const hasAnswered = votesNow(current).some(({ actor }) => actor.id === toId);
	return eligibleIds.includes(toId) && !hasAnswered ? null : 'NOT_ELIGIBLE';
}
