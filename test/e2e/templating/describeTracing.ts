import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { z } from 'zod';
import type { RealN8n } from '../../../scripts/real/n8n';
import { outputOf } from '../../../scripts/real/N8nExecution';
import { fillTemplate, type TemplateNode } from '../../../scripts/scenario/templates';
import { until } from '../../../scripts/scenario/until';
import { caseFileSchema } from '../../../src/domain/case/caseFile';
import { TRACE_KEY } from '../../../src/n8n/noteTrace';
import { purchases } from '../areas/records/purchases';
import { PATIENCE_MS, type TemplateStage } from './TemplateStage';

const AREA = 'procurement';
const reader = { user: 'auditor', password: 'reads-only' };
const noted = z.array(z.object({ executionId: z.number() }));
const traced = z.array(z.object({ x_trace_id: z.string().regex(/^[0-9a-f]{32}$/) }));

/** One business event through real Odoo and real n8n, and the page that tells of it. */
export function describeTracing(stage: () => TemplateStage): void {
	describe('one business event from the save to its end', () => {
		let orderId = 0;
		let traceId = '';
		let address = '';

		const tracesOf = async (model: string, domain: unknown[]) => {
			const args = { domain, fields: ['x_trace_id'], order: 'id' };
			const rows = await stage().office.admin.call(model, 'search_read', args, traced);
			return rows.map((row) => row.x_trace_id);
		};
		const asked = async (query: string, headers: Record<string, string> = allowed) =>
			await fetch(`${address}?${query}`, { headers });

		beforeAll(async () => {
			const { prepare, anOrder } = purchases(() => stage().office);
			await prepare();
			orderId = await anOrder(130);
			await stage().approve(await stage().caseIn(AREA, orderId, 'pending'));
			await until('The order was not released', PATIENCE_MS, async () => {
				const [newest] = await stage().casesAbout(AREA, orderId);
				return newest?.outcome === 'released' ? newest : undefined;
			});
			[traceId = ''] = await tracesOf('x_approval_outbox', [['x_res_id', '=', orderId]]);
			address = await publishPage(stage());
		}, 3 * PATIENCE_MS);

		it('has one id in Odoo: in every event and in the case', async () => {
			const ofRecord = [
				['x_model', '=', 'purchase.order'],
				['x_res_id', '=', orderId],
			];
			const events = await tracesOf('x_approval_outbox', ofRecord);
			const cases = await tracesOf('x_approval_case', ofRecord);
			expect(new Set([...events, ...cases])).toEqual(new Set([traceId]));
			expect(cases.length).toBeGreaterThan(0);
		});

		it(
			'is noted with every execution that it went through, where n8n finds it',
			async () => {
				const { api, n8n } = stage().stage.conductor;
				const through = [stage().workflowOf('procurement'), stage().core];
				const found = await until('The executions were not noted', PATIENCE_MS, async () => {
					const ids = executionsNotedWith(n8n, traceId);
					const executions = await Promise.all(ids.map(async (id) => await api.getExecution(id)));
					const workflows = executions.map(({ workflowId }) => workflowId);
					const isDone = executions.every(({ status }) => status === 'success');
					return isDone && through.every((id) => workflows.includes(id)) ? executions : undefined;
				});
				for (const execution of found) {
					expect(execution.customData[TRACE_KEY]).toBe(traceId);
					if (execution.workflowId !== stage().workflowOf('procurement')) continue;
					const [event] = outputOf(execution, 'Odoo Trigger');
					expect(caseFileSchema.parse(event).event).toMatchObject({ recordId: orderId, traceId });
				}
			},
			2 * PATIENCE_MS,
		);

		it("is in n8n's log, from the event to the decision that was carried out", async () => {
			const { logFile } = stage().stage.conductor.n8n;
			const lines = (await readFile(logFile, 'utf8')).split('\n');
			const told = lines.filter((line) => line.includes(traceId)).join('\n');
			for (const step of [
				'Event of Odoo received',
				'Approval case opened',
				'Approval case waits for people',
				'Answer to an approval case recorded',
				'Approval decision applied',
			]) {
				expect(told).toContain(step);
			}
		});

		it('is told on a page, and only to whoever has the password', async () => {
			const query = `model=purchase.order&id=${String(orderId)}`;
			const page = await asked(query);
			const html = await page.text();
			expect(page.status).toBe(200);
			expect(page.headers.get('content-type')).toContain('text/html');
			expect(page.headers.get('cache-control')).toBe('no-store');
			expect(html).toContain(traceId);
			expect((await asked(query, {})).status).toBe(401);
			expect((await asked(`trace=${traceId}&lang=de`)).status).toBe(200);
			expect((await asked('model=purchase.order&id=999999')).status).toBe(404);
			expect((await asked('')).status).toBe(400);
		});

		it('is a page that everybody can read, on phone and desk', async () => {
			const { browser, screenshots } = stage().stage;
			for (const [width, colorScheme] of [
				[390, 'light'],
				[390, 'dark'],
				[1280, 'light'],
			] as const) {
				const context = await browser.newContext({
					viewport: { width, height: 844 },
					colorScheme,
					httpCredentials: { username: reader.user, password: reader.password },
					// The page runs no script; axe is one.
					bypassCSP: true,
				});
				const page = await context.newPage();
				const requests: string[] = [];
				page.on('request', (request) => requests.push(request.url()));
				const url = `${address}?trace=${traceId}`;
				await page.goto(url);
				await page.locator('.way').waitFor();
				await screenshots.take(page, `processTrace-${String(width)}-${colorScheme}`);
				await page.evaluate(axe.source);
				const { violations } = await page.evaluate<AxeResults>('axe.run()');
				expect(violations.map(({ id }) => id)).toEqual([]);
				expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
				expect(new Set(requests)).toEqual(new Set([url]));
				await context.close();
			}
		}, 120_000);
	});
}

const allowed = {
	authorization: `Basic ${Buffer.from(`${reader.user}:${reader.password}`).toString('base64')}`,
};

/** As the documentation says how to find executions by their custom data in n8n's database. */
function executionsNotedWith({ userFolder }: RealN8n, traceId: string): string[] {
	const database = new DatabaseSync(join(userFolder, '.n8n/database.sqlite'), { readOnly: true });
	const query = database.prepare(
		'SELECT "executionId" FROM execution_metadata WHERE "key" = ? AND value LIKE ?',
	);
	const rows = noted.parse(query.all(TRACE_KEY, `%${traceId}%`));
	database.close();
	return rows.map(({ executionId }) => String(executionId));
}

/** The template as an analyst fills it in; gives the address of its page. */
async function publishPage({ stage: { conductor } }: TemplateStage): Promise<string> {
	const { api, credentials, n8n } = conductor;
	const basic = { name: 'Who may look', type: 'httpBasicAuth', data: reader };
	const httpBasicAuth = { id: await api.createCredential(basic), name: basic.name };
	const draft = await fillTemplate('process-trace', credentials);
	const drawn: TemplateNode[] = draft.nodes;
	const nodes = drawn.map((node) =>
		node.type === 'n8n-nodes-base.webhook' ? { ...node, credentials: { httpBasicAuth } } : node,
	);
	await api.activate(await api.createWorkflow({ ...draft, nodes }));
	return `${n8n.url}/webhook/process-trace`;
}
