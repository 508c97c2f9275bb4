import { randomBytes } from 'node:crypto';
import { deriveSigningKey, subscriptionKey } from '../../src/domain/events/subscription';
import type { SigningKey } from '../../src/domain/links/signedToken';
import { N8nApi } from '../real/N8nApi';
import { outputOf } from '../real/N8nExecution';
import { type RealN8n, startN8n } from '../real/n8n';
import { packNodes } from './packNodes';
import type { Conductor } from './Stage';
import {
	type CredentialReference,
	fillTemplate,
	type TemplateCredentials,
	webhookUrlOf,
} from './templates';

export interface OdooLogin {
	login: string;
	apiKey: string;
}

export interface ConductorOptions {
	/** Holds everything of the n8n that is started here. */
	folder: string;
	port?: number;
	/** A running one with our nodes in it; by default one of a single process is started. */
	n8n?: RealN8n;
	/** How n8n reaches Odoo. */
	odoo: { url: string; database: string };
	integration: OdooLogin;
	/** Sets Odoo up; no other node gets this credential. */
	administrator: OdooLogin;
	/** Whether approvals are in this Odoo already, so that nothing has to be installed. */
	isSetUp: boolean;
	/** Who may decide, by login. */
	approvers: readonly string[];
	/** Who looks after cases that nobody decided, by login. */
	managers: readonly string[];
}

/** An n8n with our package, the credentials and the three templates, open for business. */
export interface BroughtConductor extends Conductor {
	n8n: RealN8n;
	/** Signs the approvers' links. */
	linkKey: SigningKey;
	/** Of the integration user, and the one that holds the key of links. */
	credentials: TemplateCredentials;
	/** What verifying the set-up said; `null` where nothing was set up. */
	verified: Record<string, unknown> | null;
	workflows: { setUpOdoo: string; orderRelease: string; decisionRelay: string };
}

const area = 'sales_order_release';
const keyId = 'key-1';

/**
 * Starts n8n with the packed package, sets Odoo up by the template made for it, and publishes the
 * other two. An urgent case is due after a minute, around the clock, so that one can be seen
 * overdue.
 */
export async function bringConductor(options: ConductorOptions): Promise<BroughtConductor> {
	const { odoo } = options;
	const n8n = options.n8n ?? (await startWithOurNodes(options));
	try {
		const api = new N8nApi(n8n.url);
		await api.setUpOwner();

		const add = async (name: string, type: string, data: Record<string, unknown>) => ({
			id: await api.createCredential({ name, type, data }),
			name,
		});
		const masterKey = randomBytes(32).toString('hex');
		const signing = await add('Signing keys', 'approvalSigningApi', {
			keyId,
			secretKey: masterKey,
		});
		const odooAs = async (name: string, user: OdooLogin) =>
			await add(name, 'odooApprovalsApi', { ...odoo, ...user });
		const administrator = await odooAs('Odoo (administrator)', options.administrator);
		const integration = await odooAs('Odoo (integration)', options.integration);

		const setUp = await setUpOdoo(api, credentials(administrator, signing), options);
		const approving = credentials(integration, signing);
		const release = await publishOrderRelease(api, approving);
		const relay = await fillTemplate('decision-relay', approving);
		const decisionRelay = await api.createWorkflow(relay);
		await api.activate(decisionRelay);

		const url = webhookUrlOf(n8n.webhookUrl, release.draft);
		const key = subscriptionKey({ topic: 'record', area, url });
		return {
			n8n,
			linkKey: { id: keyId, key: masterKey },
			credentials: approving,
			api,
			orderReleaseId: release.id,
			webhook: { url, signingKey: deriveSigningKey(masterKey, key) },
			verified: setUp.verified,
			workflows: { setUpOdoo: setUp.id, orderRelease: release.id, decisionRelay },
			killAndRestart: async (meanwhile) => {
				await n8n.stop({ kill: true });
				await meanwhile?.();
				await n8n.restart();
			},
		};
	} catch (error) {
		await n8n.stop();
		throw error;
	}
}

async function startWithOurNodes({ folder, port }: ConductorOptions): Promise<RealN8n> {
	const packages = [await packNodes()];
	return await startN8n({ userFolder: folder, packages, ...(port === undefined ? {} : { port }) });
}

function credentials(
	odooApprovalsApi: CredentialReference,
	approvalSigningApi: CredentialReference,
): TemplateCredentials {
	return { odooApprovalsApi, approvalSigningApi };
}

/** Runs the template that sets Odoo up, and hands on what its last node found. */
async function setUpOdoo(
	api: N8nApi,
	administrator: TemplateCredentials,
	{ integration, approvers, managers, isSetUp }: ConductorOptions,
): Promise<{ id: string; verified: BroughtConductor['verified'] }> {
	const draft = await fillTemplate('set-up-odoo', administrator, {
		'Install or Upgrade': {
			integrationLogin: integration.login,
			approverLogins: approvers.join(', '),
			managerLogins: managers.join(', '),
		},
	});
	const id = await api.createWorkflow(draft);
	if (isSetUp) return { id, verified: null };
	const executionId = await api.runWorkflow(id, 'Set Up Now');
	const execution = await api.waitForExecution(executionId, ['success'], 180_000);
	return { id, verified: outputOf(execution, 'Verify')[0] ?? null };
}

async function publishOrderRelease(api: N8nApi, integration: TemplateCredentials) {
	const draft = await fillTemplate('order-release', integration, {
		'Start SLA Clock': {
			// Due as soon as it warns: n8n looks for a wait that is over once a minute.
			warnPercent: '100',
			targets: {
				rows: [
					{ class: 'standard', workingMinutes: 480, aroundTheClock: false },
					{ class: 'urgent', workingMinutes: 1, aroundTheClock: true },
				],
			},
		},
	});
	const id = await api.createWorkflow(draft);
	await api.activate(id);
	return { id, draft };
}
