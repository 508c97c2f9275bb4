import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { findArea } from '../../src/domain/areas/areas';
import type { EventSection } from '../../src/domain/case/caseFile';
import { DomainError } from '../../src/domain/errors';
import {
	WebhookForgedError,
	WebhookMalformedError,
	WebhookStaleError,
} from '../../src/domain/events/errors';
import { deriveSigningKey, subscriptionKey } from '../../src/domain/events/subscription';
import { verifyWebhook } from '../../src/domain/events/verifyWebhook';
import { signingKeysFrom } from '../../src/n8n/signingKeysFrom';
import { covers, readSubscriptions } from './subscription';

/** Odoo's own webhooks are some hundred bytes. */
const LARGEST_BODY_BYTES = 16 * 1024;

/** More than Odoo ever sends as a webhook of ours. */
class BodyTooLargeError extends DomainError {
	readonly code = 'BODY_TOO_LARGE';
}

/** A genuine event of a kind that this node was not set to listen for. */
class NotSubscribedError extends DomainError {
	readonly code = 'NOT_SUBSCRIBED';
}

/**
 * Verifies one webhook of Odoo and hands it on as the beginning of a case file. It does nothing
 * else: Odoo gives a webhook one second. Whatever is not genuine gets an answer and starts nothing.
 */
export async function receiveEvent(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		assertBody(context);
		const event = await verify(context);
		return {
			workflowData: [[{ json: { schema: 'approval-case/1', event } }]],
			webhookResponse: { status: 'accepted', id: event.outboxId },
		};
	} catch (error) {
		return refuse(context, error);
	}
}

/** What is in the body is not believed, so it only has to be harmless. */
function assertBody(context: IWebhookFunctions): void {
	const body: unknown = context.getBodyData();
	if (JSON.stringify(body ?? null).length > LARGEST_BODY_BYTES) {
		throw new BodyTooLargeError(`The body is larger than ${LARGEST_BODY_BYTES} bytes`);
	}
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		throw new WebhookMalformedError('The body must be a JSON object');
	}
	const named: unknown = '_id' in body ? body['_id'] : undefined;
	const { id } = queryOf(context);
	if (named !== undefined && String(named) !== id) {
		throw new WebhookMalformedError('The body is about another event than the address');
	}
}

async function verify(context: IWebhookFunctions): Promise<EventSection> {
	const subscriptions = readSubscriptions(context, ownUrl(context));
	const { accepted } = await signingKeysFrom(context);
	const keys = subscriptions.flatMap((subscription) =>
		accepted.map(({ key }) => deriveSigningKey(key, subscriptionKey(subscription))),
	);
	const event = verifyWebhook(queryOf(context), keys, new Date().toISOString());

	if (!subscriptions.some((subscription) => covers(subscription, event))) {
		throw new NotSubscribedError(
			`This workflow does not listen for ${event.area} (${event.topic})`,
		);
	}
	if (event.topic === 'record' && findArea(event.area).model !== event.model) {
		throw new WebhookMalformedError(`${event.model} is not what ${event.area} is about`);
	}
	return event;
}

function queryOf(context: IWebhookFunctions): Record<string, unknown> {
	return { ...context.getQueryData() };
}

/** The address under which Odoo knows this node; while listening for a test it is another one. */
function ownUrl(context: IWebhookFunctions): string {
	const isTest = context.getMode() === 'manual';
	const url = isTest
		? context.getWebhookResourceUrl('default')
		: context.getNodeWebhookUrl('default');
	return url ?? '';
}

function refuse(context: IWebhookFunctions, error: unknown): IWebhookResponseData {
	const isOurs = error instanceof DomainError;
	if (!isOurs) context.logger.error('Odoo Trigger could not check an event', { error });
	context
		.getResponseObject()
		.status(statusOf(error))
		.json({
			status: 'refused',
			code: isOurs ? error.code : 'INTERNAL',
			message: isOurs ? error.message : 'The event could not be checked. Odoo will send it again.',
		});
	return { noWebhookResponse: true };
}

function statusOf(error: unknown): number {
	if (error instanceof WebhookMalformedError) return 400;
	if (error instanceof WebhookForgedError || error instanceof WebhookStaleError) return 401;
	if (error instanceof BodyTooLargeError) return 413;
	return error instanceof NotSubscribedError ? 403 : 500;
}
