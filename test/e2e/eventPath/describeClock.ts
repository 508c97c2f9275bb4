import {
	effectsOf,
	handInAll,
	readWhenHandled,
	releasedOnce,
	writeRoutineOrders,
} from '../stage/handledOnce';
import type { QueueStage } from '../stage/openQueueStage';

const TEST_MS = 600_000;

/** The two servers do not agree what time it is. */
export function describeClock(stage: () => QueueStage): void {
	it(
		'events of an Odoo that is 20 minutes ahead are refused, and handled when its clock is right',
		async () => {
			const { api, orderReleaseId } = stage().conductor;
			const { proxy } = stage().n8n;
			await stage().restartOdoo({ clockAheadMinutes: 20 });
			const orders = await writeRoutineOrders(stage(), 4);
			const before = await api.listExecutions(orderReleaseId, 1);
			const arrived = proxy.requests.length;
			await handInAll(stage(), orders);

			const statuses = proxy.requests.slice(arrived).map(({ status }) => status);
			const after = await api.listExecutions(orderReleaseId, 1);
			// Whatever was seen, the tests that follow need the right time.
			await stage().restartOdoo();

			// How many are sent at once, and how many by the schedule, is a matter of the moment.
			expect([...new Set(statuses)]).toEqual([401]);
			expect(after).toEqual(before);
			await stage().letEventsBeDue();
			const records = await readWhenHandled(stage(), orders);
			expect(records.map(effectsOf)).toEqual(orders.map(() => releasedOnce));
		},
		TEST_MS,
	);
}
