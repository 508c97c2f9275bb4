import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { HistoryStage } from '../scripts/history/HistoryStage';
import { pastCases } from '../scripts/history/pastCases';
import { figuresFrom } from '../src/domain/insights/figuresFrom';
import { Ledger } from '../src/odoo/ledger/Ledger';
import { recordIds } from '../src/odoo/recordIds';
import { startCountingProxy } from './CountingProxy';
import { median, type Measure, type Measurement } from './Measure';

const SIZES = [1_000, 10_000, 100_000];
const TIMES = 5;
const DAYS = 365;
const PAGE = 2_000;
const period = { unit: 'week', zone: 'UTC' } as const;

/** What a report reads that counts by itself. */
const columns = [
	'x_area',
	'x_company_id',
	'x_policy_id',
	'x_policy_version',
	'x_policy_outcome',
	'x_state',
	'x_decided_by',
	'x_decided_at',
	'create_date',
];

/** Figures counted by Odoo, beside reading the cases to count them. */
export const insightFigures: Measure = {
	name: 'insight-figures',
	about: 'Figures over 1,000, 10,000 and 100,000 cases on real Odoo 19: calls, time, memory',
	run: async () => {
		const stage = await HistoryStage.open();
		const proxy = await startCountingProxy(stage.url);
		const lines: Measurement[] = [];
		try {
			const client = stage.client(proxy.url);
			const ledger = new Ledger(client);
			const count = async () => {
				const counted = await ledger.execute({
					command: 'figures',
					areas: [],
					fromSeconds: (DAYS + 2) * 86_400,
					toSeconds: 0,
					period,
				});
				return figuresFrom(counted, period).total.opened?.count ?? 0;
			};
			const read = async () => {
				let cases = 0;
				for (let last = 0; ;) {
					const args = { domain: [['id', '>', last]], fields: columns, order: 'id', limit: PAGE };
					const rows = await client.call('x_approval_case', 'search_read', args, z.array(row));
					cases += rows.length;
					last = rows.at(-1)?.id ?? 0;
					if (rows.length < PAGE) return cases;
				}
			};
			for (const size of SIZES) {
				const until = Math.floor(Date.now() / 1_000) - 3_600;
				await stage.remember(pastCases({ count: size, until, days: DAYS, cast: stage.cast }));
				await client.call('x_approval_case', 'search', { domain: [], limit: 1 }, recordIds);
				lines.push(...(await compare(size, { count, read }, () => proxy.take())));
			}
		} finally {
			await proxy.stop();
			await stage.close();
		}
		return lines;
	},
};

const row = z.object({ id: z.number() }).passthrough();

type Way = () => Promise<number>;

async function compare(
	size: number,
	{ count, read }: { count: Way; read: Way },
	takeCalls: () => number,
): Promise<Measurement[]> {
	const [ours, peer] = [await measured(count, takeCalls), await measured(read, takeCalls)];
	if (ours.found !== size || peer.found !== size) throw new Error('Not all cases were counted');
	const line = (name: 'calls' | 'ms' | 'mb', unit: string, note: string): Measurement => ({
		measure: `insight-figures-${String(size)}-${name}`,
		unit,
		ours: ours[name],
		peer: peer[name],
		peerName: 'reading the cases, nine columns',
		ratio: Number((ours[name] / peer[name]).toFixed(3)),
		n: TIMES,
		note,
	});
	return [
		line('calls', 'HTTP requests', 'for all figures by week, area, company, approver and policy'),
		line('ms', 'ms', 'median'),
		line('mb', 'MB', 'most memory of this process above what it had before'),
	];
}

async function measured(work: Way, takeCalls: () => number) {
	// What is looked up once is no cost of a look.
	await work();
	const times: number[] = [];
	let found = 0;
	takeCalls();
	const memory = watchMemory();
	for (let time = 0; time < TIMES; time += 1) {
		const startedAt = performance.now();
		found = await work();
		times.push(Math.round(performance.now() - startedAt));
	}
	return { found, ms: median(times), calls: takeCalls() / TIMES, mb: await memory.most() };
}

/** Looks at the heap every few milliseconds. */
function watchMemory() {
	globalThis.gc?.();
	const before = process.memoryUsage().heapUsed;
	let most = before;
	const timer = setInterval(() => {
		most = Math.max(most, process.memoryUsage().heapUsed);
	}, 5);
	return {
		most: async () => {
			await sleep(10);
			clearInterval(timer);
			return Number(((most - before) / 2 ** 20).toFixed(1));
		},
	};
}
