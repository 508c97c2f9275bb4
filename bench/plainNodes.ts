import type { OpenStage } from '../scripts/scenario/openStage';
import type { PreparedOdoo } from '../scripts/scenario/prepareOdoo';
import type { CountingProxy } from './CountingProxy';
import { findOrder } from './findOrder';
import { median, type Measure, type Measurement } from './Measure';
import { onRealStage } from './onRealStage';
import { publishFlows, type ReleaseFlow } from './releaseFlows';
import { ReleaseTurns } from './ReleaseTurns';

const NAME = 'plain-nodes';
const PEER = "the same flow from n8n's own nodes (Webhook, Odoo v2, If, HTTP Request, Wait)";
/** One after the other, by each of the two. */
const ORDERS = 20;
/** Of those that a person approves. */
const ASKED = 5;
/** Handed in without waiting, so many times. */
const BURST = 20;
const BURSTS = 3;
/** One for each way that the default policy goes. */
const STORIES = [
	'routine',
	'small-discount',
	'above-the-floor',
	'thin',
	'big-discount',
	'big',
	'below-cost',
];

/** What our nodes cost, and save, beside a workflow that is built without them. */
export const plainNodes: Measure = {
	name: NAME,
	about:
		"Order release beside the same flow from n8n's own nodes, on one real n8n and Odoo 19: Odoo calls, time, orders a minute",
	run: async () => await onRealStage(measure, { isCounted: true }),
};

/** What was measured of one of the two. */
interface Taken {
	calls: number[];
	times: number[];
	askedCalls: number[];
	askedTimes: number[];
	rates: number[];
	/** Orders that were never confirmed. */
	lost: number[];
}

async function measure(
	stage: OpenStage,
	proxy: CountingProxy,
	odoo: PreparedOdoo,
): Promise<Measurement[]> {
	const flows = await publishFlows(stage, odoo, proxy.url);
	const turns = new ReleaseTurns(stage, proxy);
	// The first orders also ask for Odoo's version and for where the ledger is.
	await compareDecisions(turns, flows);

	const takings = [
		{ flow: flows.ours, taken: nothing() },
		{ flow: flows.plain, taken: nothing() },
	] as const;
	const [{ taken: ours }, { taken: plain }] = takings;
	const order = [...takings];
	/** Who goes first changes each time, so that both find the machine in the same state. */
	const inTurns = async (
		rounds: number,
		take: (flow: ReleaseFlow, taken: Taken) => Promise<void>,
	) => {
		for (let round = 0; round < rounds; round += 1) {
			for (const { flow, taken } of order) await take(flow, taken);
			order.reverse();
		}
	};
	await inTurns(ORDERS, async (flow, taken) => {
		const { calls, time } = await turns.release(flow, findOrder('routine'));
		taken.calls.push(calls);
		taken.times.push(time);
	});
	await inTurns(ASKED, async (flow, taken) => {
		const { calls, time } = await turns.approve(flow, findOrder('thin'));
		taken.askedCalls.push(calls);
		taken.askedTimes.push(time);
	});
	await inTurns(BURSTS, async (flow, taken) => {
		const { rate, lost } = await turns.burst(flow, findOrder('routine'), BURST);
		taken.rates.push(rate);
		taken.lost.push(lost);
	});
	return lines(ours, plain);
}

/** @throws where the two decide differently, since then there is nothing to compare */
async function compareDecisions(
	turns: ReleaseTurns,
	{ ours, plain }: { ours: ReleaseFlow; plain: ReleaseFlow },
): Promise<void> {
	for (const id of STORIES) {
		const story = findOrder(id);
		const [our, their] = [await turns.decide(ours, story), await turns.decide(plain, story)];
		if (our !== their) throw new Error(`"${story.title}" is ${our}; by n8n's own nodes ${their}`);
	}
}

function lines(ours: Taken, plain: Taken): Measurement[] {
	const line = (what: string, unit: string, of: keyof Taken, note: string): Measurement => {
		const [our, their] = [median(ours[of]), median(plain[of])];
		return {
			measure: `${NAME}-${what}`,
			unit,
			ours: Math.round(our),
			peer: Math.round(their),
			peerName: PEER,
			ratio: Number((our / their).toFixed(2)),
			n: ours[of].length,
			note: `median; in turns with the peer, one n8n and one Odoo; ${note}`,
		};
	};
	const [lost, peerLost] = [total(ours.lost), total(plain.lost)];
	const same = `of ${String(STORIES.length)} kinds of orders, both decide alike`;
	return [
		line('calls-straight-through', 'HTTP requests', 'calls', same),
		line('time-straight-through', 'ms', 'times', 'from the save to the confirmed order'),
		line('calls-approved', 'HTTP requests', 'askedCalls', 'from the save to the confirmed order'),
		line('time-approved', 'ms', 'askedTimes', 'from opening the link to the confirmed order'),
		line(
			'orders-a-minute',
			'orders a minute, more is better',
			'rates',
			`${String(BURST)} orders saved one after the other, none waiting for the one before; lost: ${String(lost)}, by the peer ${String(peerLost)}`,
		),
	];
}

function total(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}

function nothing(): Taken {
	return { calls: [], times: [], askedCalls: [], askedTimes: [], rates: [], lost: [] };
}
