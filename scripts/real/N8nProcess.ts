import { basename } from 'node:path';
import { step } from './bootstrap.cjs';
import { logFile } from './cacheFolder';
import type { N8nPackage } from './n8nPackage';
import { ServerProcess } from './ServerProcess';

export interface N8nProcessOptions {
	/** What this process does for n8n, which is also the command that starts it. */
	command: 'start' | 'webhook' | 'worker';
	/** For people and for the name of its log. */
	name: string;
	/** A process that finds its folder in use takes that for a crash and waits; so each has its own. */
	userFolder: string;
	env: Record<string, string | undefined>;
	/** Given once the process does its work. */
	isReady: () => Promise<boolean>;
}

/** One process of n8n, which can be ended and started again any number of times. */
export class N8nProcess {
	readonly name: string;
	readonly logFile: string;
	private server: ServerProcess | undefined;

	constructor(
		private readonly n8n: N8nPackage,
		private readonly options: N8nProcessOptions,
	) {
		this.name = options.name;
		this.logFile = logFile(`n8n-${basename(options.userFolder)}`);
	}

	/**
	 * Starts the process unless it runs.
	 * @param env for this run only
	 */
	async start(env: Record<string, string> = {}): Promise<void> {
		if (this.server !== undefined) return;
		const { node, program } = this.n8n;
		const { command, name, userFolder, isReady } = this.options;
		this.server = await step(`Starting ${name}`, () =>
			ServerProcess.start(node.binary, [program, command], {
				cwd: userFolder,
				env: { ...this.options.env, ...env },
				logFile: this.logFile,
				isReady,
				startTimeoutMs: 120_000,
			}),
		);
	}

	/** Ends the process; `kill` gives it no chance to tidy up, as a power cut would. */
	async stop(how?: { kill?: boolean }): Promise<void> {
		await this.server?.stop(how);
		this.server = undefined;
	}
}
