import type { IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { findArea } from '../../src/domain/areas/areas';
import type { CaseView } from '../../src/domain/case/caseView';
import type { CommandOf } from '../../src/domain/case/commands';
import { decisions } from '../../src/domain/case/vocabulary';
import { readLink, type LinkClaims } from '../../src/domain/links/links';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { signingKeysFrom } from '../../src/n8n/signingKeysFrom';
import type { Ledger } from '../../src/odoo/ledger/Ledger';
import { approvalPage, casePage } from '../../src/page/approvalPage';
import type { FormFault } from '../../src/page/decisionForm';
import { noticePage } from '../../src/page/layout';
import {
	answeredNotice,
	endedNotice,
	linkNotices,
	refusalNotices,
	thanksNotice,
	type Notice,
} from '../../src/page/notices';
import type { PageReader } from '../../src/page/PageReader';
import { texts } from '../../src/page/texts';
import { RequestUnreadableError, type Reply } from './Reply';
import { readWaitingFile, resumeWith, type WaitingFile } from './waitingCase';

const formSchema = z.object({
	decision: z.enum(decisions).optional(),
	reason: z.string().trim().max(2000).default(''),
});

interface Visit {
	claims: LinkClaims;
	file: WaitingFile;
	ledger: Ledger;
	view: CaseView;
	reader: PageReader;
}

/**
 * Answers an approver's browser. `GET` shows the case and changes nothing, since mail scanners and
 * previews open links too; `POST` votes.
 *
 * @throws {LinkInvalidError | LinkExpiredError} before anything of the case is read
 */
export async function answerApprover(context: IWebhookFunctions): Promise<Reply> {
	const now = new Date().toISOString();
	const { accepted } = await signingKeysFrom(context);
	const claims = readLink(queryToken(context), accepted, now);
	const file = readWaitingFile(context);
	if (claims.case !== file.routing.caseId) {
		return { status: linkNotices.otherCase.status, html: noticePage(linkNotices.otherCase) };
	}
	const ledger = await ledgerFrom(context);
	const { case: view } = await ledger.execute<'show'>({ command: 'show', caseId: claims.case });
	const reader = readerOf(context, view, file, claims, now);
	const visit = { claims, file, ledger, view, reader };
	return context.getRequestObject().method === 'POST' ? await vote(context, visit) : look(visit);
}

function queryToken(context: IWebhookFunctions): unknown {
	return { approval: undefined, ...context.getQueryData() }.approval;
}

function readerOf(
	context: IWebhookFunctions,
	view: CaseView,
	file: WaitingFile,
	{ actor }: LinkClaims,
	now: string,
): PageReader {
	const approver = view.approvers.find(({ id }) => id === actor);
	return {
		actorId: actor,
		now,
		zone: approver?.timeZone || context.getTimezone(),
		areaLabel: findArea(view.area).label,
		recordUrl: file.record?.url ?? null,
	};
}

/** What an approver sees on opening the link. */
function look({ view, reader, claims }: Visit): Reply {
	const notice = whyNotAsked(view, claims, reader.zone);
	return notice
		? { status: notice.status, html: casePage(view, reader, notice) }
		: { status: 200, html: approvalPage(view, reader) };
}

function whyNotAsked(view: CaseView, claims: LinkClaims, zone: string): Notice | null {
	const ended = endedNotice(view, zone);
	if (ended) return ended;
	if (claims.step !== view.step || claims.round !== view.round) return refusalNotices.STALE_ROUND;
	if (!view.approvers.some(({ id }) => id === claims.actor)) return refusalNotices.NOT_ASKED;
	const answer = view.votes.find(({ actor }) => actor.id === claims.actor);
	return answer ? answeredNotice(answer.decision) : null;
}

/** Records the answer; when it ends the case, the execution goes on. */
async function vote(context: IWebhookFunctions, visit: Visit): Promise<Reply> {
	const { claims, file, ledger, view, reader } = visit;
	const form = formSchema.safeParse(context.getBodyData());
	if (!form.success) throw new RequestUnreadableError('The form could not be read');
	const { decision, reason } = form.data;
	if (!decision) return again(visit, { message: texts.decisionMissing, reason });

	const command: CommandOf<'vote'> = {
		command: 'vote',
		caseId: claims.case,
		actorId: claims.actor,
		step: claims.step,
		round: claims.round,
		decision,
		reasonCode: null,
		reason: reason || null,
		channel: 'page',
	};
	const answer = await ledger.execute<'vote'>(command);
	const after = answer.case;
	if (answer.status === 'refused' && answer.code === 'REASON_REQUIRED') {
		return again({ ...visit, view }, { message: texts.reasonMissing, reason });
	}
	const notice =
		answer.status === 'recorded'
			? thanksNotice(after, decision)
			: refusalNotice(after, answer.code, reader.zone);
	return {
		status: notice.status,
		html: casePage(after, reader, notice),
		// Also when the case had ended before: then this execution has not heard of it yet.
		...resumeWith(file, after),
	};
}

function refusalNotice(view: CaseView, code: keyof typeof refusalNotices, zone: string): Notice {
	const refused = refusalNotices[code];
	const ended = code === 'CASE_CLOSED' ? endedNotice(view, zone) : null;
	// The words of how it ended, with the status of an answer that was not taken.
	return ended ? { ...ended, status: refused.status } : refused;
}

/** The form once more, with what was typed and what is missing. */
function again({ view, reader, claims }: Visit, fault: FormFault): Reply {
	const notice = whyNotAsked(view, claims, reader.zone);
	return notice
		? { status: notice.status, html: casePage(view, reader, notice) }
		: { status: 422, html: approvalPage(view, reader, fault) };
}
