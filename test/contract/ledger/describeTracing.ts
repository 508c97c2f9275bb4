import type { CaseView } from '../../../src/domain/case/caseView';
import type { Trace, Traced } from '../../../src/domain/insights/trace';
import { instance, release, type LedgerBench } from './LedgerBench';
import { unknownId } from './unknownId';

const TRACE_ID = /^[0-9a-f]{32}$/;

export function describeTracing(bench: () => LedgerBench): void {
	const trace = async (about: Traced, limit = 100): Promise<Trace> =>
		await bench().ledger.execute<'trace'>({ command: 'trace', about, limit });
	const rowsAbout = async (field: string, value: unknown) =>
		await bench().read(
			'x_approval_outbox',
			[[field, '=', value]],
			['x_trace_id', 'x_topic', 'x_model', 'x_res_id'],
		);
	const eventOf = async (orderId: number) => {
		const [event, ...others] = await bench().eventsAbout(orderId);
		if (!event || others.length > 0) throw new Error('The order has not just one event');
		const [row] = await rowsAbout('id', event.id);
		return { outboxId: event.id, traceId: String(row?.['x_trace_id']) };
	};
	/** A case that the event of its order led to, with what they have in common. */
	const opened = async () => {
		const orderId = await bench().sentQuotation();
		// Before it is acknowledged: after that, what was not sent at once never is.
		await bench().receiver.about(orderId);
		const { outboxId, traceId } = await eventOf(orderId);
		await bench().gather(orderId, outboxId, '41');
		const open = await bench().openedCase(orderId, { outboxId, executionId: '41' });
		return { orderId, outboxId, traceId, open };
	};

	describe('the id of a business event', () => {
		it('is made with the event, and is another one for another event', async () => {
			const [one, other] = [await bench().sentQuotation(), await bench().sentQuotation()];
			const ids = [(await eventOf(one)).traceId, (await eventOf(other)).traceId];

			expect(ids).toEqual([expect.stringMatching(TRACE_ID), expect.stringMatching(TRACE_ID)]);
			expect(ids[0]).not.toBe(ids[1]);
		});

		it('is the same for all who listen for the save', async () => {
			const key = 'suite:second-listener';
			await bench().subscribe('record', { key });
			const orderId = await bench().sentQuotation();
			const events = await bench().eventsAbout(orderId);
			await bench().ledger.execute({ command: 'unsubscribe', key });

			const rows = await rowsAbout('x_res_id', orderId);
			const ids = rows.filter((row) => row['x_model'] === 'sale.order');
			expect(events).toHaveLength(2);
			expect(new Set(ids.map((row) => row['x_trace_id']))).toEqual(
				new Set([expect.stringMatching(TRACE_ID)]),
			);
			expect(ids[0]?.['x_trace_id']).toBe(ids[1]?.['x_trace_id']);
		});

		it('is sent with the event, under its signature', async () => {
			const orderId = await bench().sentQuotation();
			const [query] = await bench().receiver.about(orderId);

			expect(query?.get('trace')).toBe((await eventOf(orderId)).traceId);
		});

		it('is handed out with the event', async () => {
			const key = 'suite:claimed-by-its-id';
			const poller = 'n8n-that-traces';
			await bench().subscribe('record', { key, instance: poller, isPushed: false });
			const orderId = await bench().sentQuotation();
			const { events } = await bench().ledger.execute<'claim'>({
				command: 'claim',
				instance: poller,
				topic: 'record',
				areas: [],
				limit: 1,
				leaseSeconds: 60,
			});
			await bench().ledger.execute({ command: 'unsubscribe', key });

			const rows = await rowsAbout('x_res_id', orderId);
			const ids = rows.map((row) => row['x_trace_id']);
			expect(events).toMatchObject([{ recordId: orderId, traceId: ids[0] }]);
		});

		it('is kept by the case, and told with what becomes of it', async () => {
			const { traceId, open } = await opened();
			await bench().decideInOdoo(open, bench().stage.approvers[0], 'approved');

			const rows = await rowsAbout('x_case_id', open.id);
			expect(open.traceId).toBe(traceId);
			expect((await bench().show(open)).traceId).toBe(traceId);
			expect(rows).toMatchObject([
				{ x_topic: 'record', x_trace_id: traceId },
				{ x_topic: 'case', x_trace_id: traceId },
			]);
		});

		it('is kept when its event is gone through again, since the record changed', async () => {
			const { orderId, outboxId, traceId, open } = await opened();
			await bench().changePrice(orderId, 90);
			await bench().ledger.execute({ command: 'supersede', caseId: open.id, reason: 'Changed' });
			const again = await bench().openedCase(orderId, { outboxId });

			expect(again.id).not.toBe(open.id);
			expect(again.traceId).toBe(traceId);
		});

		it('is its own of a case that no event led to', async () => {
			const [one, other] = [await bench().pendingCase(), await bench().pendingCase()];

			expect(one.traceId).toMatch(TRACE_ID);
			expect(other.traceId).toMatch(TRACE_ID);
			expect(one.traceId).not.toBe(other.traceId);
		});
	});

	describe('the way of a business event', () => {
		const finished = async () => {
			await bench().stage.clearOutbox();
			const { orderId, outboxId, traceId, open } = await opened();
			await bench().decideInOdoo(open, bench().stage.approvers[0], 'approved');
			await bench().apply(open, release);
			return { orderId, outboxId, traceId, open };
		};
		const told = ({ id }: CaseView, { entries }: Trace) =>
			entries.filter(({ caseId }) => caseId === id).map(({ type }) => type);

		it('is told by its id, its case and its record alike', async () => {
			const { orderId, outboxId, traceId, open } = await finished();
			const { approvers, salesperson } = bench().stage;
			const byId = await trace({ traceId });

			expect(byId).toMatchObject({ status: 'found', hasMore: false });
			expect(byId.events[0]).toEqual({
				outboxId,
				topic: 'record',
				area: 'sales_order_release',
				type: 'saved',
				name: expect.any(String),
				model: 'sale.order',
				recordId: orderId,
				traceId,
				caseId: open.id,
				actor: { id: salesperson.id, name: salesperson.name },
				requested: false,
				state: 'acknowledged',
				attempts: expect.any(Number),
				writtenAt: expect.any(String),
				sentAt: expect.any(String),
				acknowledgedAt: expect.any(String),
				error: null,
				executionId: '41',
				instance,
				workflowId: 'workflow-of-the-suite',
			});
			expect(byId.events[1]).toMatchObject({ topic: 'case', caseId: open.id, traceId });
			expect(byId.events).toHaveLength(2);
			expect(byId.cases).toEqual([
				{
					id: open.id,
					name: open.name,
					area: 'sales_order_release',
					areaLabel: expect.any(String),
					model: 'sale.order',
					recordId: orderId,
					recordName: open.recordName,
					traceId,
					state: 'approved',
					outcome: 'released',
					policy: {
						id: open.policy.id,
						version: open.policy.version,
						outcome: open.policy.outcome,
					},
					steps: [
						{
							role: 'sales_manager',
							quorum: 1,
							approvers: approvers.map(({ id, name }) => ({ id, name })),
						},
					],
					requester: open.requester,
					openedAt: expect.any(String),
					dueAt: open.sla?.dueAt,
					decidedAt: expect.any(String),
					decidedBy: { id: approvers[0].id, name: approvers[0].name },
					endedAt: expect.any(String),
					executionId: '41',
					supersedesId: null,
					lastHash: expect.stringMatching(/^[0-9a-f]{64}$/),
				},
			]);
			expect(told(open, byId)).toEqual(['opened', 'voted', 'approved', 'released']);
			expect(byId.entries[1]?.data).toMatchObject({ decision: 'approved', channel: 'odoo' });
			expect(byId.entries[0]?.data).toEqual({ executionId: '41' });

			const { events, cases, entries } = byId;
			const way = { events, cases, entries, hasMore: false };
			expect(await trace({ caseId: open.id })).toMatchObject(way);
			expect(await trace({ model: 'sale.order', recordId: orderId })).toMatchObject(way);
		});

		it('is cut where there is more than the limit, and says so', async () => {
			const { traceId, open } = await finished();
			const { events, cases, entries, hasMore } = await trace({ traceId }, 1);

			expect(hasMore).toBe(true);
			expect(events).toHaveLength(1);
			expect(cases).toHaveLength(1);
			expect(entries).toMatchObject([{ caseId: open.id, type: 'released' }]);
		});

		it('is nothing where nothing is known', async () => {
			const nothing = { status: 'found', events: [], cases: [], entries: [], hasMore: false };
			for (const about of [
				{ traceId: '0'.repeat(31) + '1' },
				{ caseId: unknownId },
				{ model: 'no.such.model', recordId: 1 },
			]) {
				expect(await trace(about)).toMatchObject(nothing);
			}
		});

		it('is told with an older case beside it only where the record is asked for', async () => {
			const { orderId, traceId, open } = await opened();
			await bench().changePrice(orderId, 80);
			const newer = await bench().openedCase(orderId);

			const idsOf = ({ cases }: Trace) => cases.map(({ id }) => id);
			expect(idsOf(await trace({ model: 'sale.order', recordId: orderId }))).toEqual([
				open.id,
				newer.id,
			]);
			expect(idsOf(await trace({ traceId }))).toEqual([open.id]);
			expect(newer.traceId).not.toBe(traceId);
		});
	});
}
