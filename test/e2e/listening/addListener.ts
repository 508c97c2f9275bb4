import { randomBytes, randomUUID } from 'node:crypto';
import type { E2eStage } from '../stage/openE2eStage';

/**
 * A workflow in which an Odoo Trigger hears of events and Odoo Record acknowledges them, with the
 * credentials that they need.
 *
 * @returns the workflow's id
 */
export async function addListener(
	{ conductor: { api }, odoo }: E2eStage,
	parameters: Record<string, unknown>,
): Promise<string> {
	const { url, database, integration } = odoo;
	const { login, apiKey } = integration;
	const data = {
		odooApprovalsApi: { url, database, login, apiKey },
		approvalSigningApi: { keyId: 'key-1', secretKey: randomBytes(32).toString('hex') },
	};
	const credentials: Record<string, { id: string; name: string }> = {};
	for (const [type, secret] of Object.entries(data)) {
		const name = `Listening (${type})`;
		credentials[type] = { id: await api.createCredential({ name, type, data: secret }), name };
	}
	const trigger = {
		id: randomUUID(),
		name: 'Odoo Trigger',
		type: 'n8n-nodes-odoo-approvals.odooTrigger',
		typeVersion: 1.1,
		position: [0, 0],
		webhookId: randomUUID(),
		parameters,
		credentials,
	};
	const acknowledge = {
		id: randomUUID(),
		name: 'Acknowledge',
		type: 'n8n-nodes-odoo-approvals.odooRecord',
		typeVersion: 1.1,
		position: [250, 0],
		parameters: { operation: 'acknowledgeEvent' },
		credentials: { odooApprovalsApi: credentials['odooApprovalsApi'] },
	};
	return await api.createWorkflow({
		name: 'Listening',
		nodes: [trigger, acknowledge],
		connections: { 'Odoo Trigger': { main: [[{ node: 'Acknowledge', type: 'main', index: 0 }]] } },
	});
}
