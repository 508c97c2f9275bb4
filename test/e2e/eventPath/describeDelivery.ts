import { until } from '../../../scripts/scenario/until';
import {
	effectsOf,
	handInAll,
	readWhenHandled,
	releasedOnce,
	writeRoutineOrders,
} from '../stage/handledOnce';
import { closeProxy } from '../stage/holdUp';
import type { QueueStage } from '../stage/openQueueStage';
import { executionsEnqueuedBy, executionsStartedBy } from '../stage/processLogs';

/** Events that arrive several times, or many at once. */
export function describeDelivery(stage: () => QueueStage): void {
	it('the same webhook five times at once makes one case', async () => {
		const { proxy } = stage().n8n;
		const orders = await writeRoutineOrders(stage(), 1);
		const open = closeProxy(proxy);
		await handInAll(stage(), orders);
		const { path, body } = await until('Odoo sent no webhook', 10_000, () =>
			Promise.resolve(proxy.requests.find((one) => one.path.includes(`record=${orders[0]?.id}&`))),
		);
		open();

		const headers = { 'content-type': 'application/json' };
		const answers = await Promise.all(
			Array.from({ length: 5 }, () => fetch(proxy.url + path, { method: 'POST', headers, body })),
		);

		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
		const records = await readWhenHandled(stage(), orders);
		expect(records.map(effectsOf)).toEqual([releasedOnce]);
	});

	it('24 orders at once are shared by all webhook processors and workers, each handled once', async () => {
		const { webhookProcessors, workers } = stage().n8n;
		const shares = async () => ({
			webhookProcessors: await Promise.all(webhookProcessors.map(executionsEnqueuedBy)),
			workers: await Promise.all(workers.map(executionsStartedBy)),
		});
		const orders = await writeRoutineOrders(stage(), 24);
		const before = await shares();
		await handInAll(stage(), orders);
		const records = await readWhenHandled(stage(), orders);

		expect(records.map(effectsOf)).toEqual(orders.map(() => releasedOnce));
		const after = await shares();
		for (const kind of ['webhookProcessors', 'workers'] as const) {
			const done = after[kind].map(({ size }, index) => size - (before[kind][index]?.size ?? 0));
			expect({ kind, idle: done.filter((count) => count < 1).length }).toEqual({ kind, idle: 0 });
			expect(done.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(24);
		}
	});
}
