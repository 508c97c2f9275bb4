import { z } from 'zod';
import { orders } from '../../../scripts/scenario/orders';
import { outputOf } from '../../../scripts/real/N8nExecution';
import { writeQuotation } from '../../../scripts/scenario/salesDesk';
import { logInToN8n } from '../../../scripts/real/logInToN8n';
import type { E2eStage } from '../stage/openE2eStage';
import { addListener } from './addListener';
import { pickFromLists } from './pickFromLists';

const rules = z.array(z.object({ name: z.string(), trigger: z.string() }));

/** Odoo Trigger for records of any model, on the real thing. */
export function describeListening(stage: () => E2eStage): void {
	const rulesInOdoo = async () => {
		const { odoo } = stage().odoo.administrator;
		const args = {
			domain: [['name', 'like', 'Approvals: sale.order']],
			fields: ['name', 'trigger'],
		};
		return (await odoo.call('base.automation', 'search_read', args, rules)).map(
			({ name, trigger }) => ({ name, trigger }),
		);
	};

	describe('a trigger that listens to records of any model', () => {
		it('makes its rule when published, brings changes with values, and takes the rule away again', async () => {
			const { api } = stage().conductor;
			const id = await addListener(stage(), {
				event: 'recordChanges',
				model: { __rl: true, mode: 'list', value: 'sale.order' },
				recordEvent: 'updated',
				watchedFields: ['client_order_ref'],
				filterMode: 'domain',
				domain: "['|', ('client_order_ref', 'ilike', 'vip'), ('client_order_ref', '=', False)]",
				sendFields: ['name', 'client_order_ref', 'amount_total'],
			});
			await api.activate(id);
			expect(await rulesInOdoo()).toEqual([
				{ name: 'Approvals: sale.order updated', trigger: 'on_write' },
			]);

			const [story] = orders;
			if (!story) throw new Error('The scenario has no order');
			const quotation = await writeQuotation(stage(), story);
			const { odoo: sales } = stage().people.salesperson;
			for (const client_order_ref of ['Ordinary', 'VIP 7']) {
				const args = { ids: [quotation.id], vals: { client_order_ref } };
				await sales.call('sale.order', 'write', args, z.unknown());
			}
			const { id: executionId } = await api.waitForNewExecution(id, new Set(), 60_000);
			const execution = await api.waitForExecution(executionId, ['success'], 60_000);
			expect(outputOf(execution, 'Odoo Trigger')).toMatchObject([
				{
					schema: 'approval-case/1',
					event: {
						type: 'updated',
						model: 'sale.order',
						recordId: quotation.id,
						values: {
							name: quotation.name,
							client_order_ref: 'VIP 7',
							amount_total: expect.any(Number),
						},
					},
				},
			]);
			expect(await api.listExecutions(id)).toHaveLength(1);
			expect(outputOf(execution, 'Acknowledge')).toHaveLength(1);

			await api.deactivate(id);
			expect(await rulesInOdoo()).toEqual([]);
		}, 180_000);

		it('is set up in the editor by picking from lists', async () => {
			const { browser, conductor, screenshots } = stage();
			const id = await addListener(stage(), { event: 'recordChanges', recordEvent: 'updated' });
			const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
			await logInToN8n(page, conductor.n8n.url);
			await page.goto(`${conductor.n8n.url}/workflow/${id}`);
			await page.locator('.vue-flow__node').first().dblclick();
			const chosen = await pickFromLists(page, screenshots);
			expect(chosen).toContain('Customer Reference (client_order_ref)');
			await page.close();
		}, 120_000);
	});
}
