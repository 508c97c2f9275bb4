import type { CaseView } from '../domain/case/caseView';
import type { VoteRefusal } from '../domain/case/commandResults';
import type { Decision } from '../domain/case/vocabulary';
import { formatInstant } from './formatInstant';
import { decisionWords } from './texts';

/** A short message with the HTTP status that goes with it. */
export interface Notice {
	status: number;
	tone: 'good' | 'neutral' | 'bad';
	title: string;
	text: string;
}

const inOdoo = 'You can still find the case in Odoo, under Approvals.';

/** Kind words for links that cannot be used. They tell nothing about the case. */
export const linkNotices = {
	invalid: {
		status: 403,
		tone: 'bad',
		title: 'This link does not work',
		text: `It is incomplete or was altered on its way. Please open it again from the message you got. ${inOdoo}`,
	},
	expired: {
		status: 410,
		tone: 'neutral',
		title: 'This link has expired',
		text: `Links work for a limited time only. ${inOdoo}`,
	},
	otherCase: {
		status: 403,
		tone: 'bad',
		title: 'This link belongs to another case',
		text: `Please open the link from the message you got. ${inOdoo}`,
	},
	notHere: {
		status: 404,
		tone: 'bad',
		title: 'There is nothing to decide here',
		text: `Please open the link from the message you got. ${inOdoo}`,
	},
	unavailable: {
		status: 503,
		tone: 'bad',
		title: 'Odoo does not answer right now',
		text: 'Nothing was decided and nothing is lost. Please try again in a few minutes.',
	},
	unreadable: {
		status: 400,
		tone: 'bad',
		title: 'That could not be understood',
		text: 'Nothing was decided. Please open the link again and use its buttons.',
	},
} as const satisfies Record<string, Notice>;

/** Why an answer did not count. Where the case has ended, `endedNotice` says more. */
export const refusalNotices: Readonly<Record<VoteRefusal, Notice>> = {
	CASE_CLOSED: {
		status: 409,
		tone: 'neutral',
		title: 'This case has ended',
		text: 'There is nothing left to decide here.',
	},
	STALE_ROUND: {
		status: 409,
		tone: 'neutral',
		title: 'Others are asked now',
		text: `This link belongs to an earlier round of the case. If you are asked again, you get a new link. ${inOdoo}`,
	},
	NOT_ASKED: {
		status: 403,
		tone: 'bad',
		title: 'You are not asked about this case',
		text: `Nothing was decided. ${inOdoo}`,
	},
	SEPARATION_OF_DUTIES: {
		status: 403,
		tone: 'bad',
		title: 'Somebody else has to decide this',
		text: 'You took part in this request or in an earlier step, and nobody decides on their own work. The attempt is noted on the case.',
	},
	ALREADY_VOTED: {
		status: 409,
		tone: 'neutral',
		title: 'You have already answered',
		text: 'Your first answer counts. To change it, talk to the approval managers.',
	},
	REASON_REQUIRED: {
		status: 422,
		tone: 'bad',
		title: 'A reason is missing',
		text: 'Rejecting and sending back need a reason.',
	},
	REASON_CODE_REQUIRED: {
		status: 422,
		tone: 'bad',
		title: 'A kind of reason is missing',
		text: 'Rejecting needs a kind of reason.',
	},
	RECORD_CHANGED: {
		status: 409,
		tone: 'neutral',
		title: 'This has changed in the meantime',
		text: 'Nothing was decided. If it still needs approval, a new request is made.',
	},
	ODOO_ONLY: {
		status: 403,
		tone: 'neutral',
		title: 'Please decide in Odoo',
		text: `The risk is too high for a link. ${inOdoo}`,
	},
	NOBODY_LEFT: {
		status: 409,
		tone: 'neutral',
		title: 'Nobody else would be left to decide',
		text: 'Please forward the case to somebody else instead.',
	},
	NOT_ELIGIBLE: {
		status: 403,
		tone: 'bad',
		title: 'They cannot decide this',
		text: 'Whoever you named has no authority over this case, or took part in it.',
	},
	NOT_REQUESTER: {
		status: 403,
		tone: 'bad',
		title: 'This is not your request',
		text: 'Only whoever asked for the approval can take it back.',
	},
};

/** Thanks for an answer that was recorded. */
export function thanksNotice(view: CaseView, decision: Decision): Notice {
	const isOver = view.state !== 'pending';
	return {
		status: 200,
		tone: 'good',
		title: isOver ? `Thank you. ${capitalised(decisionWords[decision])}.` : 'Thank you.',
		text: isOver
			? `${view.recordName} is ${decisionWords[decision]}. Odoo is being told; you can close this page.`
			: 'Your answer is recorded. The case goes on when the others have answered.',
	};
}

/** How a case ended that somebody opens afterwards. `null` while it is pending. */
export function endedNotice(view: CaseView, zone: string): Notice | null {
	if (view.state === 'pending') return null;
	if (view.state === 'superseded' || !view.decision) {
		return {
			status: 410,
			tone: 'neutral',
			title: 'This has changed in the meantime',
			text: `${view.recordName} was changed after you were asked, so this question is void. If it still needs approval, a new request is made.`,
		};
	}
	const { by, at, decision, reason } = view.decision;
	const words = decisionWords[decision];
	return {
		status: 200,
		tone: decision === 'approved' ? 'good' : 'neutral',
		title: `Already ${words}`,
		text: `${by?.name ?? 'Policy'} has ${words} ${view.recordName} on ${formatInstant(at, zone)}.${
			reason ? ` Reason: ${reason}` : ''
		}`,
	};
}

/** What someone is told who has answered while others have not. */
export function answeredNotice(decision: Decision): Notice {
	return {
		status: 200,
		tone: 'good',
		title: `You have ${decisionWords[decision]} this`,
		text: 'The case goes on when the others have answered.',
	};
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
