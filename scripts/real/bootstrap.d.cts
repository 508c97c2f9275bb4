/** Where downloads are kept between runs, outside the tree. Made when missing. */
export function cacheFolder(): string;

/**
 * Runs one step that may take a while and says so on standard error: a line when it is done, and
 * one every 15 seconds in between so that nobody takes a download for a standstill.
 */
export function step<T>(label: string, work: () => Promise<T>): Promise<T>;

export interface Node24 {
	/** The path of `node`. */
	binary: string;
	/** `PATH` with this Node first, and its headers for native add-ons where it brings them. */
	env: { PATH: string; npm_config_nodedir?: string };
}

/** The Node that runs us when it is recent enough, else one downloaded into the cache. */
export function bringNode24(): Promise<Node24>;

/** Runs npm to its end; its complaints are only shown when it fails. */
export function npm(
	args: readonly string[],
	options?: { cwd?: string; env?: Record<string, string | undefined> },
): Promise<void>;
