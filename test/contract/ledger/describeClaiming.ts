import type { CommandOf } from '../../../src/domain/case/commands';
import type { EventSection } from '../../../src/domain/events/eventSection';
import type { LedgerBench } from './LedgerBench';

const poller = 'n8n-that-polls';

export function describeClaiming(bench: () => LedgerBench): void {
	const claim = async (changes: Partial<CommandOf<'claim'>> = {}): Promise<EventSection[]> => {
		const ledger = bench().ledgerOf(bench().stage.integration);
		const { events } = await ledger.execute<'claim'>({
			command: 'claim',
			instance: poller,
			topic: 'record',
			areas: [],
			limit: 100,
			leaseSeconds: 600,
			...changes,
		});
		return events;
	};
	const key = 'suite:pulled';
	const waiting = async () =>
		await bench().subscribe('record', { key, instance: poller, isPushed: false });
	/** Events of an n8n that claims them, as many as there are orders. */
	const waitingOrders = async (count: number): Promise<number[]> => {
		const ids = [];
		for (let index = 0; index < count; index++) ids.push(await bench().sentQuotation());
		return ids;
	};

	describe('claiming events', () => {
		beforeAll(waiting);
		afterAll(async () => {
			await bench().ledger.execute({ command: 'unsubscribe', key });
		});
		afterEach(async () => {
			for (const { outboxId } of await claim({ limit: 500, leaseSeconds: 10 }))
				await bench().ledger.execute({ command: 'acknowledge', outboxId });
		});

		it('hands them out oldest first, each with its identity, and sends none of them', async () => {
			const orders = await waitingOrders(3);
			const events = await claim();

			expect(events.map(({ recordId }) => recordId)).toEqual(orders);
			expect(events[0]).toEqual({
				outboxId: expect.any(Number),
				topic: 'record',
				area: 'sales_order_release',
				type: 'saved',
				model: 'sale.order',
				recordId: orders[0],
				traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
				sentAt: expect.stringMatching(/Z$/),
				workflowId: 'workflow-of-the-suite',
			});
			const ids = events.map(({ outboxId }) => String(outboxId));
			const sent = bench().receiver.received.map((query) => query.get('id') ?? '');
			expect(sent.filter((id) => ids.includes(id))).toEqual([]);
			for (const { outboxId } of events)
				await bench().ledger.execute({ command: 'acknowledge', outboxId });
		});

		it('hands out in pages, and what is handed out to nobody else while the lease lasts', async () => {
			const orders = await waitingOrders(3);
			const pages = [
				await claim({ limit: 2 }),
				await claim({ limit: 2 }),
				await claim({ limit: 2 }),
			];

			expect(pages.map((page) => page.map(({ recordId }) => recordId))).toEqual([
				orders.slice(0, 2),
				orders.slice(2),
				[],
			]);
			for (const { outboxId } of pages.flat())
				await bench().ledger.execute({ command: 'acknowledge', outboxId });
		});

		it('hands out again what was not acknowledged, once the lease has ended', async () => {
			const [order] = await waitingOrders(1);
			const [event] = await claim();
			await bench().stage.letLeaseEnd(event?.outboxId ?? 0);

			const [again] = await claim();
			expect(again).toMatchObject({ outboxId: event?.outboxId, recordId: order });
			await bench().ledger.execute({ command: 'acknowledge', outboxId: again?.outboxId ?? 0 });
		});

		it('keeps to areas and topic', async () => {
			const [order] = await waitingOrders(1);
			expect(await claim({ areas: ['credit_release'] })).toEqual([]);
			expect(await claim({ topic: 'case' })).toEqual([]);
			expect(await claim({ areas: ['sales_order_release'] })).toMatchObject([{ recordId: order }]);
		});

		it('gives nothing to another n8n', async () => {
			await waitingOrders(1);
			expect(await claim({ instance: 'n8n-of-a-test-system' })).toEqual([]);
		});

		it('hands out each event once, however many claim at the same moment', async () => {
			const orders = await waitingOrders(12);
			const claims = await Promise.all(
				Array.from({ length: 6 }, async () => await claim({ limit: 4 })),
			);

			const handedOut = claims.flat().map(({ recordId }) => recordId);
			expect(new Set(handedOut).size).toBe(handedOut.length);
			const rest = await claim();
			const all = [...handedOut, ...rest.map(({ recordId }) => recordId)];
			expect(all.toSorted((one, other) => one - other)).toEqual(orders);
			for (const { outboxId } of [...claims.flat(), ...rest])
				await bench().ledger.execute({ command: 'acknowledge', outboxId });
		}, 120_000);
	});
}
