import { findOrder } from '../../../bench/findOrder';
import { findLink } from '../../../scripts/scenario/approverLink';
import { waitUntilAsked } from '../../../scripts/scenario/playStory';
import { handIn, writeQuotation } from '../../../scripts/scenario/salesDesk';
import {
	effectsOf,
	handInAll,
	readWhenHandled,
	releasedOnce,
	writeRoutineOrders,
} from '../stage/handledOnce';
import { closeProxy, holdUp, isOpening } from '../stage/holdUp';
import type { QueueStage } from '../stage/openQueueStage';

const TEST_MS = 600_000;

/** One side is away for a while. */
export function describeOutages(stage: () => QueueStage): void {
	it(
		'orders saved while every process of n8n is down are handled when it is back',
		async () => {
			const { n8n } = stage();
			const orders = await writeRoutineOrders(stage(), 5);
			await n8n.stop({ kill: true });
			await handInAll(stage(), orders);
			await n8n.restart();

			const records = await readWhenHandled(stage(), orders);
			expect(records.map(effectsOf)).toEqual(orders.map(() => releasedOnce));
		},
		TEST_MS,
	);

	it(
		'Odoo ends while events are unacknowledged and a case waits, and all go on when it is back',
		async () => {
			const { n8n, odooGate, pages } = stage();
			const { salesManager } = stage().people;
			const asked = await writeQuotation(stage(), findOrder('thin'));
			await handIn(stage(), asked);
			const { id: caseId } = await waitUntilAsked(stage(), asked, salesManager.id);
			const link = await findLink(salesManager, caseId);

			const orders = await writeRoutineOrders(stage(), 4);
			const inTheMiddle = orders.slice(0, 1);
			const neverHeardOf = orders.slice(1);
			const held = holdUp(odooGate, 'onRequest', isOpening);
			await handInAll(stage(), inTheMiddle);
			await held.reached;
			const open = closeProxy(n8n.proxy);
			await handInAll(stage(), neverHeardOf);
			await stage().restartOdoo({}, () => {
				held.letGo();
				open();
				return Promise.resolve();
			});

			expect(await pages.answer(link, { decision: 'approved' })).toMatchObject({ status: 200 });
			await stage().letEventsBeDue();
			const [decided, ...released] = await readWhenHandled(stage(), [asked, ...orders]);
			expect(released.map(effectsOf)).toEqual(orders.map(() => releasedOnce));
			expect(decided && effectsOf(decided)).toEqual({
				...releasedOnce,
				events: decided?.events.map(() => 'acknowledged'),
			});
		},
		TEST_MS,
	);
}
