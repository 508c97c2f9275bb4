import type { CaseView } from '../domain/case/caseView';
import type { VoteRefusal } from '../domain/case/commandResults';
import type { Decision } from '../domain/case/vocabulary';
import { formatInstant } from './formatInstant';
import type { Language } from '../domain/languages';
import type { PageReader } from './PageReader';
import type { LinkFault } from './texts/Texts';
import { textsOf } from './texts/textsOf';

/** A short message with the HTTP status that goes with it. */
export interface Notice {
	status: number;
	tone: 'good' | 'neutral' | 'bad';
	title: string;
	text: string;
}

type Manner = Pick<Notice, 'status' | 'tone'>;

const linkManners: Readonly<Record<LinkFault, Manner>> = {
	invalid: { status: 403, tone: 'bad' },
	expired: { status: 410, tone: 'neutral' },
	otherCase: { status: 403, tone: 'bad' },
	notHere: { status: 404, tone: 'bad' },
	unavailable: { status: 503, tone: 'bad' },
	unreadable: { status: 400, tone: 'bad' },
};

const refusalManners: Readonly<Record<VoteRefusal, Manner>> = {
	CASE_CLOSED: { status: 409, tone: 'neutral' },
	STALE_ROUND: { status: 409, tone: 'neutral' },
	NOT_ASKED: { status: 403, tone: 'bad' },
	SEPARATION_OF_DUTIES: { status: 403, tone: 'bad' },
	ALREADY_VOTED: { status: 409, tone: 'neutral' },
	REASON_REQUIRED: { status: 422, tone: 'bad' },
	REASON_CODE_REQUIRED: { status: 422, tone: 'bad' },
	RECORD_CHANGED: { status: 409, tone: 'neutral' },
	ODOO_ONLY: { status: 403, tone: 'neutral' },
	NOBODY_LEFT: { status: 409, tone: 'neutral' },
	NOT_ELIGIBLE: { status: 403, tone: 'bad' },
	NOT_REQUESTER: { status: 403, tone: 'bad' },
};

/** Kind words for a link that cannot be used. They tell nothing about the case. */
export function linkNotice(fault: LinkFault, language: Language): Notice {
	return { ...linkManners[fault], ...textsOf(language).links[fault] };
}

/** Why an answer did not count. Where the case has ended, `endedNotice` says more. */
export function refusalNotice(code: VoteRefusal, language: Language): Notice {
	return { ...refusalManners[code], ...textsOf(language).refusals[code] };
}

/** Thanks for an answer that was recorded. */
export function thanksNotice(view: CaseView, decision: Decision, language: Language): Notice {
	const { thanks, decided } = textsOf(language);
	const isOver = view.state !== 'pending';
	return good(
		thanks.title(isOver ? capitalised(decided[decision]) : null),
		isOver ? thanks.decided(view.recordName, decided[decision]) : thanks.waiting,
	);
}

/** Thanks to somebody who leaves the decision to the others, or to somebody else by name. */
export function asideNotice(forwardedTo: string | null, language: Language): Notice {
	const { thanks } = textsOf(language);
	const text = forwardedTo === null ? thanks.abstained : thanks.forwarded(forwardedTo);
	return good(thanks.title(null), text);
}

/** How a case ended that somebody opens afterwards. `null` while it is pending. */
export function endedNotice(
	view: CaseView,
	{ zone, language }: Pick<PageReader, 'zone' | 'language'>,
): Notice | null {
	if (view.state === 'pending') return null;
	const { ended, decided, byPolicy } = textsOf(language);
	if (view.state === 'superseded' || !view.decision) {
		const text = ended.changed(view.recordName);
		return { status: 410, tone: 'neutral', title: ended.changedTitle, text };
	}
	const { by, at, decision, reason } = view.decision;
	const words = decided[decision];
	const when = formatInstant(at, zone, language);
	const said = ended.text(by?.name ?? byPolicy, words, view.recordName, when);
	return {
		status: 200,
		tone: decision === 'approved' ? 'good' : 'neutral',
		title: ended.title(words),
		text: reason ? `${said} ${ended.reason(reason)}` : said,
	};
}

/** What someone is told who has answered while others have not. */
export function answeredNotice(decision: Decision, language: Language): Notice {
	const { ended, decided } = textsOf(language);
	return good(ended.answeredTitle(decided[decision]), ended.answered);
}

function good(title: string, text: string): Notice {
	return { status: 200, tone: 'good', title, text };
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
