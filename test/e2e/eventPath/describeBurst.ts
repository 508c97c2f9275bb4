import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../../../bench/percentile';
import { handIn, type Quotation } from '../../../scripts/scenario/salesDesk';
import type { Stage } from '../../../scripts/scenario/Stage';
import { effectsOf, readWhenHandled, releasedOnce, writeRoutineOrders } from '../stage/handledOnce';
import type { QueueStage } from '../stage/openQueueStage';

const TEST_MS = 900_000;

/** Odoo gives up waiting for a webhook after this. */
const WEBHOOK_LIMIT_MS = 1_000;
/** How many people save at the same time. */
const AT_ONCE = 4;

/** Much happens in Odoo while n8n is slow. */
export function describeBurst(stage: () => QueueStage): void {
	it(
		'a burst of 200 saves before a slow n8n keeps nobody longer than one webhook may, and loses nothing',
		async () => {
			const { proxy } = stage().n8n;
			const usual = await saveAll(stage(), await writeRoutineOrders(stage(), 60));
			const orders = await writeRoutineOrders(stage(), 200);
			proxy.hooks = { onAnswer: async () => await sleep(3_000) };
			const startedAt = performance.now();
			const slow = await saveAll(stage(), orders);
			const burstMs = performance.now() - startedAt;
			proxy.hooks = {};
			process.stderr.write(`${describeTimes('usual', usual)}\n${describeTimes('slow', slow)}\n`);
			process.stderr.write(`burst ${Math.round(burstMs)} ms\n`);

			// The machine itself holds one or the other longer; the usual saves show how long.
			expect(percentile(slow, 50)).toBeLessThan(WEBHOOK_LIMIT_MS + percentile(usual, 50));
			expect(Math.max(...slow)).toBeLessThan(WEBHOOK_LIMIT_MS + 3 * percentile(usual, 99));
			await stage().letEventsBeDue();
			const records = await readWhenHandled(stage(), orders);
			expect(records.map(effectsOf)).toEqual(orders.map(() => releasedOnce));
		},
		TEST_MS,
	);
}

/** Hands in all of them, a few at a time. @returns how long each save took, in milliseconds */
async function saveAll(stage: Stage, orders: readonly Quotation[]): Promise<number[]> {
	const waiting = [...orders];
	const times: number[] = [];
	const person = async () => {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			const startedAt = performance.now();
			await handIn(stage, next);
			times.push(performance.now() - startedAt);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, person));
	return times;
}

function describeTimes(name: string, times: readonly number[]): string {
	const [p50, p99, max] = [percentile(times, 50), percentile(times, 99), Math.max(...times)];
	return `${name}: p50 ${Math.round(p50)} ms, p99 ${Math.round(p99)} ms, max ${Math.round(max)} ms`;
}
