import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answerApprover } from '../../src/n8n/approverPage/answerApprover';
import { readClaims } from '../../src/n8n/approverPage/readClaims';
import { languageOf } from '../../src/n8n/approverPage/languageOf';
import { noticeReply, type Reply } from '../../src/n8n/approverPage/Reply';
import { servePage } from '../../src/n8n/approverPage/servePage';
import { linkNotice } from '../../src/page/notices';

/**
 * The page of any case, for whoever has a link to it. It is there as long as the relay workflow is
 * active, whatever became of the execution that asked, and it starts none.
 */
export async function serveCase(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	await servePage(context, async () => await answer(context));
	return { noWebhookResponse: true };
}

async function answer(context: IWebhookFunctions): Promise<Reply> {
	// What people decide here is carried on by the relay alone.
	if (context.getNodeParameter('event') !== 'caseDecided') {
		const language = languageOf(context);
		return noticeReply(linkNotice('notHere', language), language);
	}
	return await answerApprover(context, await readClaims(context), 'link');
}
