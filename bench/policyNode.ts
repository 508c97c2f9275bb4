import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nApi } from '../scripts/real/N8nApi';
import { startN8n } from '../scripts/real/n8n';
import { packNodes } from '../scripts/scenario/packNodes';
import { evaluatePolicy } from '../src/domain/policy/evaluatePolicy';
import { parsePolicy } from '../src/domain/policy/parsePolicy';
import { type Measure, type Measurement, median } from './Measure';
import { seededFacts, tenRules, type TypedFacts } from './policyPeers';

const NAME = 'policy-node';
const ITEMS = 3_000;
const ROUNDS = 5;
const SEED = 20_260_302;
const EXECUTION_MS = 120_000;

/** What the node Policy Evaluate costs around the evaluation, on real n8n. */
export const policyNode: Measure = {
	name: NAME,
	about: `Policy Evaluate on real n8n, ${String(ITEMS)} items at once, beside the evaluation alone on the same facts`,
	run: async () => {
		const folder = await mkdtemp(join(tmpdir(), 'odoo-approvals-bench-'));
		try {
			const n8n = await startN8n({ userFolder: folder, packages: [await packNodes()] });
			try {
				const api = new N8nApi(n8n.url);
				await api.setUpOwner();
				return await measure(api, seededFacts(ITEMS, SEED));
			} finally {
				await n8n.stop();
			}
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	},
};

/** In turns; the first turn warms up. */
async function measure(api: N8nApi, facts: readonly TypedFacts[]): Promise<Measurement> {
	const workflowId = await api.createWorkflow(workflowOver(facts));
	const inNode: number[] = [];
	const alone: number[] = [];
	for (let round = 0; round <= ROUNDS; round += 1) {
		const node = await timeNode(api, workflowId);
		const evaluation = await timeEvaluation(facts);
		if (round === 0) continue;
		inNode.push((node / ITEMS) * 1000);
		alone.push((evaluation / ITEMS) * 1000);
	}
	return {
		measure: NAME,
		unit: 'µs an item',
		ours: Math.round(median(inNode)),
		peer: Math.round(median(alone)),
		peerName: 'evaluatePolicy alone on the same facts',
		ratio: Number((median(inNode) / median(alone)).toFixed(2)),
		n: ROUNDS,
		note: `median of ${String(ITEMS)} items in each round, in turns; time of the node by n8n's own run data`,
	};
}

/** @returns milliseconds that n8n says the node took */
async function timeNode(api: N8nApi, workflowId: string): Promise<number> {
	const id = await api.runWorkflow(workflowId, 'Start');
	const { runs } = await api.waitForExecution(id, ['success'], EXECUTION_MS);
	const run = runs['Policy']?.[0];
	const count = (run?.data?.['main'] ?? []).flatMap((items) => items ?? []).length;
	if (run?.executionTime === undefined || count !== ITEMS) {
		throw new Error(`The node put out ${String(count)} items of ${String(ITEMS)}`);
	}
	return run.executionTime;
}

async function timeEvaluation(facts: readonly TypedFacts[]): Promise<number> {
	const policy = await parsePolicy(tenRules);
	const now = new Date().toISOString();
	const startedAt = performance.now();
	for (const one of facts) await evaluatePolicy(policy, { ...one }, { now, caseKey: null });
	return performance.now() - startedAt;
}

function workflowOver(facts: readonly TypedFacts[]) {
	const cases = facts.map((one, index) => ({
		schema: 'approval-case/1',
		record: {
			area: tenRules.area,
			model: 'sale.order',
			id: index + 1,
			name: `S${String(index + 1)}`,
			url: 'https://odoo.example.com',
			amount: 100,
			currency: 'EUR',
			figures: [],
			lines: { columns: [], rows: [] },
		},
		facts: one,
	}));
	const nodes = [
		node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
		node('Cases', 'n8n-nodes-base.set', 3.4, {
			mode: 'raw',
			jsonOutput: JSON.stringify({ cases }),
		}),
		node('Items', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'cases' }),
		node('Policy', 'n8n-nodes-odoo-approvals.policyEvaluate', 1.1, {
			policySource: 'json',
			policyDocument: JSON.stringify(tenRules),
		}),
	];
	const names = nodes.map(({ name }) => name);
	const connections = Object.fromEntries(
		names
			.slice(1)
			.map((name, index) => [names[index], { main: [[{ node: name, type: 'main', index: 0 }]] }]),
	);
	return { name: 'Bench', nodes, connections };
}

function node(name: string, type: string, typeVersion: number, parameters: object) {
	return { id: randomUUID(), name, type, typeVersion, position: [0, 0], parameters };
}
