import { spawn } from 'node:child_process';

/** Runs a program to its end, as a shell would. */
export async function runProgram(
	command: string,
	args: readonly string[],
	{ cwd, input = '', env }: { cwd: string; input?: string; env?: NodeJS.ProcessEnv },
): Promise<{ code: number | null; stdout: string; stderr: string }> {
	const child = spawn(command, args, { cwd, ...(env && { env }) });
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', (more: string) => (stdout += more));
	child.stderr.setEncoding('utf8').on('data', (more: string) => (stderr += more));
	child.stdin.end(input);
	const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
	return { code, stdout, stderr };
}
