import type { N8nProcess } from '../../../scripts/real/N8nProcess';
import type { ProxyHooks } from '../../../scripts/real/HttpProxy';
import {
	effectsOf,
	handInAll,
	readOrders,
	releasedOnce,
	waitUntilAcknowledged,
	writeRoutineOrders,
} from '../stage/handledOnce';
import { holdUp, isOpening } from '../stage/holdUp';
import type { QueueStage } from '../stage/openQueueStage';
import { executionsStartedBy } from '../stage/processLogs';

const TEST_MS = 600_000;

/** A worker dies in the middle of an execution. */
export function describeWorkerDeath(stage: () => QueueStage): void {
	it.each<{ name: string; moment: keyof ProxyHooks; stateThen: string }>([
		{
			name: 'before the case is opened: the event comes again',
			moment: 'onRequest',
			stateThen: 'sent',
		},
		{
			name: 'before it hears that Odoo did it: nothing is left to do',
			moment: 'onAnswer',
			stateThen: 'sale',
		},
	])(
		'a worker is killed $name',
		async ({ moment, stateThen }) => {
			const { odooGate } = stage();
			const orders = await writeRoutineOrders(stage(), 1);
			const held = holdUp(odooGate, moment, isOpening);
			await handInAll(stage(), orders);
			await held.reached;

			const worker = await findBusyWorker(stage());
			await worker.stop({ kill: true });
			held.letGo();
			const [then] = await readOrders(stage(), orders);
			expect(then?.state).toBe(stateThen);

			await stage().letEventsBeDue();
			await waitUntilAcknowledged(stage(), orders);
			await worker.start();
			const records = await readOrders(stage(), orders);
			expect(records.map(effectsOf)).toEqual([releasedOnce]);
		},
		TEST_MS,
	);
}

/** The worker that runs the newest execution. */
async function findBusyWorker({ conductor, n8n }: QueueStage): Promise<N8nProcess> {
	const { api, orderReleaseId } = conductor;
	const [latest] = await api.listExecutions(orderReleaseId, 1);
	for (const worker of n8n.workers)
		if (latest && (await executionsStartedBy(worker)).has(latest.id)) return worker;
	throw new Error(`No worker runs execution ${latest?.id ?? ''}`);
}
