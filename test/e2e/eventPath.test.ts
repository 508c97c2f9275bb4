import { REDELIVERED_MS } from '../../scripts/scenario/redelivered';
import { describeBurst } from './eventPath/describeBurst';
import { describeClock } from './eventPath/describeClock';
import { describeDelivery } from './eventPath/describeDelivery';
import { describeOutages } from './eventPath/describeOutages';
import { describeWaiting } from './eventPath/describeWaiting';
import { describeWorkerDeath } from './eventPath/describeWorkerDeath';
import { openQueueStage, type QueueStage } from './stage/openQueueStage';

// What Odoo has to send again takes some minutes, and several tests wait for more than one event.
jest.setTimeout(2 * REDELIVERED_MS);

/** Long enough to bring everything on a machine that has never seen it. */
const BRINGING_MS = 1_800_000;

describe('the path of an event (n8n in queue mode, real Odoo 19)', () => {
	let opened: QueueStage | undefined;
	const stage = (): QueueStage => {
		if (!opened) throw new Error('The stage did not open');
		return opened;
	};

	beforeAll(async () => {
		opened = await openQueueStage();
	}, BRINGING_MS);

	afterAll(async () => {
		await opened?.close();
	}, 120_000);

	/** What one test held up or turned away must not reach the next one. */
	afterEach(() => {
		stage().n8n.proxy.hooks = {};
		stage().odooGate.hooks = {};
	});

	describeDelivery(stage);
	describeWaiting(stage);
	describeOutages(stage);
	describeWorkerDeath(stage);
	describeClock(stage);
	describeBurst(stage);
});
