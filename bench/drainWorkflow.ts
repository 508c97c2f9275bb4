import { randomBytes, randomUUID } from 'node:crypto';
import { N8nApi } from '../scripts/real/N8nApi';
import { startN8n } from '../scripts/real/n8n';
import { outputOf } from '../scripts/real/N8nExecution';
import { packNodes } from '../scripts/scenario/packNodes';
import type { Backlog } from './backlog';

const EXECUTION_MS = 300_000;
const SAMPLE_MS = 100;

export interface Drained {
	rows: number;
	seconds: number;
	/** How much n8n's resident memory rose above what it was before, at its highest. */
	growthMb: number;
}

/** An n8n with one workflow that claims everything, and one that reads it with n8n's own node. */
export interface Drain {
	claim(): Promise<Drained>;
	read(): Promise<Drained>;
	close(): Promise<void>;
}

export async function openDrain(
	folder: string,
	{ url, database, integration }: Pick<Backlog, 'url' | 'database' | 'integration'>,
): Promise<Drain> {
	const env = { N8N_METRICS: 'true' };
	const n8n = await startN8n({ userFolder: folder, packages: [await packNodes()], env });
	const api = new N8nApi(n8n.url);
	await api.setUpOwner();
	const { login, apiKey } = integration;
	const ours = await addCredential(api, 'odooApprovalsApi', { url, database, login, apiKey });
	await publishListener(api, ours);
	const claim = await addWorkflow(api, {
		type: 'n8n-nodes-odoo-approvals.odooRecord',
		typeVersion: 1.1,
		parameters: { operation: 'claimEvents', topic: 'record', areas: [], limit: 2000 },
		credentials: ours,
	});
	const read = await addWorkflow(api, {
		type: 'n8n-nodes-base.odoo',
		typeVersion: 1,
		parameters: {
			resource: 'custom',
			customResource: 'x_approval_outbox',
			operation: 'getAll',
			returnAll: true,
			options: {},
		},
		credentials: await addCredential(api, 'odooApi', {
			url,
			username: login,
			password: apiKey,
			db: database,
		}),
	});
	return {
		claim: async () => await timed(api, n8n.url, claim),
		read: async () => await timed(api, n8n.url, read),
		close: async () => {
			await n8n.stop();
		},
	};
}

async function timed(api: N8nApi, url: string, workflowId: string): Promise<Drained> {
	const before = await residentMb(url);
	let highest = before;
	const sampling = setInterval(() => {
		void residentMb(url).then((now) => {
			highest = Math.max(highest, now);
		});
	}, SAMPLE_MS);
	const startedAt = performance.now();
	const id = await api.runWorkflow(workflowId, 'Start');
	const execution = await api.waitForExecution(id, ['success'], EXECUTION_MS);
	const seconds = (performance.now() - startedAt) / 1000;
	clearInterval(sampling);
	return { rows: outputOf(execution, 'Odoo').length, seconds, growthMb: highest - before };
}

async function residentMb(url: string): Promise<number> {
	const text = await (await fetch(`${url}/metrics`)).text();
	const [, bytes] = /^n8n_process_resident_memory_bytes (\S+)$/m.exec(text) ?? [];
	if (bytes === undefined) throw new Error('n8n does not say how much memory it uses');
	return Number(bytes) / 1024 / 1024;
}

async function addCredential(api: N8nApi, type: string, data: Record<string, unknown>) {
	return { [type]: { id: await api.createCredential({ name: type, type, data }), name: type } };
}

/** Subscribes this n8n to the events that it will claim. */
async function publishListener(api: N8nApi, ours: object): Promise<void> {
	const secretKey = randomBytes(32).toString('hex');
	const trigger = {
		id: randomUUID(),
		name: 'Odoo Trigger',
		type: 'n8n-nodes-odoo-approvals.odooTrigger',
		typeVersion: 1.1,
		position: [0, 0],
		webhookId: randomUUID(),
		parameters: {
			event: 'recordNeedsApproval',
			areas: ['sales_order_release'],
			options: { delivery: 'claim' },
		},
		credentials: {
			...ours,
			...(await addCredential(api, 'approvalSigningApi', { keyId: 'key-1', secretKey })),
		},
	};
	await api.activate(
		await api.createWorkflow({ name: 'Listener', nodes: [trigger], connections: {} }),
	);
}

/** @returns the workflow's id */
async function addWorkflow(api: N8nApi, node: object): Promise<string> {
	const start = {
		id: randomUUID(),
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const odoo = { id: randomUUID(), name: 'Odoo', position: [200, 0], ...node };
	return await api.createWorkflow({
		name: 'Bench',
		nodes: [start, odoo],
		connections: { Start: { main: [[{ node: 'Odoo', type: 'main', index: 0 }]] } },
	});
}
