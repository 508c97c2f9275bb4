import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { findLink } from '../scripts/scenario/approverLink';
import { httpPages } from '../scripts/scenario/httpPages';
import type { OpenStage } from '../scripts/scenario/openStage';
import type { PreparedOdoo } from '../scripts/scenario/prepareOdoo';
import { NeverHappenedError } from '../scripts/scenario/until';
import { findArea } from '../src/domain/areas/areas';
import type { AreaDesk } from './areas/AreaDesk';
import type { AreaRecipe, AreaRecord } from './areas/AreaRecipe';
import { openForAreas, type AreaTemplates, type PublishedArea } from './areas/openForAreas';
import { moneyRecipes } from './areas/moneyRecipes';
import { purchaseRecipes } from './areas/purchaseRecipes';
import { salesRecipes } from './areas/salesRecipes';
import { stockRecipes } from './areas/stockRecipes';
import type { CountingProxy } from './CountingProxy';
import { median, type Measure, type Measurement } from './Measure';
import { onRealStage } from './onRealStage';
import { untilIdle } from './untilIdle';

const NAME = 'area-calls';
/** Not more: who marks a sixth delivery as urgent within a month is asked. */
const ROUNDS = 5;
const POLL_MS = 20;
const RELEASED_MS = 120_000;

const recipes = [...salesRecipes, ...purchaseRecipes, ...stockRecipes, ...moneyRecipes];

/** A line that also says what n8n asked of Odoo, and who decided. */
interface AreaMeasurement extends Measurement {
	odooCalls: number;
	decidedBy: AreaRecipe['decidedBy'];
}

/** From the save to the end of a record in every area, by the template that is made for it. */
export const areaCalls: Measure = {
	name: NAME,
	about: `Odoo calls, and time from Odoo's save to the record's end, for each of the ${String(recipes.length)} areas on real n8n and Odoo 19`,
	run: async () => await onRealStage(measure, { isCounted: true }),
};

/** One area after the other: listened to together, several would ask about the same record. */
async function measure(
	stage: OpenStage,
	proxy: CountingProxy,
	odoo: PreparedOdoo,
): Promise<Measurement[]> {
	const { desk, templates, close } = await openForAreas(stage, odoo);
	try {
		const lines: Measurement[] = [];
		for (const recipe of recipes) {
			const line = await measureArea({ stage, proxy, desk, templates }, recipe);
			process.stderr.write(
				`  ${recipe.area}: ${String(line.odooCalls)} calls, ${String(line.ours)} ms\n`,
			);
			lines.push(line);
		}
		return lines;
	} finally {
		await close();
	}
}

interface Bench {
	stage: OpenStage;
	proxy: CountingProxy;
	desk: AreaDesk;
	templates: AreaTemplates;
}

async function measureArea(bench: Bench, recipe: AreaRecipe): Promise<AreaMeasurement> {
	const { desk, templates, proxy } = bench;
	await recipe.prepare?.(desk);
	// Written before anybody listens, so that nothing but the last save asks.
	const records = await several(ROUNDS + 1, async () => await recipe.write(desk));
	const peer = await several(ROUNDS + 1, async () => await byHand(await recipe.write(desk)));

	const published = await templates.publish(recipe.area);
	const taken: Taken = { times: [], calls: [], peer };
	for (const record of records) {
		proxy.take();
		taken.times.push(await throughWorkflow(bench, published, recipe, record));
		taken.calls.push(proxy.take());
	}
	await templates.takeBack(published);
	return line(recipe, taken);
}

interface Taken {
	times: number[];
	calls: number[];
	peer: number[];
}

/** The first of each is left out: it also asks for Odoo's version and for where the ledger is. */
function line({ area, byHand: method, decidedBy }: AreaRecipe, taken: Taken): AreaMeasurement {
	const [ours, peer] = [median(taken.times.slice(1)), median(taken.peer.slice(1))];
	const asked =
		decidedBy === 'approver' ? '; the page is answered as soon as the link has come' : '';
	return {
		measure: `${NAME}-${area}`,
		unit: 'ms',
		ours: Math.round(ours),
		peer: Math.round(peer),
		peerName: `a person's own ${method} over RPC`,
		ratio: Number((ours / peer).toFixed(2)),
		n: ROUNDS,
		note: `median, from the answer to the save; seen by asking Odoo every ${String(POLL_MS)} ms; n8n and Odoo share one machine${asked}`,
		odooCalls: median(taken.calls.slice(1)),
		decidedBy,
	};
}

async function byHand(record: AreaRecord): Promise<number> {
	await record.ask();
	const startedAt = performance.now();
	await record.byHand();
	return performance.now() - startedAt;
}

/** @throws where the record is decided by somebody else than its recipe says, or does not end so */
async function throughWorkflow(
	{ stage, desk }: Bench,
	{ workflowIds }: PublishedArea,
	{ area, decidedBy }: AreaRecipe,
	record: AreaRecord,
): Promise<number> {
	await record.ask();
	const savedAt = performance.now();
	const { id, x_state } = await caseAbout(stage, area, record.id, isOpened);
	if ((x_state === 'pending') !== (decidedBy === 'approver'))
		throw new Error(`${area} was not decided by ${decidedBy}`);
	if (decidedBy === 'approver') {
		const link = await findLink(stage.people.salesManager, id);
		await httpPages.answer(link, { decision: 'approved' });
	}
	await caseAbout(stage, area, record.id, isReleased);
	const time = performance.now() - savedAt;
	// The case says so in the transaction in which the record came to its end.
	const end = [['id', '=', record.id], ...record.end];
	if ((await desk.find(findArea(area).model, end)).length !== 1)
		throw new Error(`${area}: the record is not as it should be`);
	for (const workflowId of workflowIds) await untilIdle(stage.conductor.api, workflowId);
	return time;
}

const caseRows = z.array(
	z.object({
		id: z.number(),
		x_state: z.string(),
		x_outcome: z.union([z.string(), z.literal(false)]),
	}),
);
type CaseRow = z.infer<typeof caseRows.element>;

/** What policy lets through is opened and carried out in one transaction. */
const isOpened = () => true;
const isReleased = ({ x_outcome }: CaseRow) => x_outcome === 'released';

async function caseAbout(
	{ auditor }: OpenStage,
	area: string,
	recordId: number,
	isReached: (row: CaseRow) => boolean,
): Promise<CaseRow> {
	const deadline = performance.now() + RELEASED_MS;
	const domain = [
		['x_area', '=', area],
		['x_res_id', '=', recordId],
	];
	const args = { domain, fields: ['x_state', 'x_outcome'] };
	for (;;) {
		const found = await auditor.call('x_approval_case', 'search_read', args, caseRows);
		const reached = found.find(isReached);
		if (reached) return reached;
		if (performance.now() > deadline)
			throw new NeverHappenedError(`${area} ${String(recordId)} is ${JSON.stringify(found)}`);
		await sleep(POLL_MS);
	}
}

async function several<T>(howMany: number, make: () => Promise<T>): Promise<T[]> {
	const made: T[] = [];
	while (made.length < howMany) made.push(await make());
	return made;
}
