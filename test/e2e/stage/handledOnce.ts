import { z } from 'zod';
import { findOrder } from '../../../bench/findOrder';
import { type OrderRecord, readOrder } from '../../../scripts/scenario/readOrder';
import { REDELIVERED_MS } from '../../../scripts/scenario/redelivered';
import { handIn, type Quotation, writeQuotations } from '../../../scripts/scenario/salesDesk';
import type { Stage } from '../../../scripts/scenario/Stage';
import { until } from '../../../scripts/scenario/until';

const anyRows = z.array(z.object({ id: z.number(), x_res_id: z.number() }));

/** Quotations that policy releases by itself as soon as they are handed in. */
export async function writeRoutineOrders(stage: Stage, howMany: number): Promise<Quotation[]> {
	return await writeQuotations(stage, findOrder('routine'), howMany);
}

/** Hands in all of them at the same time, each by a save of its own. */
export async function handInAll(stage: Stage, orders: readonly Quotation[]): Promise<void> {
	await Promise.all(orders.map(async (order) => await handIn(stage, order)));
}

/** What one order has in Odoo when it was released, and everything happened once. */
export const releasedOnce = {
	state: 'sale',
	cases: [{ state: 'approved', outcome: 'released', broken: null, releases: 1 }],
	deliveries: 1,
	releaseNotes: 1,
	events: ['acknowledged'],
};

/** What happened to an order, in the form of `releasedOnce`. */
export function effectsOf({ state, cases, deliveries, releaseNotes, events }: OrderRecord) {
	return {
		state,
		cases: cases.map(({ state: caseState, outcome, broken, trail }) => ({
			state: caseState,
			outcome,
			broken,
			releases: trail.filter(({ type }) => type === 'released').length,
		})),
		deliveries,
		releaseNotes,
		events: events.map((event) => event.state),
	};
}

/**
 * Waits until every event about the orders is acknowledged and n8n does nothing any more, then reads
 * from Odoo what became of them.
 */
export async function readWhenHandled(
	stage: Stage,
	orders: readonly Quotation[],
	timeoutMs = REDELIVERED_MS,
): Promise<OrderRecord[]> {
	await waitUntilAcknowledged(stage, orders, timeoutMs);
	const { api, orderReleaseId } = stage.conductor;
	await until('n8n never came to rest', timeoutMs, async () => {
		const latest = await api.listExecutions(orderReleaseId, 100);
		return latest.some(({ status }) => status === 'new' || status === 'running') ? undefined : true;
	});
	return await readOrders(stage, orders);
}

export async function readOrders(
	{ auditor }: Stage,
	orders: readonly Quotation[],
): Promise<OrderRecord[]> {
	const records: OrderRecord[] = [];
	for (const { id } of orders) records.push(await readOrder(auditor, id));
	return records;
}

/** Waits until Odoo has an event about each order, and none that is still on its way. */
export async function waitUntilAcknowledged(
	{ auditor }: Stage,
	orders: readonly Quotation[],
	timeoutMs = REDELIVERED_MS,
): Promise<void> {
	const about = [
		['x_model', '=', 'sale.order'],
		['x_res_id', 'in', orders.map(({ id }) => id)],
	];
	await until('events stay unacknowledged', timeoutMs, async () => {
		const rows = await auditor.call(
			'x_approval_outbox',
			'search_read',
			{ domain: [...about, ['x_state', '=', 'acknowledged']], fields: ['x_res_id'] },
			anyRows,
		);
		return new Set(rows.map((row) => row.x_res_id)).size === orders.length ? true : undefined;
	});
}
