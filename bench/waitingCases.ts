import { findLink } from '../scripts/scenario/approverLink';
import { httpPages } from '../scripts/scenario/httpPages';
import type { OpenStage } from '../scripts/scenario/openStage';
import { waitUntilAsked } from '../scripts/scenario/playStory';
import { handIn, writeQuotations, type Quotation } from '../scripts/scenario/salesDesk';
import type { CountingProxy } from './CountingProxy';
import { findOrder } from './findOrder';
import { median, type Measure, type Measurement } from './Measure';
import { memoryOfProcessesIn } from './memoryOfProcessesIn';
import { onRealStage } from './onRealStage';
import { percentile } from './percentile';

const CASES = 500;
/** Of those cases, so many are looked at, and some of them answered. */
const PAGES = 100;
const VISITS_PER_PAGE = 3;
const ANSWERS = 20;
const POLL_MS = 10;
const RESUMED_MS = 60_000;
const approval = { decision: 'approved', reason: '' } as const;

/** Everything an approver waits for, and what waiting costs, while many cases are open. */
export const waitingCases: Measure = {
	name: 'waiting-cases',
	about: `${String(CASES)} cases waiting at once on real n8n and Odoo 19: memory, pages, votes and waking`,
	run: async () => await onRealStage(measure, { isCounted: true }),
};

async function measure(stage: OpenStage, proxy: CountingProxy): Promise<Measurement[]> {
	// What n8n loads only once is not the cost of a case.
	await openCases(stage, 10);
	const before = await memoryOfProcessesIn(stage.conductor.n8n.userFolder);
	const orders = await openCases(stage, CASES);
	const after = await memoryOfProcessesIn(stage.conductor.n8n.userFolder);

	const looked = await linksTo(stage, orders.slice(0, PAGES));
	proxy.take();
	const pages = await visit(looked);
	const perPage = proxy.take() / pages.length;
	const { woken, perVote } = await answerSome(stage, looked.slice(0, ANSWERS), proxy);

	const memory = { ours: Math.round(after / 2 ** 20), peer: Math.round(before / 2 ** 20) };
	return [
		line(
			'n8n-memory',
			'MB',
			memory.ours,
			CASES,
			'with the cases waiting, beside the same n8n before',
			{
				peer: memory.peer,
				peerName: 'ten cases waiting',
				ratio: Number((memory.ours / memory.peer).toFixed(2)),
			},
		),
		line('page-p50', 'ms', percentile(pages, 50), pages.length, 'to the first byte, one at a time'),
		line('page-p99', 'ms', percentile(pages, 99), pages.length, 'to the first byte, one at a time'),
		line('page-odoo-calls', 'HTTP requests', perPage, pages.length, 'for one page, mean'),
		line('vote-odoo-calls', 'HTTP requests', median(perVote), ANSWERS, 'page and answer, median'),
		line(
			'woken-p50',
			'ms',
			percentile(woken, 50),
			ANSWERS,
			'from the answer sent until n8n goes on',
		),
		line(
			'woken-p99',
			'ms',
			percentile(woken, 99),
			ANSWERS,
			'from the answer sent until n8n goes on',
		),
	];
}

async function openCases(stage: OpenStage, howMany: number): Promise<Quotation[]> {
	const orders = await writeQuotations(stage, findOrder('thin'), howMany);
	for (const order of orders) await handIn(stage, order);
	for (const order of orders) await waitUntilAsked(stage, order);
	return orders;
}

interface Link {
	url: string;
	executionId: string;
}

async function linksTo(stage: OpenStage, orders: readonly Quotation[]): Promise<Link[]> {
	const links: Link[] = [];
	for (const order of orders) {
		const { id, executionId } = await waitUntilAsked(stage, order);
		if (executionId === null) throw new Error(`Nothing waits for ${order.name}`);
		links.push({ url: await findLink(stage.people.salesManager, id), executionId });
	}
	return links;
}

/** Milliseconds to the first byte of each visit. */
async function visit(links: readonly Link[]): Promise<number[]> {
	const times: number[] = [];
	for (let round = 0; round < VISITS_PER_PAGE; round += 1)
		for (const { url } of links) {
			const startedAt = performance.now();
			const response = await fetch(url);
			times.push(Math.round(performance.now() - startedAt));
			if (response.status !== 200) throw new Error(`The page answered ${String(response.status)}`);
			await response.arrayBuffer();
		}
	return times;
}

async function answerSome(
	{ conductor: { api } }: OpenStage,
	links: readonly Link[],
	proxy: CountingProxy,
): Promise<{ woken: number[]; perVote: number[] }> {
	const woken: number[] = [];
	const perVote: number[] = [];
	for (const { url, executionId } of links) {
		proxy.take();
		const startedAt = performance.now();
		const { status } = await httpPages.answer(url, approval);
		perVote.push(proxy.take());
		if (status !== 200) throw new Error(`The answer was answered ${String(status)}`);
		while ((await api.getExecution(executionId)).status === 'waiting') {
			if (performance.now() - startedAt > RESUMED_MS) throw new Error('It was never woken');
			await new Promise((resolve) => setTimeout(resolve, POLL_MS));
		}
		woken.push(Math.round(performance.now() - startedAt));
	}
	return { woken, perVote };
}

function line(
	name: string,
	unit: string,
	ours: number,
	n: number,
	note: string,
	beside: Pick<Measurement, 'peer' | 'peerName' | 'ratio'> = {
		peer: null,
		peerName: null,
		ratio: null,
	},
): Measurement {
	return { measure: `waiting-cases-${name}`, unit, ours, ...beside, n, note };
}
