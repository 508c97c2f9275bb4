import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Measure, Measurement } from './Measure';

const NAME = 'simulation-memory';
const FEW = 10_000;
const MANY = 100_000;
/** MB; far below what Node takes for itself on a small server. */
const HEAP_MB = 512;

const figures = z.object({
	cases: z.number(),
	heapMb: z.number(),
	rssMb: z.number(),
	seconds: z.number(),
	longestStretchMs: z.number(),
});
type Figures = z.infer<typeof figures>;

/** Simulate over orders that a made-up Odoo serves, each number of them in a process of its own. */
export const simulationMemory: Measure = {
	name: NAME,
	about: 'Memory, speed and longest stretch of work of Simulate over 100,000 orders, beside 10,000',
	run: async () => {
		const few = await replay(FEW);
		const many = await replay(MANY);
		return [
			line('heap-peak', 'MB', many.heapMb, few.heapMb),
			line('rss-peak', 'MB', many.rssMb, few.rssMb),
			line('speed', 'cases/s', rate(many), rate(few)),
			line('longest-stretch', 'ms', many.longestStretchMs, few.longestStretchMs),
		];
	},
};

async function replay(cases: number): Promise<Figures> {
	const root = join(__dirname, '..');
	const tsx = join(root, 'node_modules', '.bin', 'tsx');
	const script = join(__dirname, 'simulationReplay.ts');
	const { stdout } = await promisify(execFile)(tsx, [script, String(cases)], {
		cwd: root,
		env: { ...process.env, NODE_OPTIONS: `--max-old-space-size=${String(HEAP_MB)}` },
	});
	return figures.parse(JSON.parse(stdout));
}

function rate({ cases, seconds }: Figures): number {
	return Math.round(cases / seconds);
}

function line(what: string, unit: string, ours: number, peer: number): Measurement {
	return {
		measure: `${NAME}-${what}`,
		unit,
		ours,
		peer,
		peerName: `the same over ${String(FEW)} cases`,
		ratio: Number((ours / peer).toFixed(2)),
		n: 1,
		note: `${String(MANY)} orders of 4 lines, two policies compared, heap limited to ${String(HEAP_MB)} MB; Odoo is made up and in the same process`,
	};
}
