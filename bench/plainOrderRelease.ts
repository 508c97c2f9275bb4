import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { OpenStage } from '../scripts/scenario/openStage';
import type { OdooClient } from '../src/odoo/OdooClient';
import { recordIds } from '../src/odoo/recordIds';
import { plainWorkflow, type PlainTarget } from './plainWorkflow';

/** Begins the reference of orders that the plain workflow is told of, and no others. */
export const PLAIN = 'Plain: ';

/**
 * Publishes order release as an analyst builds it from n8n's own nodes, with a rule in Odoo that
 * calls it.
 *
 * It is no straw man: two reads and one call confirm an order, since Odoo keeps margin and kind of
 * product with order and lines, and JSON-2 needs no login. What it lacks was tried:
 *
 * - What Odoo sends while n8n is down is lost, and on a busy machine what n8n does not answer within a
 *   second: Odoo sends it once.
 * - Whoever knows the webhook's address can have any quotation judged that was sent. Of one event that
 *   came three times at once, one execution confirmed the order and two ended in an error.
 * - An order that changes while somebody is asked is confirmed as changed.
 * - Whoever opens the link decides: nobody is asked who they are, and the salesperson has the link
 *   in the order's own chatter.
 * - Odoo says that the integration user confirmed the order, and not who decided.
 *
 * @returns the workflow's id
 */
export async function publishPlainOrderRelease(
	{ conductor: { api, n8n } }: OpenStage,
	admin: OdooClient,
	{ apiKey, ...target }: PlainTarget & { apiKey: string },
): Promise<string> {
	const data = { url: target.url, db: target.database, apiKey };
	const credential = { name: 'Plain Odoo', type: 'odooApiKeyApi', data };
	const odooApiKeyApi = { id: await api.createCredential(credential), name: credential.name };
	const path = randomUUID();
	const { nodes, connections } = plainWorkflow(target, path);
	const id = await api.createWorkflow({
		name: 'Order release from own nodes',
		nodes: nodes.map((node) => ({ ...node, credentials: { odooApiKeyApi } })),
		connections,
		settings: { executionOrder: 'v1' },
	});
	await api.activate(id);
	await callOnSent(admin, `${n8n.webhookUrl}/webhook/${path}`);
	return id;
}

const rows = z.array(z.object({ id: z.number() }));

/** Has Odoo call an address when a plain order is marked as sent. */
async function callOnSent(admin: OdooClient, webhook_url: string): Promise<void> {
	const find = async (model: string, domain: unknown[]) => {
		const [row] = await admin.call(model, 'search_read', { domain, fields: ['id'] }, rows);
		return row?.id ?? 0;
	};
	const model_id = await find('ir.model', [['model', '=', 'sale.order']]);
	const state = await find('ir.model.fields', [
		['model', '=', 'sale.order'],
		['name', '=', 'state'],
	]);
	const action = { name: 'Call n8n', model_id, state: 'webhook', webhook_url };
	const rule = {
		name: 'Plain order release',
		model_id,
		trigger: 'on_create_or_write',
		trigger_field_ids: [[6, 0, [state]]],
		filter_domain: `[('state', '=', 'sent'), ('client_order_ref', 'like', '${PLAIN}')]`,
		action_server_ids: [[0, 0, { ...action, usage: 'base_automation' }]],
	};
	await admin.call('base.automation', 'create', { vals_list: [rule] }, recordIds);
}
