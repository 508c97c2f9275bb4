import { z } from 'zod';
import type { OpenStage } from '../scripts/scenario/openStage';
import { handIn, writeQuotation } from '../scripts/scenario/salesDesk';
import { findOrder } from './findOrder';
import { type Measure, type Measurement, median } from './Measure';
import { onRealStage } from './onRealStage';

const ROUNDS = 10;
const POLL_MS = 20;
const NAME = 'release-time-straight-through';

const stateRows = z.tuple([z.object({ state: z.string() })]);

/** From the salesperson's save to the confirmed order, on real n8n and real Odoo 19. */
export const releaseTime: Measure = {
	name: NAME,
	about:
		"Time from Odoo's save to Odoo's confirmed state, policy deciding, on real n8n and Odoo 19",
	run: async () => await onRealStage(measure),
};

/** Side by side: one order through the workflow, one confirmed by the salesperson's own call. */
async function measure(stage: OpenStage): Promise<Measurement> {
	await throughWorkflow(stage);
	await byHand(stage);
	const ours: number[] = [];
	const peer: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		ours.push(await throughWorkflow(stage));
		peer.push(await byHand(stage));
	}
	return {
		measure: NAME,
		unit: 'ms',
		ours: Math.round(median(ours)),
		peer: Math.round(median(peer)),
		peerName: "the salesperson's own action_confirm over RPC",
		ratio: Number((median(ours) / median(peer)).toFixed(2)),
		n: ROUNDS,
		note: `median; seen by asking Odoo every ${String(POLL_MS)} ms; n8n and Odoo share one machine`,
	};
}

async function throughWorkflow(stage: OpenStage): Promise<number> {
	const order = await writeQuotation(stage, findOrder('routine'));
	await handIn(stage, order);
	const savedAt = performance.now();
	const fields = { ids: [order.id], fields: ['state'] };
	for (;;) {
		const [{ state }] = await stage.auditor.call('sale.order', 'read', fields, stateRows);
		if (state === 'sale') return performance.now() - savedAt;
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
}

async function byHand(stage: OpenStage): Promise<number> {
	const order = await writeQuotation(stage, findOrder('routine'));
	const startedAt = performance.now();
	const { odoo } = stage.people.salesperson;
	await odoo.call('sale.order', 'action_confirm', { ids: [order.id] }, z.unknown());
	return performance.now() - startedAt;
}
