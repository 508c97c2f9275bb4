import type { Measure, Measurement } from './Measure';
import { onListeners, type Listener, type Listeners } from './listeners';
import { percentile } from './percentile';
import { postAtOnce } from './postAtOnce';

const NAME = 'acknowledgement';
const PEER = "n8n's own Webhook node";
/** Posts that arrive at the same time. */
const CONCURRENCIES = [1, 10, 50];
/** At each of them, to each of the two. */
const POSTS = 150;
const WARM_UP_POSTS = 20;

/** How long Odoo waits for our answer to an event, beside what n8n itself needs for any webhook. */
export const acknowledgement: Measure = {
	name: NAME,
	about: "Time to the answer to a signed event, beside n8n's own Webhook node in the same n8n",
	run: async () => {
		const measurements: Measurement[] = [];
		for (const engine of engines) {
			measurements.push(
				...(await onListeners(engine.env, async (listeners) => await measure(listeners, engine))),
			);
		}
		return measurements;
	},
};

interface Engine {
	/** Ends the names of what is measured with it. */
	suffix: string;
	about: string;
	env: Record<string, string>;
}

/** n8n starts an isolate for each request to a node that is not its own, unless told to wait for need. */
const engines: readonly Engine[] = [
	{ suffix: '', about: 'default expression engine', env: {} },
	{
		suffix: '-on-demand',
		about: 'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true',
		env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
	},
];

interface Times {
	concurrency: number;
	ours: number[];
	peer: number[];
}

async function measure(listeners: Listeners, engine: Engine): Promise<Measurement[]> {
	await take(listeners, 1, WARM_UP_POSTS);
	const all: Times[] = [];
	for (const concurrency of CONCURRENCIES) all.push(await take(listeners, concurrency, POSTS));
	process.stderr.write(`${engine.about}\n${table(all)}\n`);
	return all.flatMap((times) => [50, 99].map((percent) => toMeasurement(times, percent, engine)));
}

/** In turns, and who goes first changes each time, so that both find the machine in the same state. */
async function take({ ours, peer }: Listeners, concurrency: number, posts: number): Promise<Times> {
	const times: Times = { concurrency, ours: [], peer: [] };
	const turns = [
		{ listener: ours, taken: times.ours },
		{ listener: peer, taken: times.peer },
	];
	for (let sent = 0; sent < posts; sent += concurrency) {
		for (const { listener, taken } of turns) taken.push(...(await turn(listener, concurrency)));
		turns.reverse();
	}
	return times;
}

/** Posts so many at once, and waits until what they started has ended. */
async function turn(listener: Listener, concurrency: number): Promise<number[]> {
	const addresses = Array.from({ length: concurrency }, () => listener.nextAddress());
	const taken = await postAtOnce(addresses);
	await listener.untilIdle();
	return taken;
}

function toMeasurement(
	{ concurrency, ours, peer }: Times,
	percent: number,
	{ suffix, about }: Engine,
): Measurement {
	const [our, their] = [percentile(ours, percent), percentile(peer, percent)];
	return {
		measure: `${NAME}-p${String(percent)}-at-${String(concurrency)}${suffix}`,
		unit: 'ms',
		ours: round(our),
		peer: round(their),
		peerName: PEER,
		ratio: round(our / their),
		n: ours.length,
		note: `${String(concurrency)} posts at once, in turns with the peer; one n8n, ${about}`,
	};
}

function table(all: readonly Times[]): string {
	const head = ['at once', 'ours p50', 'p99', 'Webhook p50', 'p99', 'ratio p50', 'p99'];
	const rows = all.map(({ concurrency, ours, peer }) => {
		const [our50, our99] = [percentile(ours, 50), percentile(ours, 99)];
		const [their50, their99] = [percentile(peer, 50), percentile(peer, 99)];
		const times = [our50, our99, their50, their99].map((time) => `${time.toFixed(1)} ms`);
		const ratios = [our50 / their50, our99 / their99].map((ratio) => ratio.toFixed(2));
		return [String(concurrency), ...times, ...ratios];
	});
	return [head, ...rows].map((cells) => cells.map((one) => one.padStart(11)).join('  ')).join('\n');
}

function round(value: number): number {
	return Number(value.toFixed(2));
}
