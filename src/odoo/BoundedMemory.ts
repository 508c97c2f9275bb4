export interface BoundedMemorySettings {
	/** Entries kept; the one asked for longest ago goes first. */
	size: number;
	/** Milliseconds after which an entry is made again; never, when left out. */
	lifetimeMs?: number;
}

interface Entry<T> {
	value: T;
	madeAt: number;
}

/** A cache that cannot grow without end. Times are milliseconds and come from the caller. */
export class BoundedMemory<T> {
	private readonly entries = new Map<string, Entry<T>>();

	constructor(private readonly settings: BoundedMemorySettings) {}

	/** The remembered value, or a new one from `make`. */
	recall(key: string, now: number, make: () => T): T {
		const known = this.entries.get(key);
		const entry = known && !this.isStale(known, now) ? known : { value: make(), madeAt: now };
		// Deleting first moves the key to the end, which keeps the order that of use.
		this.entries.delete(key);
		this.entries.set(key, entry);
		this.trim();
		return entry.value;
	}

	forget(key: string): void {
		this.entries.delete(key);
	}

	private isStale({ madeAt }: Entry<T>, now: number): boolean {
		const { lifetimeMs } = this.settings;
		return lifetimeMs !== undefined && now - madeAt >= lifetimeMs;
	}

	private trim(): void {
		const [oldest] = this.entries.keys();
		if (this.entries.size > this.settings.size && oldest !== undefined) this.forget(oldest);
	}
}
