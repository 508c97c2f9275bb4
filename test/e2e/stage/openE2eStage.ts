import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../../scripts/real/chromium';
import { createApiKey, startOdoo, type RealOdoo } from '../../../scripts/real/odoo';
import { openStage, type OpenStage } from '../../../scripts/scenario/openStage';
import { prepareOdoo, type PreparedOdoo } from '../../../scripts/scenario/prepareOdoo';
import { browserPages } from './browserPages';
import { odooDesk } from './odooDesk';
import { Screenshots } from './screenshots';

/** Real n8n, real Odoo 19 and a real browser, open for business. */
export interface E2eStage extends OpenStage {
	server: RealOdoo;
	odoo: PreparedOdoo;
	browser: Browser;
	screenshots: Screenshots;
}

/** Brings everything; what was started is ended again when something fails on the way. */
export async function openE2eStage(): Promise<E2eStage> {
	const endings: Array<() => Promise<void>> = [];
	const close = async () => {
		for (const end of endings.splice(0).reverse()) await end();
	};
	try {
		const server = await startOdoo();
		endings.push(() => server.drop());
		const { url, database, adminLogin, adminPassword: password } = server;
		const adminApiKey = await createApiKey(server, { login: adminLogin, password, name: 'e2e' });
		const odoo = await prepareOdoo({ url, database, adminLogin, adminApiKey });

		const browser = await launchChromium();
		endings.push(() => browser.close());
		const screenshots = new Screenshots();
		const folder = await mkdtemp(join(tmpdir(), 'odoo-approvals-e2e-'));
		endings.push(() => rm(folder, { recursive: true, force: true }));
		const stage = await openStage(odoo, {
			folder,
			pages: browserPages(browser, screenshots),
			desk: odooDesk(browser, url, odoo.people, screenshots),
		});
		endings.push(() => stage.close());
		return { ...stage, server, odoo, browser, screenshots, close };
	} catch (error) {
		await close();
		throw error;
	}
}
