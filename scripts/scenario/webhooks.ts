import { randomBytes } from 'node:crypto';
import { type EventSection, eventSectionSchema } from '../../src/domain/events/eventSection';
import { digestOf, signWebhook, type WebhookFields } from '../../src/domain/events/webhook';
import { outputOf } from '../real/N8nExecution';
import type { Quotation } from './salesDesk';
import type { Conductor } from './Stage';
import { REDELIVERED_MS } from './redelivered';
import { until } from './until';

/** Names of nodes in the template, where executions are looked into. */
const triggerNode = 'Odoo Trigger';
const gatherNode = 'Gather Facts';
const alreadyHandled = 1;

/**
 * Sends the webhook of an order once more, byte for byte, as a network may do.
 *
 * @returns whether n8n took it and then found the event handled already
 */
export async function repeatWebhook(conductor: Conductor, order: Quotation): Promise<boolean> {
	const { api, orderReleaseId, webhook } = conductor;
	const event = await until(`n8n never heard of ${order.name}`, REDELIVERED_MS, () =>
		findEvent(conductor, order.id),
	);
	const known = new Set((await api.listExecutions(orderReleaseId)).map(({ id }) => id));
	const status = await send(webhook.url, webhook.signingKey, {
		id: event.outboxId,
		ts: Date.parse(event.sentAt) / 1000,
		topic: event.topic,
		area: event.area,
		event: event.type,
		model: event.model,
		record: event.recordId,
		digest: digestOf(''),
	});
	if (status >= 300) return false;

	return await until(`n8n did nothing about the repeated event`, 30_000, async () => {
		const executions = await executionsAbout(conductor, order.id, known);
		const ended = executions.find((one) => one.execution.status === 'success');
		return ended && outputOf(ended.execution, gatherNode, alreadyHandled).length > 0;
	});
}

/**
 * Sends a webhook about an order that Odoo did not sign.
 *
 * @returns whether n8n refused it and started nothing
 */
export async function forgeWebhook(conductor: Conductor, order: Quotation): Promise<boolean> {
	const { webhook } = conductor;
	const status = await send(webhook.url, randomBytes(32).toString('hex'), {
		id: 1_000_000 + order.id,
		ts: Math.floor(Date.now() / 1000),
		topic: 'record',
		area: 'sales_order_release',
		event: 'saved',
		model: 'sale.order',
		record: order.id,
		digest: digestOf(''),
	});
	const started = await executionsAbout(conductor, order.id, new Set());
	return status >= 400 && status < 500 && started.length === 0;
}

async function send(url: string, key: string, fields: WebhookFields): Promise<number> {
	const address = signedAddress(url, key, fields);
	return (await fetch(address, { method: 'POST', body: '{}', headers: json })).status;
}

/** The address that Odoo calls to tell of an event. */
export function signedAddress(url: string, key: string, fields: WebhookFields): URL {
	const address = new URL(url);
	for (const [name, value] of Object.entries(fields)) address.searchParams.set(name, String(value));
	address.searchParams.set('sig', signWebhook(key, fields));
	return address;
}

const json = { 'Content-Type': 'application/json' };

async function findEvent(
	conductor: Conductor,
	recordId: number,
): Promise<EventSection | undefined> {
	const [found] = await executionsAbout(conductor, recordId, new Set());
	return found?.event;
}

/** Executions of the order release that an event about this record started. */
async function executionsAbout(
	{ api, orderReleaseId }: Conductor,
	recordId: number,
	known: ReadonlySet<string>,
) {
	const listed = await api.listExecutions(orderReleaseId);
	const fresh = listed.filter(({ id }) => !known.has(id));
	const executions = await Promise.all(fresh.map(async ({ id }) => await api.getExecution(id)));
	return executions.flatMap((execution) => {
		const [json] = outputOf(execution, triggerNode);
		const event = eventSectionSchema.safeParse(json?.['event']);
		return event.success && event.data.recordId === recordId
			? [{ execution, event: event.data }]
			: [];
	});
}
