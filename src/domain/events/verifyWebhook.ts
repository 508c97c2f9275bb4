import { z } from 'zod';
import { isSameText } from '../isSameText';
import { WebhookForgedError, WebhookMalformedError, WebhookStaleError } from './errors';
import { eventTypes, type EventSection } from './eventSection';
import { traceIdSchema } from './traceId';
import { digestOf, signBody, signWebhook } from './webhook';

/** How far the clocks of Odoo and n8n may be apart, delivery included. */
export const TOLERANCE_SECONDS = 300;

/** Headers of senders that can sign the body. */
export const SIGNATURE_HEADER = 'x-approvals-signature';
export const TIMESTAMP_HEADER = 'x-approvals-timestamp';

/** A whole number in decimal digits, small enough to be exact. */
const digits = z.string().regex(/^[1-9]\d{0,14}$/, 'must be a whole number');
/** What Odoo calls a model, and we an area; in particular without the sign that parts the message. */
const technicalName = z.string().regex(/^[\w.*-]{1,100}$/, 'must be a technical name');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const wholeNumber = z.number().int().positive().max(999_999_999_999_999);

const identity = {
	topic: z.enum(['record', 'case']),
	area: technicalName,
	event: z.enum(eventTypes),
	model: technicalName,
};

const querySchema = z.object({
	id: digits,
	ts: digits,
	...identity,
	record: digits,
	digest: hash,
	trace: traceIdSchema.optional(),
	sig: hash,
});

const signedHeaders = z.object({ signature: hash, ts: digits });

const signedBody = z.object({
	id: wholeNumber,
	...identity,
	record: wholeNumber,
	trace: traceIdSchema.optional(),
	values: z.record(z.unknown()).optional(),
});

const valuesText = z
	.string()
	.transform((text, refusal): unknown => {
		try {
			return JSON.parse(text);
		} catch {
			refusal.addIssue({ code: 'custom', message: 'must be JSON' });
			return z.NEVER;
		}
	})
	.pipe(z.record(z.unknown()));

/**
 * Checks that a webhook comes from our Odoo, unaltered and just now.
 *
 * @param query the query of the request; other parameters in it are the address's own
 * @param values the values sent along, as the text that Odoo made of them; empty when there are none
 * @param signingKeys keys of the subscription, the current one and any before it; none is a refusal
 * @param now ISO 8601
 * @throws {WebhookMalformedError | WebhookForgedError | WebhookStaleError}
 */
export function verifyWebhook(
	query: unknown,
	values: string,
	signingKeys: readonly string[],
	now: string,
): EventSection {
	const { sig, ...fields } = parse(querySchema, query);
	const isGenuine = signingKeys.some((key) => isSameText(sig, signWebhook(key, fields)));
	if (!isGenuine || fields.digest !== digestOf(values)) throw forged();
	assertFresh(fields.ts, now);
	return {
		outboxId: Number(fields.id),
		topic: fields.topic,
		area: fields.area,
		type: fields.event,
		model: fields.model,
		recordId: Number(fields.record),
		traceId: fields.trace ?? null,
		sentAt: instantOf(fields.ts),
		...(values !== '' && { values: parse(valuesText, values) }),
	};
}

/**
 * Checks a webhook whose sender signed the body and said so in headers, which Odoo itself cannot.
 *
 * @param headers by name in lower case
 * @param body as it came over the wire, byte for byte
 * @throws {WebhookMalformedError | WebhookForgedError | WebhookStaleError}
 */
export function verifySignedBody(
	headers: Readonly<Record<string, unknown>>,
	body: Uint8Array,
	signingKeys: readonly string[],
	now: string,
): EventSection {
	const { signature, ts } = parse(signedHeaders, {
		signature: headers[SIGNATURE_HEADER],
		ts: headers[TIMESTAMP_HEADER],
	});
	if (!signingKeys.some((key) => isSameText(signature, signBody(key, ts, body)))) throw forged();
	assertFresh(ts, now);
	const { id, event, record, trace, values, ...said } = parse(signedBody, readJson(body));
	return {
		...said,
		outboxId: id,
		type: event,
		recordId: record,
		traceId: trace ?? null,
		sentAt: instantOf(ts),
		...(values && { values }),
	};
}

function readJson(body: Uint8Array): unknown {
	try {
		return JSON.parse(Buffer.from(body).toString('utf8'));
	} catch {
		throw new WebhookMalformedError('The body is not JSON');
	}
}

function forged(): WebhookForgedError {
	return new WebhookForgedError('The signature does not belong to this event');
}

function assertFresh(ts: string, now: string): void {
	const ageSeconds = Date.parse(now) / 1000 - Number(ts);
	// Said positively, so that an instant which is no number does not pass.
	if (Math.abs(ageSeconds) <= TOLERANCE_SECONDS) return;
	const seconds = Math.round(Math.abs(ageSeconds));
	throw new WebhookStaleError(
		ageSeconds < 0
			? `The event was signed ${seconds} seconds in the future: the clocks of Odoo and n8n differ`
			: `The event was signed ${seconds} seconds ago: it is old, or the clocks of Odoo and n8n differ`,
	);
}

function instantOf(ts: string): string {
	return new Date(Number(ts) * 1000).toISOString();
}

function parse<Schema extends z.ZodTypeAny>(schema: Schema, given: unknown): z.infer<Schema> {
	const parsed = schema.safeParse(given);
	if (parsed.success) return parsed.data as z.infer<Schema>;
	const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
	throw new WebhookMalformedError(faults.join('; '));
}
