#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { run } from './run';

/** Built, this file lies one folder deeper than its source does. */
function packageFolder(): string {
	let folder = __dirname;
	while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
	return folder;
}

async function writeUnlessThere(path: string, text: string, { over }: { over: boolean }) {
	await mkdir(dirname(path), { recursive: true });
	try {
		await writeFile(path, text, { flag: over ? 'w' : 'wx' });
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

// Whoever reads the output, such as `head`, may have seen enough.
process.stdout.on('error', () => undefined);

run(process.argv.slice(2), {
	readFile: async (name) =>
		name === '-' ? await text(process.stdin) : await readFile(name, 'utf8'),
	readOwnFile: async (path) => await readFile(join(packageFolder(), path), 'utf8'),
	listOwnFiles: async (folder) => await readdir(join(packageFolder(), folder)),
	writeFile: writeUnlessThere,
	print: (line) => process.stdout.write(line),
	complain: (line) => process.stderr.write(line),
}).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 1;
	},
);
