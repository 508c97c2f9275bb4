import { DomainError } from '../../domain/errors';
import { noticePage } from '../../page/layout';
import type { Language } from '../../domain/languages';
import type { Notice } from '../../page/notices';
import type { Emission } from '../forEachItem';

/** What a visitor is answered. */
export interface Reply {
	status: number;
	html: string;
	/** With what the execution that was visited goes on, if one was and does. */
	resume?: Emission;
}

/** What was posted is no answer that the page could have sent. */
export class RequestUnreadableError extends DomainError {
	readonly code = 'REQUEST_UNREADABLE';
}

/** Says one thing and shows nothing of a case. */
export function noticeReply(notice: Notice, language: Language): Reply {
	return { status: notice.status, html: noticePage(notice, language) };
}
