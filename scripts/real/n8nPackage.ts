import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bringNode24, cacheFolder, npm, step, type Node24 } from './bootstrap.cjs';
import { installDebianPackages } from './debianPackages';
import { withLock } from './withLock';

const version = '2.40.7';

/** n8n as npm brings it, with the Node that runs it. */
export interface N8nPackage {
	node: Node24;
	/** The program that `n8n` is. */
	program: string;
}

/** Brings the n8n that we test with. Does nothing but look when it is there. */
export async function bringN8n(): Promise<N8nPackage> {
	const node = await bringNode24();
	const folder = join(cacheFolder(), `n8n-${version}`);
	const program = join(folder, 'node_modules/n8n/bin/n8n');
	await withLock(`${folder}.lock`, async () => {
		const present = await readFile(program, 'utf8').catch(() => undefined);
		if (present === undefined) await install(folder, node);
	});
	return { node, program };
}

/** Installs beside the final place first, so that a folder that is there is a whole one. */
async function install(folder: string, node: Node24): Promise<void> {
	const unfinished = `${folder}.unfinished`;
	await rm(unfinished, { recursive: true, force: true });
	await mkdir(unfinished, { recursive: true });
	await writeFile(join(unfinished, 'package.json'), JSON.stringify(manifest, undefined, '\t'));

	const options = { cwd: unfinished, env: { ...process.env, ...node.env } };
	const place = ['--prefix', unfinished];
	await step(`Downloading n8n ${version} (2.8 GB on disk, a few minutes)`, () =>
		npm(['install', ...place, '--ignore-scripts'], options),
	);
	if (process.platform === 'linux') await installDebianPackages('a compiler', ['g++', 'make']);
	await step("Building n8n's database driver (a minute)", () =>
		npm(['rebuild', ...place, '--ignore-scripts=false', 'sqlite3'], options),
	);
	await rename(unfinished, folder);
}

/**
 * Without the override npm picks a linkedom that asks for a package nobody published. Scripts stay
 * off but for the database driver: an add-on for Kafka would try to compile, and nothing loads it.
 */
const manifest = {
	private: true,
	dependencies: { n8n: version },
	overrides: { linkedom: '0.18.12' },
};
