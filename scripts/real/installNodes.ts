import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cacheFolder, npm, step } from './bootstrap.cjs';
import { nodesFolder } from './n8nSettings';
import { runCommand } from './runCommand';
import { withLock } from './withLock';

/**
 * Installs a packed package of nodes as n8n itself would, without peer dependencies: a second copy
 * of n8n-workflow would bring error classes that n8n does not know.
 *
 * The package that was installed last is kept, so that the next n8n takes a copy.
 */
export async function installNodes(
	userFolder: string,
	tarballPath: string,
	env: Record<string, string | undefined>,
): Promise<void> {
	const cache = join(cacheFolder(), 'installed-nodes');
	const content = createHash('sha256')
		.update(await readFile(tarballPath))
		.digest('hex');
	const kept = join(cache, content.slice(0, 16));
	const folder = nodesFolder(userFolder);
	await mkdir(folder, { recursive: true });
	await withLock(`${cache}.lock`, async () => {
		const isKept = await access(kept).then(
			() => true,
			() => false,
		);
		if (!isKept) await install(cache, kept, tarballPath, env);
		await runCommand('cp', ['-a', `${kept}/.`, folder]);
	});
}

/** Installs beside the final place first, so that a folder that is there is a whole one. */
async function install(
	cache: string,
	kept: string,
	tarballPath: string,
	env: Record<string, string | undefined>,
): Promise<void> {
	const unfinished = `${kept}.unfinished`;
	await mkdir(cache, { recursive: true });
	for (const name of await readdir(cache)) await rm(join(cache, name), { recursive: true });
	await mkdir(unfinished);
	const place = ['--prefix', unfinished, '--omit=dev', '--ignore-scripts', '--legacy-peer-deps'];
	await step(`Installing ${basename(tarballPath)} for n8n`, () =>
		npm(['install', ...place, tarballPath], { cwd: unfinished, env: { ...process.env, ...env } }),
	);
	await rename(unfinished, kept);
}
