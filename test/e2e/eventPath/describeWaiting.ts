import { readOrder } from '../../../scripts/scenario/readOrder';
import { REDELIVERED_MS } from '../../../scripts/scenario/redelivered';
import { until } from '../../../scripts/scenario/until';
import { askedOrder } from '../approving/askedOrder';
import { effectsOf, releasedOnce } from '../stage/handledOnce';
import type { QueueStage } from '../stage/openQueueStage';

/** An approval where main, webhook processes and workers are processes of their own. */
export function describeWaiting(stage: () => QueueStage): void {
	const released = async (orderId: number) => {
		const order = await until('the order was never released', REDELIVERED_MS, async () => {
			const found = await readOrder(stage().auditor, orderId);
			return found.state === 'sale' ? found : undefined;
		});
		// The event that relays the decision is acknowledged a moment later.
		return { ...effectsOf(order), events: ['acknowledged'] };
	};

	it('goes on once when an approver answers twice at the same moment', async () => {
		const { quotation, link } = await askedOrder(stage());
		const answer = async () => await stage().pages.answer(link, { decision: 'approved' });
		const answers = await Promise.allSettled([answer(), answer()]);
		expect(answers.map(({ status }) => status)).toContain('fulfilled');
		expect(await released(quotation.id)).toEqual(releasedOnce);
	});

	it('goes on after every process was killed and started again while it waited', async () => {
		const { quotation, link } = await askedOrder(stage());
		await stage().conductor.killAndRestart();
		await stage().pages.answer(link, { decision: 'approved' });
		expect(await released(quotation.id)).toEqual(releasedOnce);
	});
}
