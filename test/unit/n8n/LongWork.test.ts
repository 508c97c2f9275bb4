import type { IExecuteFunctions } from 'n8n-workflow';
import { LongWork, StoppedError } from '../../../src/n8n/LongWork';

/** An execution that notes what it is told, and can be stopped. */
function anExecution() {
	const logged: string[] = [];
	const shown: string[] = [];
	const stopping = new AbortController();
	const context = {
		getExecutionCancelSignal: () => stopping.signal,
		logger: { info: (text: string) => logged.push(text) },
		sendMessageToUI: (text: string) => shown.push(text),
	};
	return { context: context as unknown as IExecuteFunctions, logged, shown, stopping };
}

describe('long work', () => {
	beforeEach(() => {
		jest.useFakeTimers({ doNotFake: ['setImmediate'] });
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	it('is told every two seconds, to the log and to who looks on', () => {
		const { context, logged, shown } = anExecution();
		const work = new LongWork(context);
		work.tell(() => 'Verified 200');
		expect(logged).toEqual([]);
		for (const done of [1_200, 2_400, 3_600, 4_800]) {
			jest.advanceTimersByTime(1_000);
			work.tell(() => `Verified ${done}`);
		}
		expect(logged).toEqual(['Verified 2400', 'Verified 4800']);
		expect(shown).toEqual(logged);
	});

	it('ends when somebody stops the execution', async () => {
		const { context, stopping } = anExecution();
		const work = new LongWork(context);
		await work.afterWork();
		stopping.abort();
		await expect(work.afterWork()).rejects.toThrow(StoppedError);
	});
});
