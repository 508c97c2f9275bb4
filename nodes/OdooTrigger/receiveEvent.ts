import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { z } from 'zod';
import { DomainError } from '../../src/domain/errors';
import {
	WebhookForgedError,
	WebhookMalformedError,
	WebhookStaleError,
} from '../../src/domain/events/errors';
import type { EventSection } from '../../src/domain/events/eventSection';
import { deriveSigningKey, subscriptionKey } from '../../src/domain/events/subscription';
import {
	SIGNATURE_HEADER,
	verifySignedBody,
	verifyWebhook,
} from '../../src/domain/events/verifyWebhook';
import { logEvent } from '../../src/n8n/logSteps';
import { signingKeysFrom } from '../../src/n8n/signingKeysFrom';
import { covers, readListenings, type Listening } from './listening';

/** Odoo's own webhooks are some hundred bytes. */
const LARGEST_BODY_BYTES = 16 * 1024;
const LARGEST_BODY_WITH_VALUES_BYTES = 256 * 1024;

/** More than Odoo ever sends as a webhook of ours. */
class BodyTooLargeError extends DomainError {
	readonly code = 'BODY_TOO_LARGE';
}

/** A genuine event of a kind that this node was not set to listen for. */
class NotSubscribedError extends DomainError {
	readonly code = 'NOT_SUBSCRIBED';
}

/** What Odoo's webhook action sends: the outbox row, and its field for values. */
const bodySchema = z.object({
	_id: z.union([z.string(), z.number()]).optional(),
	/** Odoo says `false` for an empty text. */
	x_values: z.union([z.string(), z.literal(false).transform(() => '')]).default(''),
});

/**
 * Verifies one webhook and hands it on as the beginning of a case file. It does nothing else: Odoo
 * gives a webhook one second. Whatever is not genuine gets an answer and starts nothing.
 */
export async function receiveEvent(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		// While listening for a test in the editor this is another address, with keys of its own.
		const listenings = readListenings(context, context.getWebhookResourceUrl('default') ?? '');
		assertSize(context, listenings);
		const event = await verify(context, listenings);
		if (!listenings.some((listening) => covers(listening, event))) {
			throw new NotSubscribedError(
				`This workflow does not listen for ${event.type} of ${event.model} (${event.area})`,
			);
		}
		logEvent(context, 'received', event);
		const { id: workflowId } = context.getWorkflow();
		const workflow = workflowId === undefined ? {} : { workflowId: String(workflowId) };
		return {
			workflowData: [[{ json: { schema: 'approval-case/1', event: { ...event, ...workflow } } }]],
			webhookResponse: { status: 'accepted', id: event.outboxId },
		};
	} catch (error) {
		return refuse(context, error);
	}
}

function assertSize(context: IWebhookFunctions, listenings: readonly Listening[]): void {
	const largest = listenings.some(({ hasValues }) => hasValues)
		? LARGEST_BODY_WITH_VALUES_BYTES
		: LARGEST_BODY_BYTES;
	const announced = Number(context.getHeaderData()['content-length'] ?? 0);
	if (announced > largest || rawBodyOf(context).length > largest) {
		throw new BodyTooLargeError(`The body is larger than ${largest} bytes`);
	}
}

async function verify(
	context: IWebhookFunctions,
	listenings: readonly Listening[],
): Promise<EventSection> {
	const { accepted } = await signingKeysFrom(context);
	const keys = listenings.flatMap((listening) =>
		accepted.map(({ key }) => deriveSigningKey(key, subscriptionKey(listening))),
	);
	const now = new Date().toISOString();
	const headers = context.getHeaderData();
	if (headers[SIGNATURE_HEADER] !== undefined) {
		return verifySignedBody(headers, rawBodyOf(context), keys, now);
	}
	const query: Record<string, unknown> = { ...context.getQueryData() };
	return verifyWebhook(query, readValues(context, query['id']), keys, now);
}

/** The values sent along. Nothing else in the body is believed: the identity is in the address. */
function readValues(context: IWebhookFunctions, id: unknown): string {
	const body = bodySchema.safeParse(context.getBodyData());
	if (!body.success) throw new WebhookMalformedError('The body is not what Odoo sends');
	const { _id: named, x_values: values } = body.data;
	if (named !== undefined && String(named) !== id) {
		throw new WebhookMalformedError('The body is about another event than the address');
	}
	return values;
}

/** The body as it came over the wire; n8n keeps it for every kind of body that it reads as text. */
function rawBodyOf(context: IWebhookFunctions): Uint8Array {
	const { rawBody } = context.getRequestObject() as { rawBody?: Uint8Array };
	return rawBody ?? new Uint8Array();
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
