import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { freePort } from '../../../scripts/real/freePort';
import { readOrder } from '../../../scripts/scenario/readOrder';
import { REDELIVERED_MS } from '../../../scripts/scenario/redelivered';
import { fillTemplate } from '../../../scripts/scenario/templates';
import { until } from '../../../scripts/scenario/until';
import { logInToN8n } from '../../../scripts/real/logInToN8n';
import type { E2eStage } from '../stage/openE2eStage';
import { askedOrder } from './askedOrder';

/** The template that tells a channel before it waits, beside a server that takes what Slack would. */
export function describeChannel(stage: () => E2eStage): void {
	describe('a channel', () => {
		const publish = async (url: string): Promise<string> => {
			const { api, credentials } = stage().conductor;
			const parameters = { 'Tell the Channel': { url } };
			const draft = await fillTemplate('order-release-slack', credentials, parameters);
			const id = await api.createWorkflow(draft);
			await api.activate(id);
			return id;
		};
		/** Approves an order on the page and waits until Odoo has confirmed it. */
		const release = async (): Promise<void> => {
			const { quotation, link } = await askedOrder(stage());
			await stage().pages.answer(link, { decision: 'approved' });
			await until('the order was never released', REDELIVERED_MS, async () => {
				const { state } = await readOrder(stage().auditor, quotation.id);
				return state === 'sale' ? true : undefined;
			});
		};

		it('is told what is asked, with nobody’s link, and its silence stops nothing', async () => {
			const { api, orderReleaseId, n8n } = stage().conductor;
			const got: string[] = [];
			const port = await freePort();
			const channel = createServer((request, response) => {
				void text(request).then((body) => {
					got.push(body);
					response.writeHead(got.length > 1 ? 503 : 200).end('ok');
				});
			});
			await new Promise<void>((resolve) => channel.listen(port, '127.0.0.1', resolve));
			await api.deactivate(orderReleaseId);
			const id = await publish(`http://127.0.0.1:${String(port)}/services/T0/B0/x`);
			try {
				await release();
				expect(JSON.parse(got[0] ?? '')).toMatchObject({
					text: expect.stringMatching(/S\d+/),
					blocks: expect.arrayContaining([expect.objectContaining({ type: 'section' })]),
				});
				expect(got[0]).not.toContain('approval=');
				await release();
				expect(got).toHaveLength(2);

				const page = await stage().browser.newPage({ viewport: { width: 1800, height: 1000 } });
				await logInToN8n(page, n8n.url);
				await page.goto(`${n8n.url}/workflow/${id}`);
				await page.locator('.vue-flow__node').first().waitFor();
				await stage().screenshots.take(page, 'canvas-orderReleaseSlack');
				await page.close();
			} finally {
				await api.deactivate(id);
				await api.activate(orderReleaseId);
				channel.close();
			}
		});
	});
}
