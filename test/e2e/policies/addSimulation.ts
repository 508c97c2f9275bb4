import { randomUUID } from 'node:crypto';
import type { E2eStage } from '../stage/openE2eStage';

/**
 * A workflow that simulates a policy over the records in Odoo, and takes the report out of its file.
 *
 * @returns the workflow's id
 */
export async function addSimulation(
	{ conductor: { api }, odoo }: E2eStage,
	parameters: Record<string, unknown>,
): Promise<string> {
	const { url, database, integration } = odoo;
	const { login, apiKey } = integration;
	const name = 'Simulating (odooApprovalsApi)';
	const data = { url, database, login, apiKey };
	const id = await api.createCredential({ name, type: 'odooApprovalsApi', data });
	const node = (about: { name: string; type: string; parameters: object }, index: number) => ({
		id: randomUUID(),
		typeVersion: 1.1,
		position: [index * 250, 0],
		...about,
	});
	const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} };
	const simulate = {
		name: 'Simulate',
		type: 'n8n-nodes-odoo-approvals.policyEvaluate',
		parameters: { operation: 'simulate', ...parameters },
		credentials: { odooApprovalsApi: { id, name } },
	};
	const read = {
		name: 'Read Report',
		type: 'n8n-nodes-base.extractFromFile',
		parameters: { operation: 'text', binaryPropertyName: 'report', destinationKey: 'html' },
	};
	const to = (next: string) => ({ main: [[{ node: next, type: 'main', index: 0 }]] });
	return await api.createWorkflow({
		name: 'Simulating',
		nodes: [{ ...node(start, 0), typeVersion: 1 }, node(simulate, 1), node(read, 2)],
		connections: { Start: to('Simulate'), Simulate: to('Read Report') },
	});
}
