import type { IExecuteFunctions } from 'n8n-workflow';
import { salesOrderPolicy } from '../../../src/domain/areas/salesOrderRelease/salesOrderPolicy';
import { evaluatePolicy } from '../../../src/domain/policy/evaluatePolicy';
import { forEachItem, type Operation } from '../../../src/n8n/forEachItem';

describe('forEachItem', () => {
	it('lets timers have their turn while thousands of items are decided', async () => {
		const beats = await heartbeatsDuring(async () => {
			await forEachItem(contextWith(4_000), decide, { outputs: 1 });
		});
		const stretches = beats.slice(1).map((beat, index) => beat - (beats[index] ?? beat));
		expect(stretches.length).toBeGreaterThan(10);
		// As most of them are: the machine that tests run on may be busy with something else.
		expect(
			stretches.toSorted((left, right) => left - right)[Math.floor(stretches.length * 0.9)],
		).toBeLessThan(50);
	});

	it('lets timers have their turn though every item fails', async () => {
		const fail: Operation = async () => {
			await Promise.resolve();
			spend(0.5);
			throw new RangeError('No such thing');
		};
		const beats = await heartbeatsDuring(async () => {
			await forEachItem(contextWith(500), fail, { outputs: 1 });
		});
		expect(beats.length).toBeGreaterThan(5);
	});

	it('keeps the order of the items', async () => {
		const echo: Operation = async (_context, itemIndex) => {
			spend(0.1);
			return await Promise.resolve({ output: 0, json: { itemIndex } });
		};
		const [items = []] = await forEachItem(contextWith(1_000), echo, { outputs: 1 });
		expect(items.map(({ json }) => json['itemIndex'])).toEqual([...Array(1_000).keys()]);
	});
});

const decide: Operation = async () => {
	const facts = { orderAmount: 60_000, marginPercent: 14, maxDiscountPercent: 12 };
	const occasion = { now: '2026-03-02T09:00:00.000Z', caseKey: null };
	const { outcome } = await evaluatePolicy(salesOrderPolicy, facts, occasion);
	return { output: 0, json: { outcome } };
};

/** As much of n8n as the items and their failures need. */
function contextWith(count: number): IExecuteFunctions {
	const context: Partial<IExecuteFunctions> = {
		getInputData: () => Array.from({ length: count }, () => ({ json: {} })),
		getNode: () => ({
			id: 'node-1',
			name: 'Tried',
			type: 'n8n-nodes-odoo-approvals.policyEvaluate',
			typeVersion: 1.1,
			position: [0, 0],
			parameters: {},
		}),
		continueOnFail: () => true,
		customData: { get: () => '', getAll: () => ({}), set: () => {}, setAll: () => {} },
	};
	return context as IExecuteFunctions;
}

/** When a timer that is due at every millisecond got its turn while the work went on. */
async function heartbeatsDuring(work: () => Promise<void>): Promise<number[]> {
	const beats = [performance.now()];
	const timer = setInterval(() => beats.push(performance.now()), 1);
	await work();
	clearInterval(timer);
	return [...beats, performance.now()];
}

/** Keeps the thread busy. */
function spend(milliseconds: number): void {
	const end = performance.now() + milliseconds;
	while (performance.now() < end);
}
