/** Lets a number of tasks run at once and has the others wait their turn, first come first served. */
export class Limiter {
	private running = 0;
	private readonly waiting: Array<() => void> = [];

	constructor(private readonly atOnce: number) {}

	async run<T>(task: () => Promise<T>): Promise<T> {
		if (this.running >= this.atOnce) {
			// The one that ends hands its place over, so `running` stays as it is.
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		} else {
			this.running += 1;
		}
		try {
			return await task();
		} finally {
			const next = this.waiting.shift();
			if (next) next();
			else this.running -= 1;
		}
	}
}
