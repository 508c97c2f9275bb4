import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, step } from '../real/bootstrap.cjs';

const root = join(__dirname, '../..');

/** Builds the nodes and packs them as npm would publish them. @returns the tarball's path */
export async function packNodes(folder: string): Promise<string> {
	await step('Building the nodes', () => npm(['run', 'build'], { cwd: root }));
	await npm(['pack', '--pack-destination', folder], { cwd: root });
	const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
	if (tarball === undefined) throw new Error(`npm packed nothing into ${folder}`);
	return join(folder, tarball);
}
