import { readdir, readFile, readlink } from 'node:fs/promises';

/** Resident memory, in bytes, of all processes that work in a folder. Linux only. */
export async function memoryOfProcessesIn(folder: string): Promise<number> {
	const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
	const sizes = await Promise.all(ids.map(async (id) => await sizeIfIn(folder, id)));
	const total = sizes.reduce((sum, size) => sum + size, 0);
	if (total === 0) throw new RangeError(`No process works in ${folder}`);
	return total;
}

/** A process may end at any moment, or belong to somebody else; then it does not count. */
async function sizeIfIn(folder: string, id: string): Promise<number> {
	try {
		if ((await readlink(`/proc/${id}/cwd`)) !== folder) return 0;
		const status = await readFile(`/proc/${id}/status`, 'utf8');
		return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
	} catch {
		return 0;
	}
}
