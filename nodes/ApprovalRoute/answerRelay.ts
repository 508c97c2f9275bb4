import type { IWebhookFunctions } from 'n8n-workflow';
import { LinkInvalidError } from '../../src/domain/links/errors';
import { readRelay } from '../../src/domain/links/links';
import type { Reply } from '../../src/n8n/approverPage/Reply';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { signingKeysFrom } from '../../src/n8n/signingKeysFrom';
import { dueEarlier, readWaitingFile, resumeWith } from './waitingCase';

/**
 * Answers the relay, which says that the case was decided elsewhere. What was decided is read from
 * Odoo, never from the call.
 *
 * @throws {LinkInvalidError | LinkExpiredError}
 */
export async function answerRelay(context: IWebhookFunctions): Promise<Reply> {
	const { accepted } = await signingKeysFrom(context);
	const query = { relay: undefined, ...context.getQueryData() };
	const claims = readRelay(query.relay, accepted, new Date().toISOString());
	const file = readWaitingFile(context);
	if (context.getRequestObject().method !== 'POST' || claims.case !== file.routing.caseId) {
		throw new LinkInvalidError('The relay is not for this case');
	}
	const ledger = await ledgerFrom(context);
	const { case: view } = await ledger.execute<'show'>({ command: 'show', caseId: claims.case });
	return { status: 200, html: view.state, ...(resumeWith(file, view) ?? dueEarlier(file, view)) };
}
