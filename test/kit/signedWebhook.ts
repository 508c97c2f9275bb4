import { deriveSigningKey, subscriptionKey } from '../../src/domain/events/subscription';
import { signWebhook, type WebhookFields } from '../../src/domain/events/webhook';
import { testSigningKey } from './startStage';

export interface WebhookDraft extends Partial<WebhookFields> {
	/** Address of the trigger. */
	url: string;
	/** Master key to sign with; the right one when left out. */
	key?: string;
}

/** The address that Odoo would call to report an event, signed as Odoo signs it. */
export function signedWebhook({ url, key = testSigningKey, ...changes }: WebhookDraft): URL {
	const fields: WebhookFields = {
		id: 1,
		ts: Math.floor(Date.now() / 1000),
		topic: 'record',
		area: 'sales_order_release',
		model: 'sale.order',
		record: 16,
		...changes,
	};
	const subscription = { topic: 'record' as const, area: 'sales_order_release', url };
	const sig = signWebhook(deriveSigningKey(key, subscriptionKey(subscription)), fields);
	const address = new URL(url);
	for (const [name, value] of Object.entries({ ...fields, sig })) {
		address.searchParams.set(name, String(value));
	}
	return address;
}

/** Calls an address as Odoo does, with the body that Odoo's own webhook action makes. */
export async function callAsOdoo(
	address: URL,
	body: unknown = { _model: 'x_approval_outbox', _id: Number(address.searchParams.get('id')) },
): Promise<{ status: number; answer: unknown }> {
	const response = await fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	return { status: response.status, answer: await response.json() };
}
