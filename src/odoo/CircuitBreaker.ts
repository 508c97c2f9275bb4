export interface CircuitBreakerSettings {
	/** Failures in a row that open the circuit. */
	threshold: number;
	/** Milliseconds for which nothing passes, then one trial. */
	pauseMs: number;
}

/**
 * Stops calling a host that does not answer, so that each item of a workflow need not wait for its
 * own timeout.
 *
 * Closed, everything passes. After `threshold` failures in a row it opens; after the pause one trial
 * passes, and its fate closes the circuit or opens it for another pause. The clock comes from the
 * caller, in milliseconds.
 */
export class CircuitBreaker {
	private failures = 0;
	private openUntil: number | undefined;

	constructor(private readonly settings: CircuitBreakerSettings) {}

	isOpen(now: number): boolean {
		return this.openUntil !== undefined && now < this.openUntil;
	}

	/** Whether a call may go out now. After the pause the first to ask is the trial. */
	admits(now: number): boolean {
		if (this.isOpen(now)) return false;
		// A trial that never reports back must not keep the circuit open for good.
		if (this.openUntil !== undefined) this.openUntil = now + this.settings.pauseMs;
		return true;
	}

	succeed(): void {
		this.failures = 0;
		this.openUntil = undefined;
	}

	fail(now: number): void {
		this.failures += 1;
		if (this.failures >= this.settings.threshold) this.openUntil = now + this.settings.pauseMs;
	}
}
