import type { IExecuteFunctions } from 'n8n-workflow';
import { SimulationProgress } from '../../../nodes/PolicyEvaluate/SimulationProgress';
import { SimulationCancelledError } from '../../../src/domain/simulation/errors';

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

describe('the progress of a simulation', () => {
	beforeEach(() => {
		jest.useFakeTimers({ doNotFake: ['setImmediate'] });
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	it('is told every two seconds, to the log and to who looks on', () => {
		const { context, logged, shown } = anExecution();
		const progress = new SimulationProgress(context);
		progress.tell(200, 100_000, 'sale.order records');
		expect(logged).toEqual([]);
		for (const done of [1_200, 2_400, 3_600, 4_800]) {
			jest.advanceTimersByTime(1_000);
			progress.tell(done, 100_000, 'sale.order records');
		}
		expect(logged).toEqual([
			'Simulated 2,400 of 100,000 sale.order records',
			'Simulated 4,800 of 100,000 sale.order records',
		]);
		expect(shown).toEqual(logged);
	});

	it('ends when somebody stops the execution', async () => {
		const { context, stopping } = anExecution();
		const progress = new SimulationProgress(context);
		await progress.afterWork();
		stopping.abort();
		await expect(progress.afterWork()).rejects.toThrow(SimulationCancelledError);
	});
});
