/**
 * Runs a command with all that it needs: `node scripts/run.mjs <command> [arguments…]`
 *
 * Brings Node 24 when the present one is older, and the dependencies when they are missing or do
 * not match the lock file; the rest is left to the command. Works with nothing installed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringNode24, npm, step } from './real/bootstrap.cjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
const installedHashFile = join(modules, '.lock-hash');

try {
	const node = await bringNode24();
	const env = {
		...process.env,
		...node.env,
		PATH: [dirname(node.binary), join(modules, '.bin'), process.env.PATH].join(delimiter),
	};
	await installDependencies(env);
	run(process.argv.slice(2), env);
} catch (error) {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}

async function installDependencies(env) {
	const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
	if (textOf(installedHashFile) === hash) return;
	if (!isNpmUpToDate())
		await step('Installing dependencies (about a minute)', () =>
			// Not `npm ci`: it refuses a lock file made with a registry that lacks the binaries of
			// some other platform. This takes the locked versions too, and leaves the file alone.
			npm(['install', '--no-save', '--ignore-scripts'], { cwd: root, env }),
		);
	writeFileSync(installedHashFile, hash);
}

/** Whether npm itself installed after the lock file last changed; it keeps a copy of it. */
function isNpmUpToDate() {
	const installed = statSync(join(modules, '.package-lock.json'), { throwIfNoEntry: false });
	return installed !== undefined && installed.mtimeMs >= statSync(lockFile).mtimeMs;
}

function textOf(file) {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return undefined;
	}
}

/** The command gets our terminal and our signals, and its end is ours. */
function run([command, ...args], env) {
	if (command === undefined) throw new Error('Usage: node scripts/run.mjs <command> [arguments…]');
	const child = spawn(command, args, { stdio: 'inherit', env, cwd: process.cwd() });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
		process.on(signal, () => {
			// A terminal sends Ctrl-C to the command as well, and twice means "at once" to many.
			if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
		});
	child.on('error', (error) => {
		process.stderr.write(`${command}: ${error.message}\n`);
		process.exit(127);
	});
	child.on('close', (code, signal) => {
		process.exit(code ?? 128 + constants.signals[signal]);
	});
}
