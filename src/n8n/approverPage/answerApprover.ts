import type { IWebhookFunctions } from 'n8n-workflow';
import type { CaseView } from '../../domain/case/caseView';
import type { Channel } from '../../domain/case/vocabulary';
import { sealOf, type LinkClaims } from '../../domain/links/links';
import { linkNotice } from '../../page/notices';
import { noticeReply, type Reply } from './Reply';
import { takeAnswer } from './takeAnswer';
import { beginVisit, showCase } from './Visit';

export interface ApproverReply extends Reply {
	/** The case after an answer was judged; `null` when none was. */
	judged: CaseView | null;
}

/**
 * Answers an approver's browser. Only a `POST` of our own form says anything of the case; whatever
 * else comes shows it and changes nothing, since mail scanners and previews open links too.
 *
 * @param claims of a link that was verified
 * @param channel tells the ledger whether somebody has to be told of a decision
 */
export async function answerApprover(
	context: IWebhookFunctions,
	claims: LinkClaims,
	channel: Channel,
): Promise<ApproverReply> {
	const visit = await beginVisit(context, claims);
	if (sealOf(visit.view.fingerprint) !== claims.fp) {
		const { language } = visit.reader;
		return { ...noticeReply(linkNotice('otherCase', language), language), judged: null };
	}
	return context.getRequestObject().method === 'POST'
		? await takeAnswer(visit, context.getBodyData(), channel)
		: { ...showCase(visit), judged: null };
}
