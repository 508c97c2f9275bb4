import { orders } from '../../scripts/scenario/orders';
import { playScenario } from '../../scripts/scenario/playScenario';
import { REDELIVERED_MS } from '../../scripts/scenario/redelivered';
import { readOrder } from '../../scripts/scenario/readOrder';
import { outputOf } from '../../scripts/real/N8nExecution';
import { digestOf, signWebhook, type WebhookFields } from '../../src/domain/events/webhook';
import type { LinkClaims } from '../../src/domain/links/links';
import { describeAdvising } from './advising/describeAdvising';
import { askedOrder as openAskedOrder } from './approving/askedOrder';
import { describeAccessibility } from './approving/describeAccessibility';
import { describeAnswering } from './approving/describeAnswering';
import { describeChannel } from './approving/describeChannel';
import { describeDesk } from './approving/describeDesk';
import { describeDuties } from './approving/describeDuties';
import { forgeForm, forgeLink } from './approving/forgeLink';
import { describeListening } from './listening/describeListening';
import { describePolicies } from './policies/describePolicies';
import { logInToN8n } from '../../scripts/real/logInToN8n';
import { logInToOdoo } from './stage/odooDesk';
import { openE2eStage, type E2eStage } from './stage/openE2eStage';

// What Odoo has to send again takes some minutes, and several tests wait for more than one event.
jest.setTimeout(2 * REDELIVERED_MS);

/** Long enough to bring everything on a machine that has never seen it. */
const BRINGING_MS = 1_800_000;
const SCENARIO_MS = 1_800_000;

