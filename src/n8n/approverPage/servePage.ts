import type { IWebhookFunctions } from 'n8n-workflow';
import { DomainError } from '../../domain/errors';
import { LinkExpiredError } from '../../domain/links/errors';
import { OdooUserError } from '../../odoo/errors';
import { linkNotice } from '../../page/notices';
import { pageHeaders } from '../../page/pageHeaders';
import type { LinkFault } from '../../page/texts/Texts';
import { languageOf } from './languageOf';
import { noticeReply, RequestUnreadableError, type Reply } from './Reply';

/**
 * Answers whoever calls, kindly also when something fails, and tells what was answered.
 *
 * It never throws: a waiting execution of n8n would take that for an answer and go on.
 */
export async function servePage(
	context: IWebhookFunctions,
	answer: () => Promise<Reply>,
): Promise<Reply> {
	const reply = await answer().catch((error: unknown) => refusal(context, error));
	try {
		const { status, html } = reply;
		context.getResponseObject().status(status).set(pageHeaders).send(html);
	} catch (error) {
		logFailure(context, error);
	}
	return reply;
}

function refusal(context: IWebhookFunctions, error: unknown): Reply {
	const fault = faultOf(error);
	if (fault === 'unavailable') logFailure(context, error);
	const language = languageOf(context);
	return noticeReply(linkNotice(fault, language), language);
}

/** Refusals say nothing about the case; what went wrong on our side is said to be just that. */
function faultOf(error: unknown): LinkFault {
	if (error instanceof LinkExpiredError) return 'expired';
	if (error instanceof RequestUnreadableError) return 'unreadable';
	if (error instanceof DomainError && error.code === 'LINK_INVALID') return 'invalid';
	// A genuine link to a case that this Odoo does not have: it is of another database.
	if (error instanceof OdooUserError) return 'otherCase';
	return 'unavailable';
}

function logFailure(context: IWebhookFunctions, error: unknown): void {
	context.logger.error('A page could not be answered', { error });
}
