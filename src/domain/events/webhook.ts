import { createHash, createHmac } from 'node:crypto';

/** What Odoo's webhook says in its query, as it stands there. */
export interface WebhookFields {
	/** Id of the outbox row. */
	id: number | string;
	/** Unix seconds at which it was sent. */
	ts: number | string;
	topic: string;
	area: string;
	/** What happened; see `eventTypes`. */
	event: string;
	model: string;
	/** Id of the record. */
	record: number | string;
	/** Digest of the values that are sent along in the body. */
	digest: string;
	/** Trace id of the event; an event that an older blueprint wrote has none. */
	trace?: string | undefined;
}

/** SHA-256 (hex) of the values sent along, which are JSON text; of the empty text where there are none. */
export function digestOf(values: string): string {
	return createHash('sha256').update(values).digest('hex');
}

/** The text that is signed. The version at its beginning tells its forms apart. */
export function webhookMessage(fields: WebhookFields): string {
	const { id, ts, topic, area, event, model, record, digest, trace } = fields;
	const said = [id, ts, topic, area, event, model, record, digest];
	return (trace === undefined ? ['v2', ...said] : ['v3', ...said, trace]).join('|');
}

/** HMAC-SHA256 (hex) of a webhook, as Odoo computes it with the subscription's signing key. */
export function signWebhook(signingKey: string, fields: WebhookFields): string {
	return createHmac('sha256', signingKey).update(webhookMessage(fields)).digest('hex');
}

/**
 * HMAC-SHA256 (hex) over a whole body, for senders that can add headers.
 *
 * @param ts Unix seconds, as in the header beside the signature
 */
export function signBody(signingKey: string, ts: number | string, body: Uint8Array): string {
	return createHmac('sha256', signingKey).update(`v2.body|${ts}|`).update(body).digest('hex');
}
