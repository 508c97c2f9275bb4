import { randomUUID } from 'node:crypto';
import type { OpenStage } from '../scripts/scenario/openStage';
import { waitUntilAsked } from '../scripts/scenario/playStory';
import type { PreparedOdoo } from '../scripts/scenario/prepareOdoo';
import { handIn, writeQuotations } from '../scripts/scenario/salesDesk';
import type { CountingProxy } from './CountingProxy';
import { findOrder } from './findOrder';
import { median, type Measure, type Measurement } from './Measure';
import { memoryOfProcessesIn } from './memoryOfProcessesIn';
import { onRealStage } from './onRealStage';
import { runOdooCode } from './runOdooCode';

const NAME = 'sweep';
const OPEN = 10_000;
const DUE = 500;
const ROUNDS = 5;
const EXECUTION_MS = 120_000;
const SAMPLE_MS = 50;

/** What looking for due cases costs while very many are open. */
export const sweep: Measure = {
	name: NAME,
	about: `SLA Timer (Sweep) over ${String(OPEN)} open cases, ${String(DUE)} of them due, on real n8n and Odoo 19`,
	run: async () => await onRealStage(measure, { isCounted: true }),
};

async function measure(
	stage: OpenStage,
	proxy: CountingProxy,
	{ administrator }: PreparedOdoo,
): Promise<Measurement[]> {
	const [order] = await writeQuotations(stage, findOrder('thin'), 1);
	if (!order) throw new Error('There is no order');
	await handIn(stage, order);
	const { id } = await waitUntilAsked(stage, order);
	await runOdooCode(administrator.odoo, copyCode(id));

	const workflowId = await addSweep(stage);
	// The first run also finds the ledger, and n8n loads the node.
	await run(stage, workflowId);
	const [times, calls, growths]: [number[], number[], number[]] = [[], [], []];
	for (let round = 0; round < ROUNDS; round += 1) {
		proxy.take();
		const { seconds, growthMb } = await run(stage, workflowId);
		times.push(seconds);
		calls.push(proxy.take());
		growths.push(growthMb);
	}
	const said = { n: ROUNDS, peer: null, peerName: null, ratio: null };
	const note = `${String(DUE)} due cases found among ${String(OPEN)}, each with all that Escalate needs`;
	return [
		{ ...said, measure: `${NAME}-calls`, unit: 'Odoo calls', ours: median(calls), note },
		{
			...said,
			measure: `${NAME}-time`,
			unit: 'ms',
			ours: Math.round(median(times) * 1000),
			note: 'median; the whole execution of n8n, as its editor sees it',
		},
		{
			...said,
			measure: `${NAME}-memory`,
			unit: 'MB',
			ours: Math.round(median(growths)),
			note: "growth of n8n's resident memory over the execution, at its highest",
		},
	];
}

/** Copies one case in the database: some are due, the others in a week. */
function copyCode(caseId: number): string {
	return `
env.cr.execute("""
    SELECT string_agg(quote_ident(column_name), ', ') FROM information_schema.columns
    WHERE table_name = 'x_approval_case' AND column_name NOT IN (
        'id', 'x_key', 'x_outbox_id', 'x_due_at', 'x_warn_at')
""")
columns = env.cr.fetchone()[0]
env.cr.execute("""
    INSERT INTO x_approval_case (x_key, x_outbox_id, x_due_at, x_warn_at, %(columns)s)
    SELECT 'bench:' || number, 0,
        (now() AT TIME ZONE 'UTC') + CASE WHEN number <= ${String(DUE)} THEN -number ELSE 10080 END * interval '1 minute',
        (now() AT TIME ZONE 'UTC') + CASE WHEN number <= ${String(DUE)} THEN -number ELSE 10080 END * interval '1 minute',
        %(columns)s
    FROM x_approval_case, generate_series(1, ${String(OPEN)}) number WHERE id = ${String(caseId)}
""" % {'columns': columns})
env.cr.execute('ANALYZE x_approval_case')`;
}

async function addSweep({ conductor: { api, credentials } }: OpenStage): Promise<string> {
	const { odooApprovalsApi } = credentials;
	const node = (name: string, type: string, x: number, further: object) => ({
		id: randomUUID(),
		name,
		type,
		position: [x, 0],
		...further,
	});
	return await api.createWorkflow({
		name: 'Bench',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 0, { typeVersion: 1, parameters: {} }),
			node('Sweep', 'n8n-nodes-odoo-approvals.slaTimer', 200, {
				typeVersion: 1.1,
				parameters: { operation: 'sweep', areas: [], includeWarnings: false, limit: 1000 },
				credentials: { odooApprovalsApi },
			}),
		],
		connections: { Start: { main: [[{ node: 'Sweep', type: 'main', index: 0 }]] } },
	});
}

async function run({ conductor: { api, n8n } }: OpenStage, workflowId: string) {
	const before = await memoryOfProcessesIn(n8n.userFolder);
	let highest = before;
	const sampling = setInterval(() => {
		void memoryOfProcessesIn(n8n.userFolder).then((now) => {
			highest = Math.max(highest, now);
		});
	}, SAMPLE_MS);
	const startedAt = performance.now();
	const id = await api.runWorkflow(workflowId, 'Start');
	const execution = await api.waitForExecution(id, ['success'], EXECUTION_MS);
	const seconds = (performance.now() - startedAt) / 1000;
	clearInterval(sampling);
	// The copies have the original's clock, by which they are only warned about; their row says due.
	const outputs = execution.runs['Sweep']?.[0]?.data?.['main'] ?? [];
	const found = outputs.flatMap((items) => items ?? []).length;
	if (found !== DUE)
		throw new Error(`${String(found)} cases were found, and ${String(DUE)} are due`);
	return { seconds, growthMb: (highest - before) / 2 ** 20 };
}
