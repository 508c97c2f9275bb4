import { readFile } from 'node:fs/promises';
import type { N8nProcess } from '../../../scripts/real/N8nProcess';

/** Executions that a worker took out of the queue, by id. */
export async function executionsStartedBy(worker: N8nProcess): Promise<Set<string>> {
	return await findAll(worker, /Worker started execution (\d+)/g);
}

/** Executions that a webhook processor put into the queue, by id. */
export async function executionsEnqueuedBy(processor: N8nProcess): Promise<Set<string>> {
	return await findAll(processor, /Enqueued execution (\d+)/g);
}

async function findAll({ logFile }: N8nProcess, pattern: RegExp): Promise<Set<string>> {
	const log = await readFile(logFile, 'utf8');
	return new Set([...log.matchAll(pattern)].flatMap(([, id]) => id ?? []));
}
