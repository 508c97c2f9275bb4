import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { outputOf } from '../../../scripts/real/N8nExecution';
import { fillTemplate, type TemplateNode } from '../../../scripts/scenario/templates';
import { languages } from '../../../src/domain/languages';
import { dashboardTextsOf } from '../../../src/page/dashboard/texts/dashboardTextsOf';
import { purchases } from '../areas/records/purchases';
import { PATIENCE_MS, type CaseRow, type TemplateStage } from './TemplateStage';

const visitor = { user: 'controller', password: 'only-for-this-test' };
const httpCredentials = { username: visitor.user, password: visitor.password };
const texts = dashboardTextsOf('en');

/** Every language once, and every look once. */
const looks = [
	...languages.map((locale) => ({ locale, colorScheme: 'light' as const, width: 390 })),
	{ locale: 'en', colorScheme: 'dark' as const, width: 390 },
	{ locale: 'en', colorScheme: 'light' as const, width: 1280 },
	{ locale: 'de', colorScheme: 'dark' as const, width: 1280 },
];

/** The dashboard as people open it: by name and password, and by the link of a digest. */
export function describeDashboard(stage: () => TemplateStage): void {
	describe('and are seen on the dashboard', () => {
		let waiting: CaseRow;
		let record: string;
		let link: string;

		beforeAll(async () => {
			const { prepare, anOrder } = purchases(() => stage().office);
			await prepare();
			const id = await anOrder(130);
			waiting = await stage().caseIn('procurement', id, 'pending');
			record = String(await stage().office.fieldOf('purchase.order', id, 'name'));
			await publishDashboard(stage());
			link = await linkOfDigest(stage());
		}, 2 * PATIENCE_MS);

		afterAll(async () => {
			await stage().approve(waiting);
		}, PATIENCE_MS);

		const address = () => addressOf(stage(), 'approval-dashboard');

		it('by nobody without the name and the password', async () => {
			const wrong = Buffer.from(`${visitor.user}:guess`).toString('base64');
			const answers = [
				await fetch(address()),
				await fetch(address(), { headers: { authorization: `Basic ${wrong}` } }),
			];
			expect(answers.map(({ status }) => status)).toEqual([401, 401]);
			for (const answer of answers) expect(await answer.text()).not.toContain(record);
		}, 60_000);

		it('with what waits, and ways to it in Odoo', async () => {
			await visit(stage(), address(), { httpCredentials }, async (page, { headers }) => {
				expect(await page.locator('h1').textContent()).toMatch(/cases? waits?/);
				const { url } = stage().stage.server;
				const there = `${url}/mail/view?model=x_approval_case&res_id=${String(waiting.id)}`;
				expect(await page.locator(`a[href="${there}"]`).count()).toBeGreaterThan(0);
				expect(await page.getByRole('link', { name: record, exact: true }).count()).toBe(1);
				expect(headers).toMatchObject({
					'cache-control': 'no-store',
					'referrer-policy': 'no-referrer',
					'content-security-policy': expect.stringMatching(/^(sandbox|default-src) /),
				});
			});
		}, 60_000);

		it('by everybody: no fault that axe finds, in any language, light and dark, on phone and desk', async () => {
			const faults: string[] = [];
			for (const { locale, colorScheme, width } of looks) {
				const setting = `${locale}-${colorScheme}-${String(width)}`;
				const look = { locale, colorScheme, viewport: { width, height: 900 } };
				await visit(stage(), address(), { httpCredentials, ...look }, async (page) => {
					expect(await page.locator('html').getAttribute('lang')).toBe(locale);
					const { screenshots } = stage().stage;
					await screenshots.take(page, `dashboard-${setting}`, { fullPage: true });
					faults.push(...(await faultsOf(page)).map((fault) => `${setting}: ${fault}`));
				});
			}
			expect(faults).toEqual([]);
		}, 300_000);

		it('on paper, in black on white whatever the screen has', async () => {
			const dark = { httpCredentials, colorScheme: 'dark' as const };
			await visit(stage(), address(), dark, async (page) => {
				const groundOf = async () =>
					await page
						.locator('.card')
						.first()
						.evaluate((card) => getComputedStyle(card).backgroundColor);
				expect(await groundOf()).toBe('rgb(25, 29, 34)');
				await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
				expect(await groundOf()).toBe('rgb(255, 255, 255)');
				expect(await page.locator('details').first().isVisible()).toBe(false);
			});
		}, 60_000);

		it('by the link of a digest, without a password', async () => {
			await visit(stage(), link, {}, async (page) => {
				expect(await page.getByRole('link', { name: record, exact: true }).count()).toBe(1);
			});
		}, 60_000);

		it('by no link that was altered or is missing', async () => {
			const bare = link.split('?')[0] ?? '';
			for (const address of [bare, `${link}x`]) {
				const answer = await fetch(address, { headers: { 'accept-language': 'de' } });
				expect(answer.status).toBe(403);
				expect(await answer.text()).toContain(dashboardTextsOf('de').faults.invalid.title);
			}
		}, 60_000);

		it(
			'not while Odoo is away, which is said in words',
			async () => {
				const workflowId = await publishAway(stage());
				const away = addressOf(stage(), 'approval-dashboard-away');
				const authorization = `Basic ${Buffer.from(`${visitor.user}:${visitor.password}`).toString('base64')}`;
				const answer = await fetch(away, { headers: { authorization } });
				expect(answer.status).toBe(503);
				expect(answer.headers.get('content-type')).toMatch('text/html');
				expect(await answer.text()).toContain(texts.faults.unavailable.text);
				const { api } = stage().stage.conductor;
				const { id } = await api.waitForNewExecution(workflowId);
				await api.waitForExecution(id, ['error'], PATIENCE_MS);
			},
			PATIENCE_MS,
		);
	});
}

