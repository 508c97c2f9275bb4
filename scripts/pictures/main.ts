import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../real/chromium';
import { logInToN8n } from '../real/logInToN8n';
import { startN8n } from '../real/n8n';
import { N8nApi, type WorkflowDraft } from '../real/N8nApi';
import { packNodes } from '../scenario/packNodes';
import { takeDashboard } from './takeDashboard';

const root = join(__dirname, '../..');
const workflows = join(root, 'workflows');
const pictures = join(root, 'docs/areas/pictures');
const size = { width: 1600, height: 900 };

/**
 * Takes a picture of each template in the editor of a real n8n, and of the dashboard over a real
 * Odoo: `npm run pictures`, or `npm run pictures NAME…` for some, such as `daily-digest` or `dashboard`.
 */
async function main(): Promise<void> {
	const browser = await launchChromium();
	try {
		const names = (await readdir(workflows)).filter((name) => name.endsWith('.json'));
		const canvases = names.map((name) => name.replace(/\.json$/, '')).filter(isWanted);
		if (canvases.length > 0) await takeCanvases(browser, canvases);
		if (isWanted('dashboard')) await takeDashboard(browser, join(pictures, 'dashboard.png'));
	} finally {
		await browser.close();
	}
}

function isWanted(name: string): boolean {
	const wanted = process.argv.slice(2);
	return wanted.length === 0 || wanted.includes(name);
}

async function takeCanvases(browser: Browser, names: readonly string[]): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'odoo-approvals-pictures-'));
	const n8n = await startN8n({ userFolder: folder, packages: [await packNodes()] });
	try {
		const api = new N8nApi(n8n.url);
		await api.setUpOwner();
		const page = await browser.newPage({ viewport: size });
		await logInToN8n(page, n8n.url);
		await mkdir(pictures, { recursive: true });
		for (const name of names) {
			const text = await readFile(join(workflows, `${name}.json`), 'utf8');
			const id = await api.createWorkflow(JSON.parse(text) as WorkflowDraft);
			await page.goto(`${n8n.url}/workflow/${id}`);
			await page.waitForSelector('[data-node-name]');
			// Zoom to fit, as the button beside the canvas does.
			await page.keyboard.press('1');
			await page.waitForTimeout(1000);
			await page
				.locator('.vue-flow')
				.first()
				.screenshot({ path: join(pictures, `${name}.png`) });
		}
	} finally {
		await n8n.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

void main();
