import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { readTemplate } from '../kit/readTemplate';
import { failure, outputs, runNode } from '../kit/runNode';
import { startStage, type Stage } from '../kit/startStage';
import { watchingCalls } from '../kit/watchingCalls';

const hour = 3_600_000;

describe('Approval Insights', () => {
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

	const look = async (changes: INodeParameters = {}) =>
		await runNode(stage.n8n, {
			type: 'approvalInsights',
			parameters: {
				operation: 'openCases',
				areas: [],
				since: new Date(Date.now() - 24 * hour).toISOString(),
				limit: 50,
				...changes,
			},
			items: [{}],
		});
	const found = async (changes: INodeParameters = {}): Promise<IDataObject> => {
		const execution = await look(changes);
		expect(execution.error).toBeUndefined();
		return outputs(execution)[0]?.[0] ?? {};
	};
	/** A quotation about which people are asked. */
	const anOrder = async () => {
		await stage.n8n.publish(readTemplate('order-release'));
		const orderId = await stage.desk.submit({ discount: 25 });
		await stage.n8n.settled();
		return orderId;
	};

	it('finds what waits, in one call, and where it is in Odoo', async () => {
		const orderId = await anOrder();
		const { url, users } = stage.odoo;
		const { calls, result } = await watchingCalls(async () => await found());

		expect(calls.filter((call) => !call.startsWith('x_approval_blueprint'))).toEqual([
			'ir.actions.server/run',
		]);
		expect(result).toMatchObject({
			quiet: false,
			waiting: {
				count: 1,
				overdue: 0,
				byArea: [{ area: 'sales_order_release', label: 'Sales order release', count: 1 }],
				byApprover: expect.arrayContaining([
					{ person: { id: users.marta.id, name: users.marta.name }, count: 1, overdue: 0 },
				]),
			},
			cases: [
				{
					recordId: orderId,
					overdue: false,
					url: `${url}/mail/view?model=x_approval_case&res_id=1`,
					recordUrl: `${url}/mail/view?model=sale.order&res_id=${orderId}`,
				},
			],
			deadLetters: 0,
		});
	});

	it('looks at the areas that it is told, and at no others', async () => {
		await anOrder();
		const count = async (changes: INodeParameters) => (await found(changes))['waiting'];

		expect(await count({ areas: ['sales_order_release'] })).toMatchObject({ count: 1 });
		expect(await count({ areas: ['credit_release'] })).toMatchObject({ count: 0 });
		expect(await count({ ownAreas: 'payment_terms' })).toMatchObject({ count: 0 });
		const both = { areas: ['sales_order_release'], ownAreas: 'payment_terms' };
		expect(await count(both)).toMatchObject({ count: 1 });
	});

	it('goes by the clock of Odoo: a case is overdue when it says so', async () => {
		await anOrder();
		ahead = 5 * 24 * hour;
		const { waiting, breached, at } = await found({
			since: new Date(Date.now() - 6 * 24 * hour).toISOString(),
		});
		expect(waiting).toMatchObject({ overdue: 1, dueToday: 1 });
		expect(breached).toMatchObject({ count: 1 });
		expect(Date.parse(z.string().parse(at))).toBeGreaterThan(Date.now() + 4 * 24 * hour);
	});

	it('tells what was decided and never carried out', async () => {
		await anOrder();
		stage.n8n.loseExecutions();
		await stage.desk.decide('marta', 1, 'approved');
		expect(await found()).toMatchObject({ leftUndone: { count: 0 } });

		ahead = 2 * hour;
		expect(await found()).toMatchObject({
			waiting: { count: 0 },
			decided: { count: 1, byPolicy: 0 },
			leftUndone: {
				count: 1,
				cases: [{ state: 'approved', decidedBy: { name: 'Marta Keller' } }],
			},
		});
	});

	it('speaks the language and shows the clock that it is told to', async () => {
		const options = { language: 'de', zone: 'Asia/Tokyo' };
		const { message, quiet } = await found({ insightOptions: options });
		expect(quiet).toBe(true);
		expect(message).toMatchObject({
			subject: 'Freigaben: nichts wartet',
			text: expect.stringContaining('(Asia/Tokyo)'),
			html: expect.stringContaining('<html lang="de">'),
		});
	});

	it.each([
		{
			on: 'a time to come',
			changes: { since: '2999-01-01T00:00:00Z' },
			words: 'since: must be in the past',
		},
		{ on: 'no time', changes: { since: 'yesterday' }, words: 'since: must be a date' },
		{
			on: 'a time too long ago',
			changes: { since: '2001-01-01T00:00:00Z' },
			words: 'since: must be within the last 366 days',
		},
		{ on: 'an area that is none', changes: { areas: ['sales'] }, words: '"sales"' },
		{
			on: 'a zone that is none',
			changes: { insightOptions: { zone: 'Berlin' } },
			words: 'zone: must be an IANA time zone',
		},
	])('refuses $on, and does not say that nothing waits', async ({ changes, words }) => {
		expect(failure(await look(changes))).toMatchObject({ message: expect.stringContaining(words) });
	});

	describe('the template that sends a digest', () => {
		const template = readTemplate('daily-digest');
		const run = async () => {
			const execution = await stage.n8n.run(template, 'Look Now', [{}]);
			expect(execution.error).toBeUndefined();
			return execution;
		};

		it('sends nothing on a quiet day', async () => {
			const { path } = await run();
			expect(path).toEqual(['Look Now', 'Open Cases', 'Worth a Message?', 'Quiet: Nothing Sent']);
		});

		it('sends what waits, by the one way that is on', async () => {
			await anOrder();
			const execution = await run();
			expect(execution.path.slice(0, 4)).toEqual([
				'Look Now',
				'Open Cases',
				'Worth a Message?',
				'Send by Mail',
			]);
			const on = template.nodes.filter(({ disabled }) => disabled !== true);
			expect(on.map(({ name }) => name)).not.toContain('Post to Slack');
			expect(execution.outputsOf('Send by Mail')[0]).toMatchObject([
				{ message: { subject: 'Approvals: 1 case waits' } },
			]);
		});
	});
});
