import { spawn } from 'node:child_process';

export interface CommandOptions {
	cwd?: string;
	env?: Record<string, string | undefined>;
	/** Whom to run as; only root may ask for someone else. */
	owner?: { uid: number; gid: number } | undefined;
}

/** A command ended with another status than 0. */
export class CommandError extends Error {
	override readonly name = 'CommandError';
}

/**
 * Runs a command to its end and returns what it wrote to standard output.
 *
 * Standard error is kept back and only shown, by its last lines, when the command fails.
 */
export async function runCommand(
	command: string,
	args: readonly string[],
	{ cwd, env, owner }: CommandOptions = {},
): Promise<string> {
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, ...env },
			...(cwd === undefined ? {} : { cwd }),
			...owner,
		});
		let output = '';
		let complaints = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
		child.on('error', reject);
		child.on('close', (status) => {
			if (status === 0) resolve(output);
			else reject(new CommandError(failure([command, ...args], status, complaints || output)));
		});
	});
}

function failure(words: readonly string[], status: number | null, text: string): string {
	const lastLines = text.trimEnd().split('\n').slice(-15).join('\n');
	return `${words.join(' ')} ended with status ${String(status)}\n${lastLines}`;
}
