import { z } from 'zod';
import { fillTemplate } from '../../../scripts/scenario/templates';
import { until } from '../../../scripts/scenario/until';
import { purchases } from '../areas/records/purchases';
import { PATIENCE_MS, type TemplateStage } from './TemplateStage';

const events = z.array(
	z.object({ x_state: z.string(), x_last_error: z.union([z.string(), z.literal(false)]) }),
);

/** The shared templates for events that did not come, and for those that n8n fails on. */
export function describeRecovery(stage: () => TemplateStage): void {
	describe('where something goes wrong', () => {
		const bought = purchases(() => stage().office);
		const api = () => stage().stage.conductor.api;
		const fill = async (name: string, parameters: Record<string, Record<string, unknown>> = {}) =>
			await fillTemplate(name, stage().stage.conductor.credentials, parameters);
		/** Runs a workflow by hand, to its end. */
		const run = async (workflowId: string, trigger: string) => {
			const running = await api().runWorkflow(workflowId, trigger);
			await api().waitForExecution(running, ['success'], PATIENCE_MS);
		};
		/** Has another workflow work on purchase orders while something is tried. */
		const instead = async (
			parameters: Record<string, Record<string, unknown>>,
			settings: Record<string, unknown>,
			work: () => Promise<void>,
		) => {
			const workflowId = { __rl: true, mode: 'id', value: stage().core };
			const draft = await fill('procurement', { 'Ask People': { workflowId }, ...parameters });
			const merged = { executionOrder: 'v1', ...settings };
			const other = await api().createWorkflow({ ...draft, settings: merged });
			const usual = stage().workflowOf('procurement');
			await api().deactivate(usual);
			await api().activate(other);
			await work();
			await api().deactivate(other);
			await api().activate(usual);
		};
		const eventsAbout = async (id: number) => {
			const domain = [
				['x_model', '=', 'purchase.order'],
				['x_res_id', '=', id],
				['x_area', '=', 'procurement'],
			];
			const args = { domain, fields: ['x_state', 'x_last_error'], order: 'id desc' };
			return await stage().office.admin.call('x_approval_outbox', 'search_read', args, events);
		};

		beforeAll(async () => {
			await bought.prepare();
		});

		it(
			'has the sweep fetch what Odoo may not bring',
			async () => {
				const sweep = await api().createWorkflow(await fill('reconciliation-sweep'));
				await instead({ 'Odoo Trigger': { options: { delivery: 'claim' } } }, {}, async () => {
					const id = await bought.anOrder(130);
					expect(await eventsAbout(id)).toMatchObject([{ x_state: 'pending' }]);
					expect(await stage().casesAbout('procurement', id)).toEqual([]);
					await run(sweep, 'Do Both Now');
					await stage().approve(await stage().caseIn('procurement', id, 'pending'));

					expect(await stage().caseIn('procurement', id, 'approved')).toMatchObject({
						decidedBy: stage().approver.name,
					});
					expect(await eventsAbout(id)).toMatchObject([{ x_state: 'acknowledged' }]);
				});
			},
			3 * PATIENCE_MS,
		);

		it(
			'notes in Odoo what n8n fails on, and has it sent again',
			async () => {
				const letters = await api().createWorkflow(await fill('dead-letter-and-replay'));
				await api().activate(letters);
				const broken = { policySource: 'json', policyDocument: '{}' };
				const settings = { errorWorkflow: letters };
				await instead({ 'Policy Evaluate': broken }, settings, async () => {
					const id = await bought.anOrder(130);
					const error = await until('No failure was noted', PATIENCE_MS, async () => {
						const [event] = await eventsAbout(id);
						return event?.x_last_error || undefined;
					});
					expect(error).toContain('Policy Evaluate');
					// As Odoo does in the end, after many attempts.
					await stage().office.sql(
						`UPDATE x_approval_outbox SET x_state = 'dead' WHERE x_res_id = ${String(id)}`,
					);
					await run(letters, 'Replay Now');

					expect(await eventsAbout(id)).toMatchObject([{ x_state: 'pending' }]);
				});
			},
			3 * PATIENCE_MS,
		);
	});
}
