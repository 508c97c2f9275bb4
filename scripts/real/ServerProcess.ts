import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandOptions } from './runCommand';

export interface ServerOptions extends CommandOptions {
	/** Everything the server writes is added to it. */
	logFile: string;
	/** Given once the server can be used; a refused connection counts as "not yet". */
	isReady: () => Promise<boolean>;
	startTimeoutMs: number;
}

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A server in a process group of its own, so that it and its children end together, and a Ctrl-C
 * in the terminal reaches only us and we can end it in good order.
 */
export class ServerProcess {
	private constructor(
		private readonly child: ChildProcess,
		private readonly forget: () => void,
	) {}

	/** Starts the server and waits until it answers. */
	static async start(
		command: string,
		args: readonly string[],
		options: ServerOptions,
	): Promise<ServerProcess> {
		const log = openSync(options.logFile, 'a');
		const child = spawn(command, args, {
			detached: true,
			stdio: ['ignore', log, log],
			env: { ...process.env, ...options.env },
			...(options.cwd === undefined ? {} : { cwd: options.cwd }),
			...options.owner,
		});
		closeSync(log);
		const server = new ServerProcess(child, endWithUs(child));
		try {
			await untilReady(child, options);
		} catch (error) {
			await server.stop({ kill: true });
			throw error;
		}
		return server;
	}

	/** Asks the server to end and waits for it; `kill` gives it no chance to tidy up. */
	async stop({ kill = false }: { kill?: boolean } = {}): Promise<void> {
		this.forget();
		if (!kill) {
			signalGroup(this.child, 'SIGTERM');
			if (await hasEndedWithin(this.child, 10_000)) return;
		}
		signalGroup(this.child, 'SIGKILL');
		await hasEndedWithin(this.child, 10_000);
	}
}

/**
 * Sees to it that the server does not outlive us, whichever way we end.
 *
 * @returns a function that takes this back
 */
function endWithUs(child: ChildProcess): () => void {
	const kill = () => {
		signalGroup(child, 'SIGKILL');
	};
	const onSignal = (signal: NodeJS.Signals) => {
		// Somebody else listens too, and will end us in good order.
		if (process.listenerCount(signal) === 0) process.exit(1);
	};
	process.once('exit', kill);
	for (const signal of endingSignals) process.once(signal, onSignal);
	return () => {
		process.off('exit', kill);
		for (const signal of endingSignals) process.off(signal, onSignal);
	};
}

async function untilReady(child: ChildProcess, options: ServerOptions): Promise<void> {
	let failure: Error | undefined;
	child.once('error', (error) => (failure = error));
	const deadline = Date.now() + options.startTimeoutMs;

	while (Date.now() < deadline) {
		if (failure !== undefined) throw failure;
		if (hasEnded(child)) break;
		if (await options.isReady().catch(() => false)) return;
		await sleep(200);
	}
	const lastLines = readFileSync(options.logFile, 'utf8').trimEnd().split('\n').slice(-20);
	throw new Error(`The server did not get ready:\n${lastLines.join('\n')}`);
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

async function hasEndedWithin(child: ChildProcess, milliseconds: number): Promise<boolean> {
	const deadline = Date.now() + milliseconds;
	while (!hasEnded(child) && Date.now() < deadline) await sleep(50);
	return hasEnded(child);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch {
		// The whole group is gone already, which is what was wanted.
	}
}
