import { setImmediate as turn } from 'node:timers/promises';
import type { IExecuteFunctions } from 'n8n-workflow';
import { simulate } from '../nodes/PolicyEvaluate/simulate.operation';
import { salesOrderPolicy } from '../src/domain/areas/salesOrderRelease/salesOrderPolicy';
import { orderOf } from './madeUpOrder';

/** Replays policies over so many made-up orders in this process, and prints what it took. */
async function main(cases: number): Promise<void> {
	const peak = { heap: 0, rss: 0 };
	const sampler = setInterval(() => {
		const { heapUsed, rss } = process.memoryUsage();
		peak.heap = Math.max(peak.heap, heapUsed);
		peak.rss = Math.max(peak.rss, rss);
	}, 20);
	const turns = watchTurns();
	const startedAt = performance.now();
	const [[summary] = []] = await simulate(contextFor(cases));
	const seconds = (performance.now() - startedAt) / 1_000;
	clearInterval(sampler);
	const { message } = summary?.json ?? {};
	if (!String(message).startsWith(`Of ${cases.toLocaleString('en-US')} cases`)) {
		throw new Error(`Not all cases were simulated: ${String(message)}`);
	}
	const figures = {
		cases,
		heapMb: Math.round(peak.heap / 2 ** 20),
		rssMb: Math.round(peak.rss / 2 ** 20),
		seconds: Number(seconds.toFixed(1)),
		longestStretchMs: turns.stop(),
	};
	console.log(JSON.stringify(figures));
}

/**
 * Measures the longest turn of the event loop, in milliseconds that this thread worked: what other
 * processes on the machine take away is no fault of ours.
 */
function watchTurns(): { stop(): number } {
	let longest = 0;
	let before = process.threadCpuUsage();
	let isOn = true;
	const next = (): void => {
		const { user, system } = process.threadCpuUsage(before);
		longest = Math.max(longest, user + system);
		before = process.threadCpuUsage();
		if (isOn) setImmediate(next);
	};
	setImmediate(next);
	return {
		stop: () => {
			isOn = false;
			return Math.round(longest / 1_000);
		},
	};
}

const other = {
	...salesOrderPolicy,
	version: '2',
	default: { outcome: 'escalate', role: 'finance', slaClass: 'urgent' },
};

function contextFor(cases: number): IExecuteFunctions {
	const fields: Record<string, unknown> = {
		operation: 'simulate',
		policySource: 'preset',
		area: 'sales_order_release',
		policySettings: {},
		limits: {},
		cases: 'records',
		filter: '',
		maxRecords: cases,
		compareWith: 'policy',
		comparedPolicy: JSON.stringify({ ...other, examples: [] }),
		recordsToList: 'changed',
		simulationOptions: {},
	};
	const context = {
		getNodeParameter: (name: string, _item: number, fallback: unknown) => fields[name] ?? fallback,
		getInputData: () => [{ json: {} }],
		getNode: () => ({ name: 'Simulate' }),
		getTimezone: () => 'Europe/Berlin',
		getExecutionCancelSignal: () => undefined,
		continueOnFail: () => false,
		getCredentials: async () =>
			await Promise.resolve({ url: 'https://odoo.test', database: 'd', login: 'l', apiKey: 'k' }),
		logger: { info: () => undefined },
		sendMessageToUI: () => undefined,
		helpers: {
			httpRequest: async ({ url, body: asked }: { url: string; body?: string }) => {
				// Turns of its own: making up an answer is no work of Simulate.
				await turn();
				const body = answer(cases, url, asked);
				await turn();
				return { statusCode: 200, headers: {}, body };
			},
			prepareBinaryData: async (bytes: Buffer) => await Promise.resolve({ data: bytes.length }),
		},
	};
	// The members that Simulate asks for; n8n's interface has many more.
	return context as unknown as IExecuteFunctions;
}

/** What an Odoo 19 with so many orders would answer. */
function answer(cases: number, url: string, body = '{}'): string {
	if (url.endsWith('/web/version'))
		return JSON.stringify({ version: '19.0', version_info: [19, 0, 0, 'final', 0, ''] });
	const { domain, limit } = JSON.parse(body) as {
		domain: Array<[string, string, number]>;
		limit: number;
	};
	const below = domain.at(-1)?.[2] ?? cases + 1;
	const records = Array.from({ length: Math.min(limit, below - 1) }, (_, index) =>
		orderOf(below - 1 - index),
	);
	return JSON.stringify({ length: below - 1, records });
}

void main(Number(process.argv[2]));
