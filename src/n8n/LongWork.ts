import type { IExecuteFunctions } from 'n8n-workflow';
import { DomainError } from '../domain/errors';
import { EventLoopPause } from './eventLoopPause';

const NEWS_MS = 2_000;

/** Somebody stopped the execution. */
export class StoppedError extends DomainError {
	readonly code = 'STOPPED';

	constructor() {
		super('The execution was stopped before its end');
	}
}

/** What long work owes to its surroundings: turns for others, news, an end when it is stopped. */
export class LongWork {
	private readonly pause = new EventLoopPause();
	private readonly stopped: AbortSignal | undefined;
	private toldAt = performance.now();

	constructor(private readonly context: IExecuteFunctions) {
		this.stopped = context.getExecutionCancelSignal();
	}

	/** To be called after each piece of work. @throws {StoppedError} */
	async afterWork(): Promise<void> {
		if (this.stopped?.aborted) throw new StoppedError();
		await this.pause.afterWork();
	}

	/** Tells how far it is, every few seconds: in the log, and in the editor to who is looking on. */
	tell(news: () => string): void {
		if (performance.now() - this.toldAt < NEWS_MS) return;
		this.toldAt = performance.now();
		const text = news();
		this.context.logger.info(text);
		this.context.sendMessageToUI(text);
	}
}
