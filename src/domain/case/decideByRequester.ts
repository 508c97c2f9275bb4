import type { ApprovalCase } from './ApprovalCase';
import { isAsked, isBlank, refused, type AnsweringMoment, type AnswerVerdict } from './answering';
import type { CommandOf } from './commands';

/** The code of the decision to which a recall leads. */
const RECALLED = 'recalled';

/** Whether whoever asked for the approval takes the request back; the case then ends as sent back. */
export function decideRecall(
	current: ApprovalCase,
	{ channel, reason }: CommandOf<'recall'>,
	moment: AnsweringMoment,
): AnswerVerdict {
	const { at, actor } = moment;
	if (current.state !== 'pending') return refused('CASE_CLOSED', moment);
	if (actor.id !== current.requester.id) return refused('NOT_REQUESTER', moment);
	if (isBlank(reason)) return refused('REASON_REQUIRED', moment);
	return {
		status: 'recorded',
		events: [
			{ type: 'recalled', at, actor, data: { channel, reason } },
			{ type: 'sent_back', at, actor, data: { reasonCode: RECALLED, reason } },
		],
	};
}

/** Whether somebody whom the case concerns marks it as urgent, once. */
export function decideExpediting(
	current: ApprovalCase,
	{ channel, reason }: CommandOf<'expedite'>,
	moment: AnsweringMoment,
): AnswerVerdict {
	const { at, actor } = moment;
	if (current.state !== 'pending') return refused('CASE_CLOSED', moment);
	const isConcerned =
		actor.id === current.requester.id || isAsked(current, moment) || moment.isApprovalManager;
	if (!isConcerned) return refused('NOT_ASKED', moment);
	if (isBlank(reason)) return refused('REASON_REQUIRED', moment);
	if (current.expedited) return { status: 'recorded', events: [] };
	return {
		status: 'recorded',
		events: [{ type: 'expedited', at, actor, data: { channel, reason } }],
	};
}
