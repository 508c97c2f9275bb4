/** How long work may go on before others get their turn, in milliseconds. */
const STRETCH_MS = 10;

export interface Turns {
	/** Milliseconds of a clock that never goes back. */
	now(): number;
	/** Ends when everything else that was due has had its turn. */
	next(): Promise<void>;
}

const waiting: Array<() => void> = [];

/** Of several executions that wait only one goes on in each turn, or their stretches would add up. */
const eventLoop: Turns = {
	now: () => performance.now(),
	next: async () =>
		await new Promise((resolve) => {
			if (waiting.push(resolve) === 1) setImmediate(resumeFirst);
		}),
};

function resumeFirst(): void {
	waiting.shift()?.();
	if (waiting.length > 0) setImmediate(resumeFirst);
}

/**
 * Keeps long work from holding up n8n, which answers webhooks and the editor on the same thread.
 *
 * Awaiting a promise that is already settled, as evaluating a policy does, lets nobody else in.
 */
export class EventLoopPause {
	private stretchBeganAt: number;

	constructor(private readonly turns: Turns = eventLoop) {
		this.stretchBeganAt = turns.now();
	}

	/** To be called after each piece of work; pauses when the pieces since the last pause took long. */
	async afterWork(): Promise<void> {
		if (this.turns.now() - this.stretchBeganAt < STRETCH_MS) return;
		await this.turns.next();
		this.stretchBeganAt = this.turns.now();
	}
}
