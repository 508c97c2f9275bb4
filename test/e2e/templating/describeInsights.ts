import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { logInToN8n } from '../../../scripts/real/logInToN8n';
import { outputOf } from '../../../scripts/real/N8nExecution';
import { purchases } from '../areas/records/purchases';
import { PATIENCE_MS, type TemplateStage } from './TemplateStage';

const operations = {
	Figures: { operation: 'figures', period: 'day', figureOptions: { zone: 'Europe/Berlin' } },
	Anomalies: { operation: 'anomalies', recentDays: 14, baseDays: 90 },
};

const told = z.object({ findings: z.array(z.object({ about: z.string() })) });
/** What Odoo refuses where other tests do by hand what a case about it is open for. */
const DONE_BY_HAND = /by hand/;

/** The operations that no template is made of, as an analyst puts them on a canvas. */
export function describeInsights(stage: () => TemplateStage): void {
	describe('figures and anomalies', () => {
		let workflowId = '';

		it(
			'are counted in Odoo, with what has just been decided',
			async () => {
				const bought = purchases(() => stage().office);
				await bought.prepare();
				const id = await bought.anOrder(130);
				await stage().approve(await stage().caseIn('procurement', id, 'pending'));
				await stage().caseIn('procurement', id, 'approved');
				const { api, credentials } = stage().stage.conductor;
				workflowId = await api.createWorkflow({
					name: 'Figures and anomalies',
					nodes: [
						{
							id: randomUUID(),
							name: 'Count Now',
							type: 'n8n-nodes-base.manualTrigger',
							typeVersion: 1,
							position: [0, 0],
							parameters: {},
						},
						...Object.entries(operations).map(([name, parameters], index) => ({
							id: randomUUID(),
							name,
							type: 'n8n-nodes-odoo-approvals.approvalInsights',
							typeVersion: 1.1,
							position: [240 * (index + 1), 0],
							parameters,
							credentials: { odooApprovalsApi: credentials.odooApprovalsApi },
						})),
					],
					connections: {
						'Count Now': { main: [[{ node: 'Figures', type: 'main', index: 0 }]] },
						Figures: { main: [[{ node: 'Anomalies', type: 'main', index: 0 }]] },
					},
				});
				const running = await api.runWorkflow(workflowId, 'Count Now');
				const execution = await api.waitForExecution(running, ['success'], PATIENCE_MS);

				const [figures] = outputOf(execution, 'Figures');
				const { name } = stage().approver;
				expect(figures).toMatchObject({
					byArea: expect.arrayContaining([
						expect.objectContaining({
							key: 'procurement',
							label: 'Procurement',
							decided: expect.objectContaining({ approved: expect.any(Number) }),
						}),
					]),
					byApprover: expect.arrayContaining([expect.objectContaining({ label: name })]),
				});
				// A house of a few minutes has no past to compare with; only errors need none.
				const { findings } = told.parse(outputOf(execution, 'Anomalies')[0]);
				expect(findings.filter(({ about }) => !DONE_BY_HAND.test(about))).toEqual([]);
			},
			2 * PATIENCE_MS,
		);

		it.each(Object.keys(operations))(
			'are shown in the editor as they are meant: %s',
			async (name) => {
				const { browser, conductor, screenshots } = stage().stage;
				const page = await browser.newPage({ viewport: { width: 1600, height: 1100 } });
				await logInToN8n(page, conductor.n8n.url);
				await page.goto(`${conductor.n8n.url}/workflow/${workflowId}`);
				await page.locator('.vue-flow__node', { hasText: name }).first().dblclick();
				await page.getByText('Own Areas').first().waitFor();
				await screenshots.take(page, `node-insights-${name.toLowerCase()}`);
				expect(await page.getByText('Parameter missing').count()).toBe(0);
				await page.close();
			},
			PATIENCE_MS,
		);
	});
}
