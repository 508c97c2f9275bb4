import { deriveSigningKey, subscriptionKey } from '../../src/domain/events/subscription';
import { digestOf, signWebhook, type WebhookFields } from '../../src/domain/events/webhook';
import { testSigningKey } from './startStage';

export interface Listener {
	/** Address of the trigger. */
	url: string;
	/** Master key to sign with; the right one when left out. */
	key?: string;
	/** Area that the trigger listens for, `none` for a model; that of sales orders when left out. */
	listensFor?: string;
}

export type WebhookDraft = Listener & Partial<WebhookFields>;

/** The key that Odoo signs the webhooks of a trigger with. */
export function signingKeyOf({
	url,
	key = testSigningKey,
	listensFor: area = 'sales_order_release',
}: Listener): string {
	return deriveSigningKey(key, subscriptionKey({ topic: 'record', area, url }));
}

/** The address that Odoo would call to report an event, signed as Odoo signs it. */
export function signedWebhook({
	url,
	key = testSigningKey,
	listensFor = 'sales_order_release',
	...changes
}: WebhookDraft): URL {
	const fields: WebhookFields = {
		id: 1,
		ts: Math.floor(Date.now() / 1000),
		topic: 'record',
		area: 'sales_order_release',
		event: 'saved',
		model: 'sale.order',
		record: 16,
		digest: digestOf(''),
		...changes,
	};
	const sig = signWebhook(signingKeyOf({ url, key, listensFor }), fields);
	const address = new URL(url);
	for (const [name, value] of Object.entries({ ...fields, sig })) {
		address.searchParams.set(name, String(value));
	}
	return address;
}

/** Calls an address as Odoo does, with the body that Odoo's own webhook action makes. */
export async function callAsOdoo(
	address: URL,
	body: unknown = bodyOf(address),
	headers: Record<string, string> = {},
): Promise<{ status: number; answer: unknown }> {
	const response = await fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	return { status: response.status, answer: await response.json() };
}

/** Odoo's own webhook action says which row it is about, and `false` for an empty field. */
export function bodyOf(address: URL, values: string | false = false): Record<string, unknown> {
	const _id = Number(address.searchParams.get('id'));
	return {
		_action: 'Send Webhook Notification(#1)',
		_id,
		_model: 'x_approval_outbox',
		id: _id,
		x_values: values,
	};
}
