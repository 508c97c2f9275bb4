import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrder } from './findOrder';
import { type Measure, type Measurement, median } from './Measure';
import { openStage, type OpenStage } from '../scripts/scenario/openStage';
import type { OrderStory } from '../scripts/scenario/OrderStory';
import { playStory } from '../scripts/scenario/playStory';
import { startSandboxOdoo } from '../scripts/scenario/sandboxOdoo';
import { until } from '../scripts/scenario/until';
import { startCountingProxy, type CountingProxy } from './CountingProxy';

const ROUNDS = 5;
const EXECUTION_MS = 30_000;

/** Requests that n8n sends to Odoo for one order, from its event to its confirmation. */
function odooCalls(name: string, about: string, storyId: string, note: string): Measure {
	return {
		name,
		about,
		run: async () => await onStage((stage, proxy) => count(name, storyId, note, stage, proxy)),
	};
}

async function count(
	name: string,
	storyId: string,
	note: string,
	stage: OpenStage,
	proxy: CountingProxy,
): Promise<Measurement> {
	const story = findOrder(storyId);
	// The first order also asks for Odoo's version and for where the ledger is.
	await playToTheEnd(stage, story);
	proxy.take();
	const counts: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		await playToTheEnd(stage, story);
		counts.push(proxy.take());
	}
	return {
		measure: name,
		unit: 'HTTP requests',
		ours: median(counts),
		peer: null,
		peerName: null,
		ratio: null,
		n: ROUNDS,
		note,
	};
}

/** An order has its end in Odoo a moment before its execution has. */
async function playToTheEnd(stage: OpenStage, story: OrderStory): Promise<void> {
	const { failure } = await playStory(stage, story);
	if (failure !== null) throw new Error(failure);
	const { api, orderReleaseId } = stage.conductor;
	await until('the execution never ended', EXECUTION_MS, async () => {
		const [latest] = await api.listExecutions(orderReleaseId, 1);
		return latest?.status === 'success' ? true : undefined;
	});
}

async function onStage<T>(
	work: (stage: OpenStage, proxy: CountingProxy) => Promise<T>,
): Promise<T> {
	const odoo = await startSandboxOdoo();
	const proxy = await startCountingProxy(odoo.url);
	const folder = await mkdtemp(join(tmpdir(), 'odoo-approvals-bench-'));
	try {
		const stage = await openStage(odoo, { folder, odooUrl: proxy.url });
		try {
			return await work(stage, proxy);
		} finally {
			await stage.close();
		}
	} finally {
		await proxy.stop();
		await odoo.close();
		await rm(folder, { recursive: true, force: true });
	}
}

export const straightThroughCalls = odooCalls(
	'odoo-calls-straight-through',
	'Requests to Odoo for an order that policy releases',
	'routine',
	'target 2: one that gathers, one that opens, decides and applies; no other node does these steps',
);

export const approvedCalls = odooCalls(
	'odoo-calls-approved',
	'Requests to Odoo for an order that a person approves on the page',
	'thin',
	'gather, directory, open, wait; one for the page, two for the answer; three to relay it; two to apply',
);
