import type { IExecuteFunctions } from 'n8n-workflow';
import { formatValue } from '../../src/domain/formatValue';
import { SimulationCancelledError } from '../../src/domain/simulation/errors';
import { EventLoopPause } from '../../src/n8n/eventLoopPause';

const NEWS_MS = 2_000;

/** What a long simulation owes to its surroundings: turns for others, news, an end when cancelled. */
export class SimulationProgress {
	private readonly pause = new EventLoopPause();
	private readonly cancelled: AbortSignal | undefined;
	private toldAt = performance.now();

	constructor(private readonly context: IExecuteFunctions) {
		this.cancelled = context.getExecutionCancelSignal();
	}

	/** To be called after each piece of work. @throws {SimulationCancelledError} */
	async afterWork(): Promise<void> {
		if (this.cancelled?.aborted) throw new SimulationCancelledError();
		await this.pause.afterWork();
	}

	/** Tells how far it is, every few seconds: in the log, and in the editor to who is looking on. */
	tell(done: number, all: number, what: string): void {
		if (performance.now() - this.toldAt < NEWS_MS) return;
		this.toldAt = performance.now();
		const news = `Simulated ${formatValue(done)} of ${formatValue(all)} ${what}`;
		this.context.logger.info(news);
		this.context.sendMessageToUI(news);
	}
}
