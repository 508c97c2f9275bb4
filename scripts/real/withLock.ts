import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Lets one process at a time do a piece of work, such as filling the cache.
 *
 * The lock is a file holding the owner's process id; one whose owner is gone is taken over.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
	await mkdir(dirname(file), { recursive: true });
	while (!(await isTaken(file))) await sleep(250);
	try {
		return await work();
	} finally {
		await rm(file, { force: true });
	}
}

async function isTaken(file: string): Promise<boolean> {
	try {
		const handle = await open(file, 'wx');
		await handle.writeFile(String(process.pid));
		await handle.close();
		return true;
	} catch {
		const owner = Number(await readFile(file, 'utf8').catch(() => ''));
		if (owner > 0 && !isAlive(owner)) await rm(file, { force: true });
		return false;
	}
}

function isAlive(processId: number): boolean {
	try {
		process.kill(processId, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
