import { logInToN8n } from '../../../scripts/real/logInToN8n';
import { outputOf } from '../../../scripts/real/N8nExecution';
import { fillTemplate, type TemplateNode } from '../../../scripts/scenario/templates';
import { purchases } from '../areas/records/purchases';
import { openChannel } from '../stage/openChannel';
import { PATIENCE_MS, type TemplateStage } from './TemplateStage';

export function describeDigest(stage: () => TemplateStage): void {
	it(
		'are told of in the daily digest: what waits, in every shape',
		async () => {
			const { prepare, anOrder } = purchases(() => stage().office);
			await prepare();
			const id = await anOrder(130);
			const waiting = await stage().caseIn('procurement', id, 'pending');
			const name = String(await stage().office.fieldOf('purchase.order', id, 'name'));
			const channel = await openChannel();
			const { conductor, browser, screenshots } = stage().stage;
			const { api, credentials, n8n } = conductor;
			const draft = await fillTemplate('daily-digest', credentials, {
				'Post to Slack': { url: channel.url },
				'Post to Teams': { url: channel.url },
			});
			// As an analyst does who wants it in the channels and not by mail.
			const drawn: TemplateNode[] = draft.nodes;
			const nodes = drawn.map((node) => ({ ...node, disabled: node.name === 'Send by Mail' }));
			const workflowId = await api.createWorkflow({ ...draft, nodes });
			const running = await api.runWorkflow(workflowId, 'Look Now');
			const execution = await api.waitForExecution(running, ['success'], PATIENCE_MS);
			await channel.close();

			const [look] = outputOf(execution, 'Open Cases');
			expect(look).toMatchObject({
				quiet: false,
				cases: expect.arrayContaining([
					expect.objectContaining({ id: waiting.id, recordName: name, amount: 1300 }),
				]),
				message: { text: expect.stringContaining(`- ${name} · `) },
			});
			expect(channel.received).toEqual([
				expect.stringContaining(name),
				expect.stringContaining(name),
			]);

			const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
			await logInToN8n(page, n8n.url);
			await page.goto(`${n8n.url}/workflow/${workflowId}`);
			await page.locator('.vue-flow__node').first().waitFor();
			await screenshots.take(page, 'canvas-dailyDigest');
			await page.close();
			await stage().approve(waiting);
			await stage().caseIn('procurement', id, 'approved');
		},
		2 * PATIENCE_MS,
	);
}
