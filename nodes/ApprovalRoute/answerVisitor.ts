import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answerApprover } from '../../src/n8n/approverPage/answerApprover';
import { readClaims } from '../../src/n8n/approverPage/readClaims';
import { languageOf } from '../../src/n8n/approverPage/languageOf';
import { noticeReply, type Reply } from '../../src/n8n/approverPage/Reply';
import { servePage } from '../../src/n8n/approverPage/servePage';
import { resumeBy } from '../../src/n8n/resumeBy';
import { linkNotice } from '../../src/page/notices';
import { answerRelay } from './answerRelay';
import { readWaitingFile, resumeWith } from './waitingCase';

/**
 * Answers whoever calls the address of a waiting execution: the relay, or an approver's browser
 * where no relay workflow was active to serve the page when they were asked.
 *
 * It must not throw: n8n would take that for an answer and go on with an empty item.
 */
export async function answerVisitor(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { resume } = await servePage(context, async () =>
		'relay' in context.getQueryData() ? await answerRelay(context) : await answerBrowser(context),
	);
	return resumeBy(resume);
}

/** The page of the one case that is waited for here; when an answer ends it, the execution goes on. */
async function answerBrowser(context: IWebhookFunctions): Promise<Reply> {
	const claims = await readClaims(context);
	const file = readWaitingFile(context);
	if (claims.case !== file.routing.caseId) {
		const language = languageOf(context);
		return noticeReply(linkNotice('otherCase', language), language);
	}
	const { judged, ...reply } = await answerApprover(context, claims, 'page');
	// Also when the case had ended before: then this execution has not heard of it yet.
	return { ...reply, ...(judged && resumeWith(file, judged)) };
}
