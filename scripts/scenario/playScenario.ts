import { findMismatch } from './findMismatch';
import type { OrderStory } from './OrderStory';
import { orders } from './orders';
import { type PlayedOrder, playStory } from './playStory';
import { readOrder } from './readOrder';
import type { Stage } from './Stage';
import { REDELIVERED_MS } from './redelivered';
import { type Summary, summarize } from './summarize';
import { tableHead, tableRow } from './table';
import { until } from './until';

/** Stories at once: a two-worker Odoo and its people are busy with four. */
const atOnce = 4;

export interface ScenarioResult {
	played: PlayedOrder[];
	summary: Summary;
	/** Whether every order ended as its story says, and nothing happened twice. */
	isGood: boolean;
}

/**
 * Plays all orders and reads back what became of them.
 *
 * Orders are played side by side, as in an office; those in which n8n is killed have their turn when
 * all others are done.
 *
 * @param print takes the table, a line at a time
 */
export async function playScenario(
	stage: Stage,
	print: (line: string) => void,
	stories: readonly OrderStory[] = orders,
): Promise<ScenarioResult> {
	print(tableHead);
	const play = async (story: OrderStory) => {
		const order = await playStory(stage, story);
		print(tableRow(order));
		return order;
	};
	const played = await inLanes(
		stories.filter((story) => !killsN8n(story)),
		atOnce,
		play,
	);
	for (const story of stories.filter(killsN8n)) played.push(await play(story));

	const settled = await waitUntilSettled(stage, played);
	const summary = summarize(settled);
	const isGood = summary.lost === 0 && summary.doubleEffects === 0 && hasSeenAll(settled);
	return { played: settled, summary, isGood };
}

/** Whether every webhook that was no news was recognised as such. */
function hasSeenAll(played: readonly PlayedOrder[]): boolean {
	return played.every(({ story, duplicateIgnored, forgedRefused }) =>
		story.acts.every(
			({ do: act }) =>
				(act !== 'repeat the webhook' || duplicateIgnored) &&
				(act !== 'forge a webhook' || forgedRefused),
		),
	);
}

/** Reads all orders once more when no event is on its way any longer. */
async function waitUntilSettled(
	stage: Stage,
	played: readonly PlayedOrder[],
): Promise<PlayedOrder[]> {
	let latest = [...played];
	const look = async () => {
		latest = [];
		for (const order of played) latest.push(await readAgain(stage, order));
		const isOnItsWay = latest.some(({ record }) =>
			record.events.some(({ state }) => state === 'pending'),
		);
		return isOnItsWay ? undefined : true;
	};
	await until('events stay unacknowledged', REDELIVERED_MS, look).catch(() => undefined);
	return latest;
}

/** An order may also leave the end it had reached, which would be as bad as not reaching it. */
async function readAgain(stage: Stage, order: PlayedOrder): Promise<PlayedOrder> {
	const record = await readOrder(stage.auditor, order.record.id);
	const failure = order.failure ?? findMismatch(stage, order.story, record);
	return { ...order, record, failure };
}

function killsN8n({ acts, handedIn }: OrderStory): boolean {
	return handedIn === 'while n8n is down' || acts.some((act) => act.do === 'kill n8n');
}

async function inLanes<T, R>(
	all: readonly T[],
	lanes: number,
	work: (one: T) => Promise<R>,
): Promise<R[]> {
	const waiting = [...all];
	const done: R[] = [];
	const lane = async () => {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
			done.push(await work(next));
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	return done;
}
