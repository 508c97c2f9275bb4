import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { axiosHttpSend } from '../../src/http/axiosHttpSend';
import { Ledger } from '../../src/odoo/ledger/Ledger';
import { OdooClient } from '../../src/odoo/OdooClient';
import { recordIds } from '../../src/odoo/recordIds';
import type { Execution } from '../kit/n8n/Execution';
import { sketchWorkflow } from '../kit/n8n/TestWorkflow';
import { sampleFile } from '../kit/sampleFile';
import { failure, outputs, runNode } from '../kit/runNode';
import { startStage, testSigningKey, type Stage } from '../kit/startStage';

const minutes = 60_000;

/** An n8n that listens for orders and claims their events itself. */
const listener = sketchWorkflow({
	Listener: {
		type: 'odooTrigger',
		parameters: {
			event: 'recordNeedsApproval',
			areas: ['sales_order_release'],
			options: { delivery: 'claim' },
		},
	},
});

const outboxRows = z.array(
	z.object({
		id: z.number(),
		x_state: z.string(),
		x_last_error: z.union([z.string(), z.literal(false)]),
	}),
);

describe('Odoo Record on events', () => {
	let stage: Stage;
	/** How far Odoo's clock is ahead, in milliseconds. */
	let ahead: number;
	beforeEach(async () => {
		ahead = 0;
		stage = await startStage({ now: () => new Date(Date.now() + ahead) });
	});
	afterEach(async () => {
		await stage.close();
	});

	const run = async (parameters: INodeParameters, items: IDataObject[] = [{}]) =>
		await runNode(stage.n8n, { type: 'odooRecord', parameters, items });

	const result = (execution: Execution): IDataObject => outputs(execution)[0]?.[0] ?? {};

	const claim = async (changes: INodeParameters = {}) => {
		const usual = { operation: 'claimEvents', topic: 'record', areas: [], limit: 50 };
		return await run({ ...usual, leaseMinutes: 10, ...changes });
	};

	const acknowledge = async (item: IDataObject) =>
		await run({ operation: 'acknowledgeEvent' }, [item]);

	it('acknowledges an event once, and hands the item on', async () => {
		const { unpublish } = await stage.n8n.publish(listener);
		await stage.desk.submit();
		const item = { ...result(await claim()), mine: 'kept' };

		expect(outputs(await acknowledge(item))).toEqual([[item], []]);
		expect(outputs(await acknowledge(item))).toEqual([[], [item]]);
		expect(
			await stage.desk
				.as('elena')
				.call(
					'x_approval_outbox',
					'search_read',
					{ domain: [], fields: ['x_state', 'x_last_error'] },
					outboxRows,
				),
		).toMatchObject([{ x_state: 'acknowledged' }]);
		await unpublish();
	});

	it('says that Odoo does not know the event, or that the item has none', async () => {
		const { event } = z.object({ event: z.record(z.unknown()) }).parse(sampleFile);
		const unknown = { schema: 'approval-case/1', event: { ...event, outboxId: 4711 } };
		expect(failure(await acknowledge(unknown))).toMatchObject({ description: 'EVENT_MISSING' });
		expect(failure(await acknowledge({ schema: 'approval-case/1' }))).toMatchObject({
			description: 'CASE_FILE_UNFIT',
		});
	});

	const claimedIds = (execution: Execution): number[] =>
		z
			.array(z.object({ event: z.object({ recordId: z.number() }) }))
			.parse(outputs(execution)[0])
			.map(({ event }) => event.recordId);

	const outbox = async () => {
		const args = { domain: [], fields: ['x_state', 'x_last_error'], order: 'id' };
		return await stage.desk.as('elena').call('x_approval_outbox', 'search_read', args, outboxRows);
	};

	/** Many orders that are marked as sent in one save. */
	const submitMany = async (count: number): Promise<number[]> => {
		const sofia = stage.desk.as('sofia');
		const first = await stage.desk.write();
		const partners = z.array(z.object({ partner_id: z.tuple([z.number(), z.string()]) }));
		const read = { ids: [first], fields: ['partner_id'] };
		const [order] = await sofia.call('sale.order', 'read', read, partners);
		const vals_list = Array.from({ length: count - 1 }, () => ({
			partner_id: order?.partner_id[0] ?? 0,
		}));
		const others = await sofia.call('sale.order', 'create', { vals_list }, recordIds);
		const ids = [first, ...others];
		await sofia.call('sale.order', 'action_quotation_sent', { ids }, z.unknown());
		return ids;
	};

	describe('Claim Pending Events', () => {
		beforeEach(async () => {
			await stage.n8n.publish(listener);
		});

		it('gives one item for each event, oldest first, and none when none waits', async () => {
			const orders = [await stage.desk.submit(), await stage.desk.submit()];
			const claimed = outputs(await claim());
			expect(claimed).toEqual([
				orders.map((recordId) => ({
					schema: 'approval-case/1',
					event: {
						outboxId: expect.any(Number),
						topic: 'record',
						area: 'sales_order_release',
						type: 'saved',
						model: 'sale.order',
						recordId,
						traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
						sentAt: expect.stringMatching(/Z$/),
						workflowId: expect.stringMatching(/^workflow-/),
					},
				})),
			]);
			expect(outputs(await claim())).toEqual([[]]);
		});

		it('goes on from page to page up to the limit', async () => {
			const orders = await submitMany(230);
			const first = claimedIds(await claim({ limit: 210 }));
			const rest = claimedIds(await claim());
			expect([first, rest]).toEqual([orders.slice(0, 210), orders.slice(210)]);
		});

		it('gives no event twice to two that claim at once', async () => {
			const orders = await submitMany(30);
			const claims = await Promise.all([claim({ limit: 20 }), claim({ limit: 20 })]);
			const ids = claims.flatMap(claimedIds);
			expect(ids.toSorted((one, other) => one - other)).toEqual(orders);
		});

		it('gives an event again when its lease has ended', async () => {
			const id = await stage.desk.submit();
			await claim({ leaseMinutes: 2 });
			ahead = 1 * minutes;
			expect(claimedIds(await claim())).toEqual([]);
			ahead = 3 * minutes;
			expect(claimedIds(await claim())).toEqual([id]);
		});

		it.each([
			{ what: 'of other areas', changes: { areas: ['none'] } },
			{ what: 'about decided cases', changes: { topic: 'case' } },
		])('leaves the others when it claims those $what', async ({ changes }) => {
			await stage.desk.submit();
			expect(outputs(await claim(changes))).toEqual([[]]);
		});
	});

	it('claims nothing that another n8n listens for', async () => {
		const { url, database, users } = stage.odoo;
		const client = new OdooClient({ url, database, ...users.integration }, axiosHttpSend);
		await new Ledger(client).execute<'subscribe'>({
			command: 'subscribe',
			key: 'another',
			topic: 'record',
			area: 'sales_order_release',
			url: 'https://another.example.com/webhook',
			signingKey: testSigningKey,
			instance: 'another',
			isPushed: false,
			includesCopies: true,
			workflowId: 'workflow-of-the-suite',
			isTest: false,
			filter: [],
			sendFields: [],
			watch: null,
		});
		await stage.desk.submit();
		expect(outputs(await claim())).toEqual([[]]);
	});

	describe('Catch Up', () => {
		const catchUp = async (changes: INodeParameters = {}) =>
			await run({ operation: 'catchUp', areas: [], within: 24, unit: 'hours', ...changes });

		it('reports what nothing told of, once', async () => {
			const id = await stage.desk.submit();
			await stage.n8n.publish(listener);
			expect(claimedIds(await claim())).toEqual([]);

			expect(result(await catchUp())).toEqual({ written: 1, hasMore: false });
			expect(result(await catchUp())).toEqual({ written: 0, hasMore: false });
			expect(claimedIds(await claim())).toEqual([id]);
		});

		it.each([
			{ what: 'changes before that', changes: { within: 30, unit: 'minutes' } },
			{ what: 'other areas', changes: { areas: ['none'] } },
		])('leaves alone $what', async ({ changes }) => {
			ahead = -60 * minutes;
			await stage.desk.submit();
			ahead = 0;
			await stage.n8n.publish(listener);
			expect(result(await catchUp(changes))).toEqual({ written: 0, hasMore: false });
		});
	});

	describe('Replay Events', () => {
		beforeEach(async () => {
			await stage.n8n.publish(listener);
			await stage.desk.submit();
		});

		/** Claims so often without working on it that Odoo gives the event up. */
		const giveUp = async () => {
			for (let attempt = 0; attempt < 200 && (await outbox())[0]?.x_state !== 'dead'; attempt++) {
				await claim({ leaseMinutes: 60 });
				ahead += 61 * minutes;
			}
			expect(await outbox()).toMatchObject([{ x_state: 'dead' }]);
		};

		it('brings back every dead letter', async () => {
			await giveUp();
			const [row] = await outbox();
			const replayed = await run({ operation: 'replayEvents', which: 'dead' });
			expect(result(replayed)).toEqual({ outboxIds: [row?.id], count: 1 });
			expect(await outbox()).toMatchObject([{ x_state: 'pending' }]);
			expect(claimedIds(await claim())).toHaveLength(1);
		});

		it('has nothing to replay where nothing is dead', async () => {
			const replayed = await run({ operation: 'replayEvents', which: 'dead' });
			expect(result(replayed)).toEqual({ outboxIds: [], count: 0 });
		});

		it.each([
			{ what: 'as text', write: (id: number) => ` ${id}, 4711 ` },
			{ what: 'as a number', write: (id: number) => id },
			{ what: 'as a list', write: (id: number) => [id] },
			{ what: 'out of the item', write: () => '={{ $json.event?.outboxId }}' },
		])('makes events due that are named $what', async ({ write }) => {
			const [item = {}] = outputs(await claim({ leaseMinutes: 60 }))[0] ?? [];
			const [row] = await outbox();
			const outboxIds = write(row?.id ?? 0);
			const replayed = await run({ operation: 'replayEvents', which: 'ids', outboxIds }, [item]);
			expect(result(replayed)).toEqual({ outboxIds: [row?.id], count: 1 });
			expect(claimedIds(await claim())).toHaveLength(1);
		});
	});

	describe('Record Failure', () => {
		const defaults = {
			executionId: '={{ $json.execution?.id }}',
			message:
				'={{ [$json.workflow?.name, $json.execution?.lastNodeExecuted, ($json.execution ?? $json.trigger)?.error?.message].filter(Boolean).join(": ") }}',
		};
		const fail = async (item: IDataObject, changes: INodeParameters = {}) =>
			await run({ operation: 'recordFailure', ...defaults, ...changes }, [item]);
		const workflow = { id: 'workflow-1', name: 'Release sales orders' };

		/** An execution that has begun to work on an event. */
		const workingExecution = async (): Promise<string> => {
			await stage.n8n.publish(listener);
			await stage.desk.submit();
			const items = outputs(await claim())[0] ?? [];
			const gathering = await run({ operation: 'gatherFacts', source: 'event' }, items);
			return gathering.id;
		};

		it('notes what went wrong with the event that the execution worked on', async () => {
			const id = await workingExecution();
			const error = { message: 'Odoo is away', stack: 'Error: at …' };
			const item = { execution: { id, lastNodeExecuted: 'Policy Evaluate', error }, workflow };
			const [row] = await outbox();
			expect(result(await fail(item))).toEqual({ ...item, outboxIds: [row?.id], caseIds: [] });
			expect(await outbox()).toMatchObject([
				{ x_last_error: 'Release sales orders: Policy Evaluate: Odoo is away' },
			]);
		});

		it('cuts a long message short', async () => {
			const item = { execution: { id: await workingExecution() } };
			await fail(item, { message: `${'x'.repeat(1999)}😀` });
			expect(await outbox()).toMatchObject([{ x_last_error: 'x'.repeat(1999) }]);
		});

		it.each([
			{
				what: 'an execution that worked on no event of ours',
				item: { execution: { id: '4711', error: { message: 'No' } }, workflow },
			},
			{
				what: 'a trigger that could not start one',
				item: { trigger: { error: { message: 'No' }, mode: 'trigger' }, workflow },
			},
		])('hands on $what', async ({ item }) => {
			expect(result(await fail(item))).toEqual({ ...item, outboxIds: [], caseIds: [] });
		});
	});

	it.each([
		{ operation: 'claimEvents', wrong: { limit: 0 }, code: 'PARAMETER_INVALID' },
		{ operation: 'claimEvents', wrong: { limit: 2001 }, code: 'PARAMETER_INVALID' },
		{ operation: 'claimEvents', wrong: { leaseMinutes: 0 }, code: 'PARAMETER_INVALID' },
		{ operation: 'claimEvents', wrong: { areas: ['moon_landing'] }, code: 'UNKNOWN_AREA' },
		{ operation: 'catchUp', wrong: { within: 0 }, code: 'PARAMETER_INVALID' },
		{ operation: 'catchUp', wrong: { areas: ['moon_landing'] }, code: 'UNKNOWN_AREA' },
		{ operation: 'replayEvents', wrong: { outboxIds: ',' }, code: 'PARAMETER_INVALID' },
		{ operation: 'replayEvents', wrong: { outboxIds: '1, two' }, code: 'PARAMETER_INVALID' },
		{ operation: 'recordFailure', wrong: { message: ' ' }, code: 'PARAMETER_INVALID' },
	])('refuses $wrong in $operation, and goes on where told to', async (one) => {
		const { operation, wrong, code } = one;
		const usual = { which: 'ids', within: 24, unit: 'hours', message: 'x', executionId: '1' };
		const parameters = { operation, ...usual, ...wrong };
		expect(failure(await run(parameters))).toMatchObject({ description: code });

		const onError = 'continueRegularOutput' as const;
		const items = [{}];
		const goingOn = await runNode(stage.n8n, { type: 'odooRecord', parameters, items, onError });
		expect(outputs(goingOn)).toEqual([[{ error: expect.any(String), details: { code } }]]);
	});
});
