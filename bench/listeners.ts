import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nApi } from '../scripts/real/N8nApi';
import { startN8n } from '../scripts/real/n8n';
import type { OdooSide } from '../scripts/scenario/OdooSide';
import { packNodes } from '../scripts/scenario/packNodes';
import { startSandboxOdoo } from '../scripts/scenario/sandboxOdoo';
import {
	fillTemplate,
	type TemplateCredentials,
	type TemplateNode,
	webhookUrlOf,
} from '../scripts/scenario/templates';
import { signedAddress } from '../scripts/scenario/webhooks';
import { deriveSigningKey, subscriptionKey } from '../src/domain/events/subscription';
import { digestOf } from '../src/domain/events/webhook';
import { untilIdle } from './untilIdle';

const AREA = 'sales_order_release';

/** A published workflow that begins with a webhook, and has nothing else. */
export interface Listener {
	/** Where to post next: a genuine event, other than all before. */
	nextAddress(): URL;
	/** Waits until no execution of the workflow is on. */
	untilIdle(): Promise<void>;
}

export interface Listeners {
	ours: Listener;
	peer: Listener;
}

/**
 * Runs one n8n with two workflows: our trigger alone, and n8n's own Webhook node alone.
 *
 * @param env settings of that n8n
 */
export async function onListeners<T>(
	env: Record<string, string>,
	work: (listeners: Listeners) => Promise<T>,
): Promise<T> {
	const odoo = await startSandboxOdoo();
	const folder = await mkdtemp(join(tmpdir(), 'odoo-approvals-bench-'));
	try {
		const n8n = await startN8n({ userFolder: folder, packages: [await packNodes()], env });
		try {
			const api = new N8nApi(n8n.url);
			await api.setUpOwner();
			return await work(await publish(api, n8n.webhookUrl, odoo));
		} finally {
			await n8n.stop();
		}
	} finally {
		await odoo.close();
		await rm(folder, { recursive: true, force: true });
	}
}

async function publish(api: N8nApi, webhookUrl: string, odoo: OdooSide): Promise<Listeners> {
	const masterKey = randomBytes(32).toString('hex');
	const credentials = await addCredentials(api, odoo, masterKey);
	const template: { nodes: TemplateNode[] } = await fillTemplate('order-release', credentials);
	const nodes = template.nodes.filter(({ name }) => name === 'Odoo Trigger');
	const ours = {
		workflow: await publishAlone(api, nodes),
		url: webhookUrlOf(webhookUrl, { nodes }),
	};
	const path = randomUUID();
	const webhook = {
		id: randomUUID(),
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		webhookId: path,
		position: [0, 0],
		parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
	};
	const peer = {
		workflow: await publishAlone(api, [webhook]),
		url: `${webhookUrl}/webhook/${path}`,
	};

	const identity = { topic: 'record', area: AREA, url: ours.url } as const;
	const nextEvent = eventsSignedWith(deriveSigningKey(masterKey, subscriptionKey(identity)));
	const listener = ({ workflow, url }: typeof ours): Listener => ({
		nextAddress: () => nextEvent(url),
		untilIdle: async () => await untilIdle(api, workflow),
	});
	return { ours: listener(ours), peer: listener(peer) };
}

/** Both get the same: the peer reads the signature as it reads any other part of an address. */
function eventsSignedWith(key: string): (url: string) => URL {
	let event = 0;
	return (url) => {
		event += 1;
		return signedAddress(url, key, {
			id: event,
			ts: Math.floor(Date.now() / 1000),
			topic: 'record',
			area: AREA,
			event: 'saved',
			model: 'sale.order',
			record: event,
			digest: digestOf(''),
		});
	};
}

async function addCredentials(
	api: N8nApi,
	{ url, database, integration: { login, apiKey } }: OdooSide,
	secretKey: string,
): Promise<TemplateCredentials> {
	const add = async (type: keyof TemplateCredentials, data: Record<string, unknown>) => ({
		id: await api.createCredential({ name: type, type, data }),
		name: type,
	});
	return {
		odooApprovalsApi: await add('odooApprovalsApi', { url, database, login, apiKey }),
		approvalSigningApi: await add('approvalSigningApi', { keyId: 'key-1', secretKey }),
	};
}

/** @returns the workflow's id */
async function publishAlone(api: N8nApi, nodes: unknown[]): Promise<string> {
	const id = await api.createWorkflow({ name: 'Bench', nodes, connections: {} });
	await api.activate(id);
	return id;
}
