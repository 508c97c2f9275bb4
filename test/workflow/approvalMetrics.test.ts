import type { INodeParameters } from 'n8n-workflow';
import { readTemplate } from '../kit/readTemplate';
import { failure, outputs, runNode } from '../kit/runNode';
import { startStage, type Stage } from '../kit/startStage';
import { watchingCalls } from '../kit/watchingCalls';

describe('what Approval Insights tells machines', () => {
	let stage: Stage;
	/** How far Odoo's clock is ahead of n8n's, in milliseconds. */
	let ahead: number;
	beforeEach(async () => {
		ahead = 0;
		stage = await startStage({ now: () => new Date(Date.now() + ahead) });
	});
	afterEach(async () => {
		await stage.close();
	});

	const run = async (parameters: INodeParameters) =>
		await runNode(stage.n8n, {
			type: 'approvalInsights',
			parameters: { areas: [], ...parameters },
			items: [{}],
		});
	const metrics = async (changes: INodeParameters = {}) => {
		const execution = await run({ operation: 'openMetrics', ...changes });
		expect(execution.error).toBeUndefined();
		return outputs(execution)[0]?.[0];
	};
	const checks = async (changes: INodeParameters = {}) => {
		const thresholds = { oldestWaiting: 48, overdueCases: 0, deadLetters: 0, outboxLag: 60 };
		const execution = await run({
			operation: 'checkThresholds',
			...thresholds,
			lateDecisions: 20,
			...changes,
		});
		expect(execution.error).toBeUndefined();
		return outputs(execution)[0] ?? [];
	};
	const isPlumbing = (call: string) => call.startsWith('x_approval_blueprint');
	const askAbout = async (discounts: number[]) => {
		await stage.n8n.publish(readTemplate('order-release'));
		for (const discount of discounts) await stage.desk.submit({ discount });
		await stage.n8n.settled();
	};

	it('are metrics, of all that ever was, in one call', async () => {
		await askAbout([0, 25]);
		const { calls, result } = await watchingCalls(async () => await metrics());

		expect(calls.filter((call) => !isPlumbing(call))).toEqual(['ir.actions.server/run']);
		expect(result?.['contentType']).toMatch(/^application\/openmetrics-text; version=1/);
		const lines = String(result?.['text']).split('\n');
		expect(lines).toEqual(
			expect.arrayContaining([
				'odoo_approvals_cases_opened_total{area="sales_order_release"} 2',
				'odoo_approvals_decisions_total{area="sales_order_release",by="policy"} 1',
				'odoo_approvals_pending_cases{area="sales_order_release"} 1',
				'odoo_approvals_trail_events_total{area="sales_order_release",type="opened"} 2',
				'odoo_approvals_outbox_events_acknowledged_total{area="sales_order_release"} 2',
			]),
		);
		expect((await metrics({ areas: ['procurement'] }))?.['text']).not.toContain('sales_order');
	});

	it('are thresholds, in two calls; none of late decisions where nobody decided', async () => {
		const { calls, result } = await watchingCalls(async () => await checks());

		expect(calls.filter((call) => !isPlumbing(call))).toHaveLength(2);
		expect(result.map(({ alert, exceeded }) => [alert, exceeded])).toEqual([
			['oldestWaiting', false],
			['overdueCases', false],
			['deadLetters', false],
			['outboxLag', false],
		]);
	});

	it('say what is past a threshold, since when, and where it is in Odoo', async () => {
		await askAbout([25]);
		ahead = 5 * 24 * 3_600_000;
		const [oldest, overdue] = await checks({ thresholdOptions: { language: 'de' } });

		expect(oldest).toMatchObject({
			alert: 'oldestWaiting',
			exceeded: true,
			value: 120,
			threshold: 48,
			since: expect.stringMatching(/Z$/),
			url: `${stage.odoo.url}/odoo/action-n8n_approvals.window_cases`,
			message: { subject: 'Freigaben: ein Vorgang wartet seit 120 Stunden' },
		});
		expect(overdue).toMatchObject({ exceeded: true, value: 1, since: expect.any(String) });
		expect((await checks({ oldestWaiting: 120 }))[0]).toMatchObject({ exceeded: false });
	});

	it('are refused where a threshold is none', async () => {
		const execution = await run({ operation: 'checkThresholds', overdueCases: 500 });
		expect(failure(execution)).toMatchObject({ message: expect.stringContaining('overdueCases') });
	});
});