describe('releasing sales orders (real n8n, real Odoo 19, Chromium)', () => {
	let opened: E2eStage | undefined;
	const stage = (): E2eStage => {
		if (!opened) throw new Error('The stage did not open');
		return opened;
	};

	beforeAll(async () => {
		opened = await openE2eStage();
	}, BRINGING_MS);

	afterAll(async () => {
		await opened?.close();
	}, 120_000);

	const linkKey = () => stage().conductor.linkKey;
	const askedOrder = async () => await openAskedOrder(stage());

	const now = () => Math.floor(Date.now() / 1000);
	const fields = (changes: Partial<WebhookFields> = {}): WebhookFields => ({
		id: 1,
		ts: now(),
		topic: 'record',
		area: 'sales_order_release',
		event: 'saved',
		model: 'sale.order',
		record: 1,
		digest: digestOf(''),
		...changes,
	});
	const send = async (said: object, key: string, body: string): Promise<number> => {
		const address = new URL(stage().conductor.webhook.url);
		for (const [name, value] of Object.entries(said)) {
			address.searchParams.set(name, String(value));
		}
		address.searchParams.set('sig', key);
		const headers = { 'content-type': 'application/json' };
		return (await fetch(address, { method: 'POST', headers, body })).status;
	};

	it('sets Odoo up by running the template', () => {
		expect(stage().conductor.verified).toMatchObject({ status: 'intact' });
	});

	it(
		'brings every order of the scenario to its end',
		async () => {
			const lines: string[] = [];
			const { summary, played } = await playScenario(stage(), (line) => lines.push(line));
			process.stderr.write(`${lines.join('\n')}\n${JSON.stringify(summary)}\n`);

			expect(played.filter(({ failure }) => failure !== null)).toEqual([]);
			expect(summary).toMatchObject({
				orders: orders.length,
				escalated: 1,
				duplicatesIgnored: 1,
				forgedRefused: 1,
				lost: 0,
				doubleEffects: 0,
			});
			const chains = played.flatMap(({ record }) => record.cases.map(({ broken }) => broken));
			expect(chains.length).toBeGreaterThanOrEqual(orders.length - 1);
			expect(chains.filter((broken) => broken !== null)).toEqual([]);
		},
		SCENARIO_MS,
	);

	describe('refuses webhooks and starts nothing', () => {
		const sign = (said: WebhookFields) => signWebhook(stage().conductor.webhook.signingKey, said);

		it.each<{ name: string; status: number; send: () => Promise<number> }>([
			{
				name: 'one with a forged signature',
				status: 401,
				send: () => send(fields(), 'ab'.repeat(32), '{}'),
			},
			{
				name: 'one that is an hour old',
				status: 401,
				send: () => {
					const old = fields({ ts: now() - 3600 });
					return send(old, sign(old), '{}');
				},
			},
			{
				name: 'one about another model',
				status: 403,
				send: () => {
					const wrong = fields({ model: 'res.partner' });
					return send(wrong, sign(wrong), '{}');
				},
			},
			{
				name: 'one without an identity',
				status: 400,
				send: () => send({ ts: now() }, 'ab'.repeat(32), '{}'),
			},
			{
				name: 'one with a body that is no JSON, which n8n itself refuses',
				status: 422,
				send: () => send(fields(), sign(fields()), '{"_model": '),
			},
			{
				name: 'one with a body of 64 KiB',
				status: 413,
				send: () => {
					const said = fields();
					return send(said, sign(said), JSON.stringify({ x: 'y'.repeat(65_536) }));
				},
			},
		])('$name: $status', async ({ status, send: sendIt }) => {
			const { api, orderReleaseId } = stage().conductor;
			const before = await api.listExecutions(orderReleaseId, 1);

			expect(await sendIt()).toBe(status);
			expect(await api.listExecutions(orderReleaseId, 1)).toEqual(before);
		});
	});

	describe('refuses answers with a page that says why', () => {
		it('of a link that was altered, or of somebody who may not decide, and changes nothing', async () => {
			const { quotation, caseId, link } = await askedOrder();
			const { salesperson, finance } = stage().people;
			const exp = Math.floor(Date.now() / 1000) + 3600;
			const linkFor = (changes: Partial<LinkClaims>) => forgeLink(link, changes, linkKey());
			const altered = link.slice(0, -2) + (link.endsWith('AA') ? 'BB' : 'AA');

			const answers = [];
			for (const [address, decision] of [
				[altered, 'approved'],
				[linkFor({ exp: exp - 7200 }), 'approved'],
				[linkFor({ actor: salesperson.id }), 'approved'],
				[linkFor({ actor: finance.id }), 'approved'],
				[linkFor({ round: 2 }), 'approved'],
				[linkFor({ case: caseId + 1000 }), 'approved'],
				[link, 'rejected'],
			] as const) {
				const body = new URLSearchParams({ decision, token: forgeForm(address, linkKey()) });
				const response = await fetch(address, { method: 'POST', body });
				answers.push({ status: response.status, isPage: isPage(await response.text()) });
			}
			// A preview opens the link, and that is all it does.
			await fetch(link);

			expect(answers).toEqual(
				[403, 410, 403, 403, 409, 403, 422].map((status) => ({
					status,
					isPage: true,
				})),
			);
			const { state, cases } = await readOrder(stage().auditor, quotation.id);
			expect({ state, case: cases[0]?.state }).toEqual({ state: 'sent', case: 'pending' });

			expect(await stage().pages.answer(link, { decision: 'approved' })).toMatchObject({
				status: 200,
			});
		});

		it('of an approver who answers again, or differently, when the case has ended', async () => {
			const { quotation, link } = await askedOrder();
			await stage().pages.answer(link, {
				decision: 'rejected',
				reasonCode: 'margin',
				reason: 'Margin too thin',
			});

			for (const decision of ['rejected', 'approved']) {
				const said = { decision, reason: 'Again', reasonCode: 'margin' };
				const body = new URLSearchParams({ ...said, token: forgeForm(link, linkKey()) });
				const response = await fetch(link, { method: 'POST', body });
				const html = await response.text();
				expect({ decision, isPage: isPage(html) }).toEqual({ decision, isPage: true });
			}
			const page = await (await fetch(link)).text();
			expect(page).toContain('Already rejected');

			const { state, cases } = await readOrder(stage().auditor, quotation.id);
			expect({ state, decided: cases.map((one) => one.state) }).toEqual({
				state: 'sent',
				decided: ['rejected'],
			});
		});
	});

	it('says so on the item when Odoo does not know the event', async () => {
		const { api, orderReleaseId, webhook } = stage().conductor;
		const known = new Set((await api.listExecutions(orderReleaseId)).map(({ id }) => id));
		const unknown = fields({ id: 900_001, record: 900_001 });
		expect(await send(unknown, signWebhook(webhook.signingKey, unknown), '{}')).toBe(200);

		const { id } = await api.waitForNewExecution(orderReleaseId, known, 60_000);
		const execution = await api.waitForExecution(id, ['success', 'error'], 60_000);
		const [failed] = outputOf(execution, 'Gather Facts', 2);
		expect(JSON.stringify(failed)).toContain('Odoo does not know event 900001');
	});

	describeAnswering(stage);
	describeChannel(stage);
	describeDuties(stage);
	describeAccessibility(stage);
	describeDesk(stage);
	describeListening(stage);
	describePolicies(stage);
	describeAdvising(stage);

	it('looks like something to be proud of', async () => {
		const { browser, screenshots, conductor, server } = stage();
		const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
		await logInToN8n(page, conductor.n8n.url);
		for (const [name, id] of Object.entries(conductor.workflows)) {
			await page.goto(`${conductor.n8n.url}/workflow/${id}`);
			await page.locator('.vue-flow__node').first().waitFor();
			const nodes = await page.locator('.vue-flow__node').count();
			expect({ name, hasNodes: nodes > 2 }).toEqual({ name, hasNodes: true });
			await screenshots.take(page, `canvas-${name}`);
		}

		await logInToOdoo(page, server.url, { login: 'admin', password: server.adminPassword });
		await page.goto(`${server.url}/odoo/action-n8n_approvals.window_cases`);
		await page.locator('.o_kanban_record').first().waitFor();
		await screenshots.take(page, 'odoo-kanban');
		for (const list of ['events', 'subscriptions']) {
			await page.goto(`${server.url}/odoo/action-n8n_approvals.window_${list}`);
			await page.locator('.o_data_row').first().waitFor();
			await screenshots.take(page, `odoo-${list}`);
		}
		await page.goto(`${server.url}/odoo/action-n8n_approvals.window_dead_letters`);
		await page.locator('.o_list_view').waitFor();
		await screenshots.take(page, 'odoo-dead-letters');
		await page.close();
	});
});

function isPage(html: string): boolean {
	return html.startsWith('<!doctype html>') && html.includes('Approvals');
}
