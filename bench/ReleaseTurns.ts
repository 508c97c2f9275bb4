import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { OpenStage } from '../scripts/scenario/openStage';
import type { OrderStory } from '../scripts/scenario/OrderStory';
import { handIn, type Quotation, writeQuotations } from '../scripts/scenario/salesDesk';
import { NeverHappenedError, until } from '../scripts/scenario/until';
import type { CountingProxy } from './CountingProxy';
import type { ReleaseFlow } from './releaseFlows';
import { untilIdle } from './untilIdle';

const POLL_MS = 20;
/** Longer than Odoo needs to send what nobody acknowledged once more: we look once a minute. */
const GIVEN_UP_MS = 200_000;
const DECIDED_MS = 60_000;

/** What one order took: requests to Odoo, and milliseconds. */
export interface Turn {
	calls: number;
	time: number;
}

/** Hands orders in to one flow or the other, and looks in Odoo until they are confirmed. */
export class ReleaseTurns {
	constructor(
		private readonly stage: OpenStage,
		private readonly proxy: CountingProxy,
	) {}

	/** One order that policy releases, from its save. */
	async release(flow: ReleaseFlow, story: OrderStory): Promise<Turn> {
		const orders = await this.write(flow, story, 1);
		this.proxy.take();
		await this.handIn(orders);
		const savedAt = performance.now();
		await this.untilReleased(orders);
		const time = performance.now() - savedAt;
		await this.atRest(flow);
		return { calls: this.proxy.take(), time };
	}

	/** One order that somebody approves; the time is taken from opening the link. */
	async approve(flow: ReleaseFlow, story: OrderStory): Promise<Turn> {
		const orders = await this.write(flow, story, 1);
		this.proxy.take();
		await this.untilDecided(flow, orders);
		const { approve } = await this.questionAbout(flow, orders);
		const openedAt = performance.now();
		await approve();
		await this.untilReleased(orders);
		const time = performance.now() - openedAt;
		await this.atRest(flow);
		return { calls: this.proxy.take(), time };
	}

	/**
	 * Several orders without waiting for any. Odoo gives a webhook a second and sends it once, so on a
	 * busy machine some orders may never be heard of.
	 *
	 * @returns orders a minute until the last one that was confirmed, and how many were not
	 */
	async burst(
		flow: ReleaseFlow,
		story: OrderStory,
		howMany: number,
	): Promise<{ rate: number; lost: number }> {
		const orders = await this.write(flow, story, howMany);
		const startedAt = performance.now();
		await this.handIn(orders);
		const { released, at } = await this.lastReleased(orders);
		await this.atRest(flow);
		return { rate: (released * 60_000) / (at - startedAt), lost: howMany - released };
	}

	/** Has an order decided, by yes where somebody is asked. @returns whom it asked and how it ended */
	async decide(flow: ReleaseFlow, story: OrderStory): Promise<string> {
		const orders = await this.write(flow, story, 1);
		let asked = 'nobody';
		if ((await this.untilDecided(flow, orders)) === 'waiting') {
			const question = await this.questionAbout(flow, orders);
			asked = question.asked;
			await question.approve();
			await this.untilReleased(orders);
		}
		await this.atRest(flow);
		const isReleased = (await this.countReleased(orders)) === 1;
		return `${isReleased ? 'released' : 'kept'}, asking ${asked}`;
	}

	private async write(
		{ prefix }: ReleaseFlow,
		story: OrderStory,
		howMany: number,
	): Promise<Quotation[]> {
		const titled = { ...story, title: `${prefix}${story.title}` };
		return await writeQuotations(this.stage, titled, howMany);
	}

	private async handIn(orders: readonly Quotation[]): Promise<void> {
		for (const order of orders) await handIn(this.stage, order);
	}

	/** Hands in, and waits until the execution that this starts waits or has ended. */
	private async untilDecided(flow: ReleaseFlow, orders: readonly Quotation[]): Promise<string> {
		const { api } = this.stage.conductor;
		const [workflowId] = flow.workflowIds;
		const known = new Set((await api.listExecutions(workflowId)).map(({ id }) => id));
		await this.handIn(orders);
		return await until('no execution waits or has ended', DECIDED_MS, async () => {
			const started = (await api.listExecutions(workflowId)).filter(({ id }) => !known.has(id));
			return started.find(({ status }) => status === 'waiting' || status === 'success')?.status;
		});
	}

	private async questionAbout(flow: ReleaseFlow, [order]: readonly Quotation[]) {
		if (!order) throw new RangeError('There is no order');
		return await flow.findQuestion(order);
	}

	private async untilReleased(orders: readonly Quotation[]): Promise<void> {
		const { released } = await this.lastReleased(orders);
		if (released < orders.length) throw new NeverHappenedError('The order was not confirmed');
	}

	/** Waits until all orders are confirmed, or none was for so long that none will be. */
	private async lastReleased(
		orders: readonly Quotation[],
	): Promise<{ released: number; at: number }> {
		let last = { released: 0, at: performance.now() };
		while (last.released < orders.length && performance.now() - last.at < GIVEN_UP_MS) {
			const released = await this.countReleased(orders);
			if (released > last.released) last = { released, at: performance.now() };
			await sleep(POLL_MS);
		}
		return last;
	}

	private async countReleased(orders: readonly Quotation[]): Promise<number> {
		const domain = [
			['id', 'in', orders.map(({ id }) => id)],
			['state', '=', 'sale'],
		];
		return await this.stage.auditor.call('sale.order', 'search_count', { domain }, z.number());
	}

	/** An order has its end in Odoo a moment before its executions have. */
	private async atRest({ workflowIds }: ReleaseFlow): Promise<void> {
		for (const id of workflowIds) await untilIdle(this.stage.conductor.api, id);
	}
}
