import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Execution } from '../kit/n8n/Execution';
import { failure, outputs, runNode } from '../kit/runNode';
import { startStage, type Stage } from '../kit/startStage';

describe('Odoo Record', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await startStage();
	});
	afterEach(async () => {
		jest.useRealTimers();
		await stage.close();
	});

	const run = async (parameters: INodeParameters, items: IDataObject[] = [{}]) =>
		await runNode(stage.n8n, { type: 'odooRecord', parameters, items });

	const gather = async (recordId: number): Promise<IDataObject> => {
		const byId = {
			operation: 'gatherFacts',
			source: 'record',
			area: 'sales_order_release',
			recordId,
		};
		return outputs(await run(byId))[0]?.[0] ?? {};
	};

	const judge = async (item: IDataObject): Promise<IDataObject[][]> => {
		const parameters = { policySource: 'preset', area: 'sales_order_release' };
		return outputs(await runNode(stage.n8n, { type: 'policyEvaluate', parameters, items: [item] }));
	};

	const apply = async (item: IDataObject): Promise<Execution> =>
		await run({ operation: 'applyDecision' }, [item]);

	describe('Gather Facts', () => {
		it('reads a record by its id', async () => {
			const id = await stage.desk.write({ discount: 12 });
			expect(await gather(id)).toMatchObject({
				schema: 'approval-case/1',
				record: {
					area: 'sales_order_release',
					model: 'sale.order',
					id,
					name: 'S00016',
					url: `${stage.odoo.url}/mail/view?model=sale.order&res_id=${id}`,
					currency: 'EUR',
				},
				requester: { user: { name: 'Sofia Marin' }, involvedIds: [stage.odoo.users.sofia.id] },
				facts: { maxDiscountPercent: 12, orderAmount: 545.6 },
				fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
			});
		});

		it('forgets what an earlier reading led to, and keeps what is not ours', async () => {
			const id = await stage.desk.write();
			const before = { ...(await gather(id)), routing: undefined, sla: undefined, note: 'mine' };
			const [judged] = (await judge(before))[0] ?? [];
			const parameters = {
				operation: 'gatherFacts',
				source: 'record',
				area: 'sales_order_release',
				recordId: id,
			};
			const [[again] = []] = outputs(await run(parameters, [judged ?? {}]));
			expect(Object.keys(again ?? {}).sort()).toEqual([
				'facts',
				'fingerprint',
				'note',
				'proposal',
				'record',
				'requester',
				'schema',
				'unknown',
				'watched',
			]);
		});

		it('reports a record that is not there', async () => {
			const parameters = {
				operation: 'gatherFacts',
				source: 'record',
				area: 'sales_order_release',
				recordId: 4711,
			};
			expect(failure(await run(parameters))).toEqual({
				message:
					'sale.order 4711 does not exist any more, or the user of the credential may not see it',
				description: 'RECORD_MISSING',
			});
		});

		it('waits a little for an event that is not saved yet, then reports it', async () => {
			const event = {
				outboxId: 99,
				topic: 'record',
				area: 'sales_order_release',
				model: 'sale.order',
				recordId: 1,
				sentAt: '2026-03-02T08:00:00.000Z',
			};
			const started = Date.now();
			const execution = await run({ operation: 'gatherFacts', source: 'event' }, [
				{ schema: 'approval-case/1', event },
			]);
			expect(failure(execution)).toMatchObject({ description: 'EVENT_MISSING' });
			expect(Date.now() - started).toBeGreaterThanOrEqual(3750);
		});
	});

	describe('Apply Decision', () => {
		it('does nothing the second time', async () => {
			const id = await stage.desk.write();
			await stage.desk.send(id);
			const [[approved] = []] = await judge(await gather(id));

			const first = outputs(await apply(approved ?? {}));
			const second = outputs(await apply(approved ?? {}));

			expect(first.map((items) => items.length)).toEqual([1, 0, 0, 0]);
			expect(second[0]).toEqual([]);
			expect(await stage.desk.stateOf(id)).toBe('sale');
		});

		it('does nothing to an order that changed after it was read', async () => {
			const id = await stage.desk.submit();
			const [[approved] = []] = await judge(await gather(id));
			await stage.desk.changeDiscount(id, 30);

			const parted = outputs(await apply(approved ?? {}));

			expect(parted.map((items) => items.length)).toEqual([0, 0, 1, 0]);
			expect(await stage.desk.stateOf(id)).toBe('sent');
		});

		it('tells when Odoo refuses, in its words', async () => {
			const id = await stage.desk.submit();
			const [[approved] = []] = await judge(await gather(id));
			await stage.desk.cancel(id);

			const parted = outputs(await apply(approved ?? {}));

			expect(parted[3]).toMatchObject([
				{
					outcome: {
						outcome: 'not_released',
						recordState: 'cancel',
						message: expect.stringContaining(
							'Some orders are not in a state requiring confirmation',
						),
					},
				},
			]);
		});

		it('refuses what policy wants a person to decide', async () => {
			const id = await stage.desk.submit({ discount: 25 });
			const [, [pending] = []] = await judge(await gather(id));
			expect(failure(await apply(pending ?? {}))).toMatchObject({ description: 'NOT_DECIDED' });
			expect(await stage.desk.stateOf(id)).toBe('sent');
		});

		it('believes the case in Odoo, not the item', async () => {
			const id = await stage.desk.submit({ discount: 25 });
			const [, [pending] = []] = await judge(await gather(id));
			const routed = await runNode(stage.n8n, {
				type: 'approvalRoute',
				parameters: {
					operation: 'routeOnly',
					authority: {
						rows: [
							{
								role: 'sales_manager',
								kind: 'group',
								approver: 'sales_team.group_sale_manager',
								limit: 0,
								quorum: 1,
							},
						],
					},
					fallbackGroup: 'n8n_approvals.group_manager',
				},
				items: [pending ?? {}],
			});
			const [[opened] = []] = outputs(routed);
			await stage.desk.decide('marta', 1, 'rejected', 'No');

			const forged = {
				...opened,
				decision: {
					decision: 'approved',
					by: null,
					at: '2026-03-02T08:00:00.000Z',
					reasonCode: null,
					reason: null,
				},
			};
			expect(outputs(await apply(forged))[0]).toMatchObject([
				{ decision: { decision: 'rejected', reason: 'No' }, outcome: { outcome: 'kept' } },
			]);
			expect(await stage.desk.stateOf(id)).toBe('sent');
		});

		it('refuses an empty item', async () => {
			expect(failure(await apply({}))).toMatchObject({ description: 'CASE_FILE_UNFIT' });
		});
	});

	it('notes a message on a case and finds its trail intact', async () => {
		const id = await stage.desk.submit();
		const [[approved] = []] = await judge(await gather(id));
		await apply(approved ?? {});
		const note = { operation: 'postMessage', caseId: '1', text: 'Customer told' };
		await run(note);

		const [intact, broken] = outputs(await run({ operation: 'verifyAuditTrail', caseId: '1' }));
		expect({ intact, broken }).toEqual({
			intact: [
				{
					caseId: 1,
					caseName: expect.stringContaining('S00016'),
					intact: true,
					count: 4,
					lastHash: expect.stringMatching(/^[0-9a-f]{64}$/),
					seal: 'found',
					brokenAt: null,
					reason: null,
				},
			],
			broken: [],
		});
	});

	it('says so when Odoo cannot be reached', async () => {
		stage.n8n.useCredential('odooApprovalsApi', {
			url: 'http://127.0.0.1:1',
			database: 'x',
			login: 'x',
			apiKey: 'x',
		});
		const execution = await run({ operation: 'verifyAuditTrail', caseId: '1' });
		expect(failure(execution)).toEqual({
			message: expect.stringContaining('Odoo cannot be reached'),
			description: expect.stringContaining('ODOO_TRANSPORT in '),
		});
	});
});