function addressOf(stage: TemplateStage, path: string): string {
	return `${stage.stage.conductor.n8n.url}/webhook/${path}`;
}

/** As an analyst publishes it, with both ways in. */
async function publishDashboard(stage: TemplateStage): Promise<void> {
	const { credentials } = stage.stage.conductor;
	await publish(stage, await fillTemplate('approval-dashboard', credentials));
}

/** The same with an Odoo that is not there. */
async function publishAway(stage: TemplateStage): Promise<string> {
	const { api, credentials } = stage.stage.conductor;
	const name = 'Odoo (away)';
	const data = { url: 'http://127.0.0.1:9', database: 'none', login: 'nobody', apiKey: 'none' };
	const id = await api.createCredential({ name, type: 'odooApprovalsApi', data });
	const draft = await fillTemplate(
		'approval-dashboard',
		{ ...credentials, odooApprovalsApi: { id, name } },
		{
			'Open the Dashboard': { path: 'approval-dashboard-away' },
			'Open a Link': { path: 'approval-dashboard-away-link' },
		},
	);
	return await publish(stage, draft);
}

async function publish(
	{ stage }: TemplateStage,
	draft: Awaited<ReturnType<typeof fillTemplate>>,
): Promise<string> {
	const { api } = stage.conductor;
	const name = 'Visitors of the dashboard';
	const id = await api.createCredential({ name, type: 'httpBasicAuth', data: visitor });
	const drawn: TemplateNode[] = draft.nodes;
	const nodes = drawn.map((node) => ({
		...node,
		disabled: false,
		...(node.name === 'Open the Dashboard' && { credentials: { httpBasicAuth: { id, name } } }),
	}));
	const workflowId = await api.createWorkflow({ ...draft, nodes });
	await api.activate(workflowId);
	return workflowId;
}

/** What the daily digest brings to whoever reads it. */
async function linkOfDigest(stage: TemplateStage): Promise<string> {
	const { api, credentials } = stage.stage.conductor;
	const draft = await fillTemplate('daily-digest', credentials, {
		'Open Cases': {
			dashboardAccess: 'signedLink',
			dashboardUrl: addressOf(stage, 'approval-dashboard-link'),
			dashboardDays: 1,
		},
	});
	const drawn: TemplateNode[] = draft.nodes;
	const nodes = drawn.map((node) =>
		node.name === 'Send by Mail' ? { ...node, disabled: true } : node,
	);
	const id = await api.createWorkflow({ ...draft, nodes });
	const running = await api.runWorkflow(id, 'Look Now');
	const execution = await api.waitForExecution(running, ['success'], PATIENCE_MS);
	const [look] = outputOf(execution, 'Open Cases');
	const link = String(look?.['dashboardUrl']);
	expect(JSON.stringify(look?.['message'])).toContain(link);
	return link;
}

/** Opens a page that must load nothing but itself, and complain of nothing. */
async function visit(
	{ stage }: TemplateStage,
	address: string,
	options: BrowserContextOptions,
	look: (page: Page, answer: { headers: Record<string, string> }) => Promise<void>,
): Promise<void> {
	const context = await stage.browser.newContext({ locale: 'en', ...options });
	try {
		const page = await context.newPage();
		const requests: string[] = [];
		const complaints: string[] = [];
		page.on('request', (request) => requests.push(request.url()));
		page.on('console', (message) => complaints.push(message.text()));
		const response = await page.goto(address);
		expect(response?.status()).toBe(200);
		await look(page, { headers: response?.headers() ?? {} });
		expect(requests).toEqual([address]);
		expect(complaints).toEqual([]);
	} finally {
		await context.close();
	}
}

async function faultsOf(page: Page): Promise<string[]> {
	for (const summary of await page.locator('summary').all()) await summary.click();
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate<AxeResults>('axe.run()');
	return violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`,
	);
}
