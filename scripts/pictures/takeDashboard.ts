import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { pastCases } from '../history/pastCases';
import { castIn, writeHistory } from '../history/writeHistory';
import { createApiKey, startOdoo, type RealOdoo } from '../real/odoo';
import { bringOdoo } from '../real/odooPackage';
import { Postgres } from '../real/Postgres';
import { openStage } from '../scenario/openStage';
import { prepareOdoo } from '../scenario/prepareOdoo';
import type { BroughtConductor } from '../scenario/bringConductor';
import { fillTemplate, type TemplateNode } from '../scenario/templates';

const visitor = { user: 'controller', password: 'only-for-the-picture' };

/** Takes a picture of the dashboard of a real Odoo, with a month of cases that were made up. */
export async function takeDashboard(browser: Browser, path: string): Promise<void> {
	const server = await startOdoo();
	const folder = await mkdtemp(join(tmpdir(), 'odoo-approvals-dashboard-'));
	try {
		const { url, database, adminLogin, adminPassword: password } = server;
		const key = { login: adminLogin, password, name: 'pictures' };
		const adminApiKey = await createApiKey(server, key);
		const odoo = await prepareOdoo({ url, database, adminLogin, adminApiKey });
		const stage = await openStage(odoo, { folder });
		try {
			await remember(server);
			const address = await publish(stage.conductor);
			const page = await browser.newPage({
				viewport: { width: 1280, height: 900 },
				httpCredentials: { username: visitor.user, password: visitor.password },
			});
			await page.goto(address);
			await page.screenshot({ path, fullPage: true });
		} finally {
			await stage.close();
		}
	} finally {
		await server.drop();
		await rm(folder, { recursive: true, force: true });
	}
}

async function remember({ database }: RealOdoo): Promise<void> {
	const postgres = await Postgres.open((await bringOdoo()).folder);
	const cast = await castIn(postgres, database);
	const until = Math.floor(Date.now() / 1_000) - 60;
	await writeHistory(postgres, database, pastCases({ count: 600, until, days: 30, cast }));
}

/** @returns the address at which it is served */
async function publish({ api, n8n, credentials }: BroughtConductor): Promise<string> {
	const name = 'Visitors';
	const id = await api.createCredential({ name, type: 'httpBasicAuth', data: visitor });
	const draft = await fillTemplate('approval-dashboard', credentials);
	const drawn: TemplateNode[] = draft.nodes;
	const nodes = drawn.map((node) =>
		node.name === 'Open the Dashboard'
			? { ...node, credentials: { httpBasicAuth: { id, name } } }
			: node,
	);
	await api.activate(await api.createWorkflow({ ...draft, nodes }));
	return `${n8n.url}/webhook/approval-dashboard`;
}
