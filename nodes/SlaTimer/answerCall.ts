import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { LinkExpiredError, LinkInvalidError } from '../../src/domain/links/errors';
import { readRelay, readWake } from '../../src/domain/links/links';
import { stopClock } from '../../src/domain/sla/slaClock';
import { parseCaseFile } from '../../src/n8n/readCaseFile';
import { resumeBy } from '../../src/n8n/resumeBy';
import { signingKeysFrom } from '../../src/n8n/signingKeysFrom';
import { awaitedFrom, hasCome } from './awaited';
import { MET } from './outputs';

interface Answer {
	status: number;
	message: string;
	/** What the execution goes on with, when it does. */
	json?: Record<string, unknown>;
}

/**
 * Answers whoever calls the address of a waiting timer: it looks in Odoo again. What the call says is
 * not believed; only where nothing but a call is waited for, the call itself is what was waited for.
 *
 * It must not throw: n8n would take that for an answer and go on with an empty item.
 */
export async function answerCall(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { status, message, json } = await look(context).catch((error: unknown) =>
		refusal(context, error),
	);
	try {
		context
			.getResponseObject()
			.status(status)
			.set({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
			.json({ message });
	} catch (error) {
		context.logger.error('A call to a waiting timer could not be answered', { error });
	}
	return resumeBy(json && { output: MET, json });
}

async function look(context: IWebhookFunctions): Promise<Answer> {
	const { accepted } = await signingKeysFrom(context);
	const query: { wake?: unknown; relay?: unknown } = context.getQueryData();
	const now = new Date().toISOString();
	const isRelay = query.relay !== undefined;
	const claims = isRelay
		? readRelay(query.relay, accepted, now)
		: readWake(query.wake, accepted, now);
	if (context.getRequestObject().method !== 'POST') {
		return { status: 405, message: 'Send a POST to have the timer look again.' };
	}
	const { wait, ...file } = parseCaseFile(context.evaluateExpression('{{ $json }}', 0), ['sla']);
	const isOurs =
		'case' in claims
			? claims.case === file.routing?.caseId
			: claims.execution === context.getExecutionId();
	if (!wait || !isOurs) throw new LinkInvalidError('The call is for another timer');
	const awaited = awaitedFrom((name) => context.getNodeParameter(name, null), file);
	const isMet = (awaited.kind === 'call' && !isRelay) || (await hasCome(context, awaited));
	return isMet
		? { status: 200, message: 'It has come.', json: { ...file, sla: stopClock(file.sla, now) } }
		: { status: 200, message: 'It has not come yet; the timer waits on.' };
}

/** Refusals say nothing about what is waited for. */
function refusal(context: IWebhookFunctions, error: unknown): Answer {
	if (error instanceof LinkExpiredError)
		return { status: 410, message: 'This address is too old.' };
	if (error instanceof LinkInvalidError) {
		return { status: 404, message: 'Nothing waits at this address.' };
	}
	context.logger.error('A waiting timer could not look again', { error });
	return { status: 503, message: 'The timer could not look in Odoo just now; call again.' };
}
