import type { IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { findArea } from '../../domain/areas/areas';
import type { CaseView } from '../../domain/case/caseView';
import type { CommandOf } from '../../domain/case/commands';
import { decisions } from '../../domain/case/vocabulary';
import type { LinkClaims } from '../../domain/links/links';
import type { Ledger } from '../../odoo/ledger/Ledger';
import { approvalPage, casePage } from '../../page/approvalPage';
import type { FormFault } from '../../page/decisionForm';
import {
	answeredNotice,
	endedNotice,
	refusalNotices,
	thanksNotice,
	type Notice,
} from '../../page/notices';
import type { PageReader } from '../../page/PageReader';
import { texts } from '../../page/texts';
import { ledgerFrom, recordUrlFrom } from '../odooClientFrom';
import { RequestUnreadableError, type Reply } from './Reply';

const formSchema = z.object({
	decision: z.enum(decisions).optional(),
	reason: z.string().trim().max(2000).default(''),
});

type Channel = CommandOf<'vote'>['channel'];

export interface ApproverReply extends Reply {
	/** The case after an answer was judged; `null` when none was. */
	judged: CaseView | null;
}

interface Visit {
	claims: LinkClaims;
	ledger: Ledger;
	view: CaseView;
	reader: PageReader;
}

/**
 * Answers an approver's browser. `GET` shows the case and changes nothing, since mail scanners and
 * previews open links too; `POST` votes.
 *
 * @param claims of a link that was verified
 * @param channel tells the ledger whether somebody has to be told of a decision
 */
export async function answerApprover(
	context: IWebhookFunctions,
	claims: LinkClaims,
	channel: Channel,
): Promise<ApproverReply> {
	const ledger = await ledgerFrom(context);
	const { case: view } = await ledger.execute<'show'>({ command: 'show', caseId: claims.case });
	const reader = await readerOf(context, view, claims);
	const visit = { claims, ledger, view, reader };
	return context.getRequestObject().method === 'POST'
		? await vote(visit, context.getBodyData(), channel)
		: { ...look(visit), judged: null };
}

async function readerOf(
	context: IWebhookFunctions,
	view: CaseView,
	{ actor }: LinkClaims,
): Promise<PageReader> {
	const approver = view.approvers.find(({ id }) => id === actor);
	return {
		actorId: actor,
		now: new Date().toISOString(),
		zone: approver?.timeZone || context.getTimezone(),
		areaLabel: findArea(view.area).label,
		recordUrl: await recordUrlFrom(context, { model: view.model, id: view.recordId }),
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

/** Has the ledger judge the answer. */
async function vote(visit: Visit, body: unknown, channel: Channel): Promise<ApproverReply> {
	const form = formSchema.safeParse(body);
	if (!form.success) throw new RequestUnreadableError('The form could not be read');
	const { claims, ledger, reader } = visit;
	const { decision, reason } = form.data;
	if (!decision) return again(visit, { message: texts.decisionMissing, reason });

	const answer = await ledger.execute<'vote'>({
		command: 'vote',
		caseId: claims.case,
		actorId: claims.actor,
		step: claims.step,
		round: claims.round,
		decision,
		reasonCode: null,
		reason: reason || null,
		channel,
	});
	const after = answer.case;
	if (answer.status === 'refused' && answer.code === 'REASON_REQUIRED') {
		return again({ ...visit, view: after }, { message: texts.reasonMissing, reason });
	}
	const notice =
		answer.status === 'recorded'
			? thanksNotice(after, decision)
			: refusalNotice(after, answer.code, reader.zone);
	return { status: notice.status, html: casePage(after, reader, notice), judged: after };
}

function refusalNotice(view: CaseView, code: keyof typeof refusalNotices, zone: string): Notice {
	const refused = refusalNotices[code];
	const ended = code === 'CASE_CLOSED' ? endedNotice(view, zone) : null;
	// The words of how it ended, with the status of an answer that was not taken.
	return ended ? { ...ended, status: refused.status } : refused;
}

/** The form once more, with what was typed and what is missing. */
function again({ view, reader, claims }: Visit, fault: FormFault): ApproverReply {
	const notice = whyNotAsked(view, claims, reader.zone);
	return notice
		? { status: notice.status, html: casePage(view, reader, notice), judged: null }
		: { status: 422, html: approvalPage(view, reader, fault), judged: null };
}
