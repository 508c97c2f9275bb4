import { outputOf } from '../../../scripts/real/N8nExecution';
import { logInToN8n } from '../../../scripts/real/logInToN8n';
import { parseOpenMetrics } from '../../../scripts/real/openMetricsParser';
import { fillTemplate, type TemplateNode } from '../../../scripts/scenario/templates';
import { startMailServer } from '../../kit/startMailServer';
import { purchases } from '../areas/records/purchases';
import { openChannel } from '../stage/openChannel';
import { PATIENCE_MS, type TemplateStage } from './TemplateStage';

/** What is watched without anybody looking: metrics, alerts, and the review of policies. */
export function describeMonitoring(stage: () => TemplateStage): void {
	describe('watching over approvals', () => {
		/** As an analyst does who chooses credentials, and switches nodes on and off. */
		const create = async (
			name: string,
			parameters: Record<string, Record<string, unknown>>,
			changes: Record<string, Record<string, unknown>> = {},
		) => {
			const { api, credentials } = stage().stage.conductor;
			const draft = await fillTemplate(name, credentials, parameters);
			const drawn: TemplateNode[] = draft.nodes;
			const nodes = drawn.map((node) => ({ ...node, ...changes[node.name] }));
			return await api.createWorkflow({ ...draft, nodes });
		};
		const run = async (workflowId: string, trigger: string, status = 'success') => {
			const { api } = stage().stage.conductor;
			const running = await api.runWorkflow(workflowId, trigger);
			return await api.waitForExecution(running, [status], PATIENCE_MS);
		};
		const picture = async (workflowId: string, name: string) => {
			const { browser, conductor, screenshots } = stage().stage;
			const page = await browser.newPage({ viewport: { width: 1900, height: 1100 } });
			await logInToN8n(page, conductor.n8n.url);
			await page.goto(`${conductor.n8n.url}/workflow/${workflowId}`);
			await page.locator('.vue-flow__node').first().waitFor();
			await screenshots.take(page, name);
			await page.close();
		};

		describeMetrics();
		describeAlerts();
		describeReview();

		function describeMetrics(): void {
			it(
				'Prometheus scrapes metrics with its word, and gets a 503 when Odoo does not answer',
				async () => {
					const { prepare, anOrder } = purchases(() => stage().office);
					await prepare();
					const waiting = await stage().caseIn('procurement', await anOrder(130), 'pending');
					const { conductor, odoo } = stage().stage;
					const { api, n8n } = conductor;
					const { url, database, integration } = odoo;
					const access = { url, database, login: integration.login, apiKey: integration.apiKey };
					const scraping = { name: 'Odoo for Prometheus', type: 'odooApprovalsApi', data: access };
					const word = {
						name: 'Prometheus',
						type: 'httpHeaderAuth',
						data: { name: 'Authorization', value: 'Bearer scraping-in-tests-only' },
					};
					const odooId = await api.createCredential(scraping);
					const wordId = await api.createCredential(word);
					const workflowId = await create(
						'openmetrics',
						{},
						{
							'Prometheus Scrapes': {
								credentials: { httpHeaderAuth: { id: wordId, name: word.name } },
							},
							'Write Metrics': {
								credentials: { odooApprovalsApi: { id: odooId, name: scraping.name } },
							},
						},
					);
					await api.activate(workflowId);
					const scrape = async (headers: Record<string, string>) =>
						await fetch(`${n8n.webhookUrl}/webhook/approval-metrics`, { headers });
					const authorization = word.data.value;

					expect((await scrape({})).status).toBe(403);
					expect((await scrape({ authorization: 'Bearer wrong' })).status).toBe(403);
					const answer = await scrape({ authorization });
					expect(answer.status).toBe(200);
					// n8n writes what comes after the type in an order of its own.
					const [type, ...about] = (answer.headers.get('content-type') ?? '').split('; ');
					expect(type).toBe('application/openmetrics-text');
					expect(about.sort()).toEqual(['charset=utf-8', 'version=1.0.0']);
					const families = await parseOpenMetrics(await answer.text());
					const pending = families.find(({ name }) => name === 'odoo_approvals_pending_cases');
					expect(pending?.samples).toContainEqual({
						name: 'odoo_approvals_pending_cases',
						labels: { area: 'procurement' },
						value: 1,
					});

					const data = { ...access, apiKey: 'revoked' };
					await api.updateCredential(odooId, { ...scraping, data });
					const refused = await scrape({ authorization });
					expect(refused.status).toBe(503);
					expect(await refused.text()).not.toMatch(/revoked|# EOF/);
					const [failed] = await api.listExecutions(workflowId);
					const { error } = await api.waitForExecution(failed?.id ?? '', ['error']);
					expect(error?.message).toContain('Odoo');
					await picture(workflowId, 'canvas-openMetrics');
					await api.deactivate(workflowId);
					await stage().approve(waiting);
				},
				2 * PATIENCE_MS,
			);
		}

		function describeAlerts(): void {
			it(
				'an alert is told when it begins, not again, and when it is over; one that was not sent is sent later',
				async () => {
					const channel = await openChannel();
					const nowhere = await openChannel();
					await nowhere.close();
					const onlyDeadLetters = {
						...{ oldestWaiting: 100_000, overdueCases: 499, outboxLag: 1_000_000 },
						...{ deadLetters: 0, lateDecisions: 100 },
					};
					const alerts = async (url: string) =>
						await create(
							'threshold-alerts',
							{
								'Check Thresholds': { operation: 'checkThresholds', ...onlyDeadLetters },
								'Post to Slack': { url },
							},
							{ 'Send by Mail': { disabled: true }, 'Post to Slack': { disabled: false } },
						);
					const workflowId = await alerts(channel.url);
					const unheard = await alerts(nowhere.url);
					const told = async () => {
						const before = channel.received.length;
						await run(workflowId, 'Check Now');
						return channel.received.slice(before);
					};
					const { office } = stage();
					const [id = ''] = await office.sql(
						"SELECT min(id) FROM x_approval_outbox WHERE x_state = 'acknowledged'",
					);
					const setState = async (state: string) =>
						await office.sql(`UPDATE x_approval_outbox SET x_state = '${state}' WHERE id = ${id}`);

					expect(await told()).toEqual([]);
					await setState('dead');
					await run(unheard, 'Check Now', 'error');
					expect(await told()).toEqual([expect.stringContaining('dead letters: 1')]);
					expect(await told()).toEqual([]);
					await setState('acknowledged');
					expect(await told()).toEqual([expect.stringContaining('not too many dead letters')]);
					expect(await told()).toEqual([]);
					await setState('dead');
					expect(await told()).toEqual([expect.stringContaining('dead letters: 1')]);
					await setState('acknowledged');
					await told();
					await channel.close();
					await picture(workflowId, 'canvas-thresholdAlerts');
				},
				3 * PATIENCE_MS,
			);
		}

		function describeReview(): void {
			it(
				'the review of policies mails the report, with what people override',
				async () => {
					const { api } = stage().stage.conductor;
					const mail = await startMailServer();
					const name = 'Mail';
					const data = {
						...{ user: '', password: '', host: '127.0.0.1', port: mail.port },
						...{ secure: false, disableStartTls: true },
					};
					const id = await api.createCredential({ name, type: 'smtp', data });
					const workflowId = await create(
						'weekly-policy-review',
						{},
						{ 'Send by Mail': { credentials: { smtp: { id, name } } } },
					);
					const execution = await run(workflowId, 'Review Now');
					await mail.close();

					const [simulated] = outputOf(execution, 'Simulate Both Policies');
					expect(simulated).toMatchObject({
						message: expect.stringContaining('under sales-order-release, version 2-proposed'),
						faulty: 0,
					});
					expect(mail.received).toEqual([
						expect.objectContaining({
							to: [expect.objectContaining({ address: 'policy@example.com' })],
							text: expect.stringMatching(/approved all the same|No rule asked often enough/),
							attachments: [
								expect.objectContaining({
									filename: 'policy-simulation.html',
									content: expect.stringContaining('2-proposed'),
								}),
							],
						}),
					]);
					await picture(workflowId, 'canvas-weeklyPolicyReview');
				},
				2 * PATIENCE_MS,
			);
		}
	});
}
