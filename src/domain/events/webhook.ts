import { createHmac } from 'node:crypto';

/** What Odoo's webhook says in its query, as it stands there. */
export interface WebhookFields {
	/** Id of the outbox row. */
	id: number | string;
	/** Unix seconds at which it was sent. */
	ts: number | string;
	topic: string;
	area: string;
	model: string;
	/** Id of the record. */
	record: number | string;
}

/** The text that is signed. The version at its beginning lets another form follow one day. */
export function webhookMessage({ id, ts, topic, area, model, record }: WebhookFields): string {
	return ['v1', id, ts, topic, area, model, record].join('|');
}

/** HMAC-SHA256 (hex) of a webhook, as Odoo computes it with the subscription's signing key. */
export function signWebhook(signingKey: string, fields: WebhookFields): string {
	return createHmac('sha256', signingKey).update(webhookMessage(fields)).digest('hex');
}
