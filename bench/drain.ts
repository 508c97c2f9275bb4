import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCountingProxy, type CountingProxy } from './CountingProxy';
import { openBacklog, type Backlog } from './backlog';
import { openDrain, type Drain } from './drainWorkflow';
import { median, type Measure, type Measurement } from './Measure';

const NAME = 'drain';
const BACKLOG = 2_000;
const ROUNDS = 3;

/** Draining a long backlog by claims, beside n8n's own Odoo node reading the same rows. */
export const drain: Measure = {
	name: NAME,
	about: `Claiming ${String(BACKLOG)} events that wait in Odoo 19: rows a second, n8n's memory, Odoo calls a page`,
	run: async () => {
		const backlog = await openBacklog(BACKLOG);
		const proxy = await startCountingProxy(backlog.url);
		const folder = await mkdtemp(join(tmpdir(), 'odoo-approvals-bench-'));
		try {
			const workflows = await openDrain(folder, { ...backlog, url: proxy.url });
			try {
				return await measure(backlog, workflows, proxy);
			} finally {
				await workflows.close();
			}
		} finally {
			await proxy.stop();
			await backlog.close();
			await rm(folder, { recursive: true, force: true });
		}
	},
};

async function measure(
	backlog: Backlog,
	workflows: Drain,
	proxy: CountingProxy,
): Promise<Measurement[]> {
	await backlog.fill();
	// The first claim also asks for Odoo's version and for where the ledger is.
	await workflows.claim();
	const claimed: number[] = [];
	const read: number[] = [];
	const calls: number[] = [];
	const memory: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		await backlog.makeDue();
		proxy.take();
		const ours = await workflows.claim();
		calls.push(proxy.take());
		claimed.push(ours.rows / ours.seconds);
		memory.push(ours.growthMb);
		const peer = await workflows.read();
		read.push(peer.rows / peer.seconds);
	}
	const said = { n: ROUNDS, peer: null, peerName: null, ratio: null };
	return [
		{
			...said,
			measure: `${NAME}-rate`,
			unit: 'rows a second',
			ours: Math.round(median(claimed)),
			peer: Math.round(median(read)),
			peerName: "n8n's own Odoo node reading the same rows without claiming them",
			ratio: Number((median(claimed) / median(read)).toFixed(2)),
			note: 'whole executions of n8n, one after the other; every row is locked, leased and handed out once',
		},
		{
			...said,
			measure: `${NAME}-calls`,
			unit: 'Odoo calls a page of 100',
			ours: median(calls) / (BACKLOG / 100),
			note: 'counted between n8n and Odoo',
		},
		{
			...said,
			measure: `${NAME}-memory`,
			unit: 'MB',
			ours: Math.round(median(memory)),
			note: "growth of n8n's resident memory over the execution, at its highest",
		},
	];
}
