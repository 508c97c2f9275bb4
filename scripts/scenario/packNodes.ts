import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { npm, step } from '../real/bootstrap.cjs';
import { withLock } from '../real/withLock';

const root = join(__dirname, '../..');
const cache = join(root, 'node_modules/.cache/packed-nodes');

/** Whatever is built, packed, or says how. */
const inputs = [
	...['nodes', 'credentials', 'src', 'schema', 'workflows'],
	...['package.json', 'package-lock.json', 'tsconfig.json', 'gulpfile.js'],
	...['README.md', 'CHANGELOG.md', 'LICENSE'],
];

/**
 * Builds the nodes and packs them as npm would publish them; one that was packed of the same files
 * is taken again.
 *
 * @returns the tarball's path
 */
export async function packNodes(): Promise<string> {
	const folder = join(cache, await hashInputs());
	await mkdir(cache, { recursive: true });
	return await withLock(join(cache, 'pack.lock'), async () => {
		const packed = await findTarball(folder);
		return packed ?? (await pack(folder));
	});
}

/** Packs beside the final place first, so that a folder that is there holds a whole tarball. */
async function pack(folder: string): Promise<string> {
	for (const name of await readdir(cache))
		if (!name.endsWith('.lock')) await rm(join(cache, name), { recursive: true });
	const unfinished = `${folder}.unfinished`;
	await mkdir(unfinished);
	await step('Building the nodes', () => npm(['run', 'build'], { cwd: root }));
	await npm(['pack', '--pack-destination', unfinished], { cwd: root });
	await rename(unfinished, folder);
	const tarball = await findTarball(folder);
	if (tarball === undefined) throw new Error(`npm packed nothing into ${folder}`);
	return tarball;
}

async function findTarball(folder: string): Promise<string | undefined> {
	const names = await readdir(folder).catch(() => []);
	const name = names.find((one) => one.endsWith('.tgz'));
	return name === undefined ? undefined : join(folder, name);
}

async function hashInputs(): Promise<string> {
	const hash = createHash('sha256');
	for (const input of inputs)
		for (const file of await filesBelow(join(root, input)))
			hash.update(`${relative(root, file)}\0`).update(await readFile(file));
	return hash.digest('hex').slice(0, 16);
}

/** The file itself, or all files in the folder and those below it, in a fixed order. */
async function filesBelow(path: string): Promise<string[]> {
	const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
	if (entries === null) return [path];
	return entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name))
		.sort();
}
