import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { DomainError } from '../../src/domain/errors';
import { LinkExpiredError } from '../../src/domain/links/errors';
import { toItem } from '../../src/n8n/toItem';
import { noticePage } from '../../src/page/layout';
import { linkNotices, type Notice } from '../../src/page/notices';
import { pageHeaders } from '../../src/page/pageHeaders';
import { answerApprover } from './answerApprover';
import { answerRelay } from './answerRelay';
import { RequestUnreadableError, type Reply } from './Reply';

/**
 * Answers whoever calls the address of a waiting execution: an approver's browser, or the relay.
 *
 * It must not throw: n8n would take that for an answer and go on with an empty item.
 */
export async function answerVisitor(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		const reply = await replyTo(context);
		send(context, reply);
		if (!reply.resume) return { noWebhookResponse: true };
		const byOutput = Array.from({ length: reply.resume.output + 1 }, (_, output) =>
			output === reply.resume?.output ? [toItem(reply.resume.json, 0)] : [],
		);
		return { noWebhookResponse: true, workflowData: byOutput };
	} catch (error) {
		context.logger.error('Approval Route could not answer', { error });
		return { noWebhookResponse: true };
	}
}

async function replyTo(context: IWebhookFunctions): Promise<Reply> {
	try {
		const query = context.getQueryData();
		return 'relay' in query ? await answerRelay(context) : await answerApprover(context);
	} catch (error) {
		const notice = noticeFor(error);
		if (notice === linkNotices.unavailable) {
			context.logger.error('Approval Route could not answer', { error });
		}
		return { status: notice.status, html: noticePage(notice) };
	}
}

/** Refusals say nothing about the case; what went wrong on our side is said to be just that. */
function noticeFor(error: unknown): Notice {
	if (error instanceof LinkExpiredError) return linkNotices.expired;
	if (error instanceof RequestUnreadableError) return linkNotices.unreadable;
	if (error instanceof DomainError && error.code === 'LINK_INVALID') return linkNotices.invalid;
	return linkNotices.unavailable;
}

function send(context: IWebhookFunctions, { status, html }: Reply): void {
	context.getResponseObject().status(status).set(pageHeaders).send(html);
}
