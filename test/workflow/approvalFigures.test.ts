import type { INodeParameters } from 'n8n-workflow';
import type { Figures } from '../../src/domain/insights/figuresFrom';
import { readTemplate } from '../kit/readTemplate';
import { failure, outputs, runNode } from '../kit/runNode';
import { startStage, type Stage } from '../kit/startStage';
import { watchingCalls } from '../kit/watchingCalls';

const day = 24 * 3_600_000;

describe('the figures of Approval Insights', () => {
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

	const count = async (changes: INodeParameters = {}) =>
		await runNode(stage.n8n, {
			type: 'approvalInsights',
			parameters: {
				operation: 'figures',
				areas: [],
				from: new Date(Date.now() - 7 * day).toISOString(),
				until: '',
				period: 'day',
				...changes,
			},
			items: [{}],
		});
	const figures = async (changes: INodeParameters = {}): Promise<Figures> => {
		const execution = await count(changes);
		expect(execution.error).toBeUndefined();
		return outputs(execution)[0]?.[0] as unknown as Figures;
	};

	it('count what was decided and what waits, in one call', async () => {
		await stage.n8n.publish(readTemplate('order-release'));
		for (const discount of [0, 25, 25]) await stage.desk.submit({ discount });
		await stage.n8n.settled();
		await stage.desk.decide('marta', 2, 'approved');
		await stage.n8n.settled();
		const { calls, result } = await watchingCalls(async () => await figures());

		expect(calls.filter((call) => !call.startsWith('x_approval_blueprint'))).toEqual([
			'ir.actions.server/run',
		]);
		const { total, byArea, byApprover, byPeriod } = result;
		expect(total).toMatchObject({
			opened: { count: 3, autoApproved: 1, autoApprovedShare: 0.3333, exceptions: 2 },
			decided: { byPolicy: 1, byPeople: 1, approved: 1, overrides: 1, overrideShare: 1 },
			waiting: { count: 1 },
			events: { pending: 0, dead: 0 },
		});
		expect(byArea).toMatchObject([{ key: 'sales_order_release', label: 'Sales order release' }]);
		expect(byApprover.find(({ label }) => label === 'Marta Keller')).toMatchObject({
			opened: null,
			decided: { byPeople: 1 },
			waiting: { count: 1 },
		});
		expect(byPeriod).toHaveLength(8);
		expect(byPeriod[0]).toMatchObject({ opened: { count: 0, autoApprovedShare: null } });
		expect(byPeriod.at(-1)).toMatchObject({ opened: { count: 3 }, waiting: null });
	});

	it('are of the time that is asked for, and of the areas', async () => {
		await stage.n8n.publish(readTemplate('order-release'));
		await stage.desk.submit({ discount: 0 });
		await stage.n8n.settled();

		const past = await figures({
			until: new Date(Date.now() - day).toISOString(),
			period: 'none',
		});
		expect(past).toMatchObject({ byPeriod: [], total: { opened: { count: 0 } } });
		const other = await figures({ areas: ['procurement'] });
		expect(other.total.opened).toMatchObject({ count: 0 });
		const own = await figures({ areas: ['procurement'], ownAreas: 'sales_order_release' });
		expect(own.total.opened).toMatchObject({ count: 1 });
	});

	it('go by the clock of Odoo, whatever that of n8n says', async () => {
		await stage.n8n.publish(readTemplate('order-release'));
		await stage.desk.submit({ discount: 25 });
		await stage.n8n.settled();
		ahead = 2 * day;

		const { total, byPeriod } = await figures({
			from: new Date(Date.now() - 3 * day).toISOString(),
		});
		expect(total).toMatchObject({
			opened: { count: 1 },
			waiting: { count: 1, oldestHours: expect.closeTo(48, 0) },
		});
		expect(byPeriod.at(-3)?.opened).toMatchObject({ count: 1 });
	});

	it('of one case are of that case, and unknown where it has none', async () => {
		await stage.n8n.publish(readTemplate('order-release'));
		await stage.desk.submit({ discount: 25 });
		await stage.n8n.settled();

		const { total } = await figures();
		expect(total.opened).toMatchObject({ count: 1, exceptionShare: 1, autoApprovedShare: 0 });
		expect(total.decided).toMatchObject({
			byPeople: 0,
			decisionHours: null,
			lateShare: null,
			overrideShare: null,
		});
		const { p50, p90 } = total.waiting?.hours ?? {};
		expect(p50).toBe(p90);
	});

	it('are told to nobody whose user may not look', async () => {
		const { odoo } = stage;
		odoo.server.database.update('res.users', odoo.users.integration.id, { group_ids: [] });

		expect(failure(await count())).toMatchObject({
			message: expect.stringMatching(/rights|access/i),
		});
	});

	it.each([
		{ on: 'a time to come', changes: { from: '2999-01-01T00:00:00Z' }, words: 'from: must be in' },
		{
			on: 'a time that ends before it begins',
			changes: { until: new Date(Date.now() - 9 * day).toISOString() },
			words: 'until: must be after From',
		},
		{
			on: 'too many periods',
			changes: { from: new Date(Date.now() - 60 * day).toISOString(), period: 'hour' },
			words: 'period: so long a time has more than 750',
		},
		{ on: 'an area that is none', changes: { areas: ['sales'] }, words: '"sales"' },
		{
			on: 'a zone that is none',
			changes: { figureOptions: { zone: 'Berlin' } },
			words: 'zone: must be an IANA time zone',
		},
	])('are refused for $on', async ({ changes, words }) => {
		expect(failure(await count(changes))).toMatchObject({
			message: expect.stringContaining(words),
		});
	});

	describe('beside anomalies', () => {
		const find = async (changes: INodeParameters = {}) =>
			await runNode(stage.n8n, {
				type: 'approvalInsights',
				parameters: {
					operation: 'anomalies',
					areas: [],
					recentDays: 14,
					baseDays: 90,
					...changes,
				},
				items: [{}],
			});

		it('say that nothing stands out where there is too little to compare, in one call', async () => {
			await stage.n8n.publish(readTemplate('order-release'));
			await stage.desk.submit({ discount: 25 });
			await stage.n8n.settled();
			const { calls, result } = await watchingCalls(async () => await find());

			expect(calls.filter((call) => !call.startsWith('x_approval_blueprint'))).toEqual([
				'ir.actions.server/run',
			]);
			expect(outputs(result)[0]).toMatchObject([
				{ count: 0, findings: [], recentFrom: expect.any(String), baseFrom: expect.any(String) },
			]);
		});

		it.each([
			[{ recentDays: 0 }, 'recentDays'],
			[{ baseDays: 3 }, 'baseDays'],
			[{ areas: ['sales'] }, '"sales"'],
		])('refuse %j', async (changes, words) => {
			expect(failure(await find(changes))).toMatchObject({
				message: expect.stringContaining(words),
			});
		});
	});
});
