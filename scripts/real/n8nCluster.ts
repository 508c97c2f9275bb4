import { mkdir, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { freePort } from './freePort';
import type { N8nPackage } from './n8nPackage';
import { N8nProcess, type N8nProcessOptions } from './N8nProcess';
import { isEditorReady, isHealthy, n8nSettings, nodesFolder } from './n8nSettings';

/** The processes of one n8n in queue mode. */
export interface N8nCluster {
	main: N8nProcess;
	webhookProcessors: N8nProcess[];
	workers: N8nProcess[];
}

export interface ClusterPlan {
	n8n: N8nPackage;
	/** Holds a folder for each process, and the nodes that all of them load. */
	userFolder: string;
	mainPort: number;
	/** One for each webhook processor. */
	webhookPorts: readonly number[];
	/** How many. */
	workers: number;
	/** Where webhooks come from: the proxy before the webhook processors. */
	webhookUrl: string;
	/** The same for all: keys, database and queue. */
	env: Record<string, string | undefined>;
}

/** Makes the processes without starting them. */
export async function makeCluster(plan: ClusterPlan): Promise<N8nCluster> {
	const workerPorts = await freePorts(plan.workers);
	return {
		main: await makeProcess(plan, 'start', 'main', plan.mainPort),
		webhookProcessors: await Promise.all(
			plan.webhookPorts.map(
				async (port, index) =>
					await makeProcess(plan, 'webhook', `webhook-${String(index + 1)}`, port),
			),
		),
		workers: await Promise.all(
			workerPorts.map(
				async (port, index) =>
					await makeProcess(plan, 'worker', `worker-${String(index + 1)}`, port),
			),
		),
	};
}

/** Main makes the tables, so it comes before the others where there are none. */
export async function startCluster(
	{ main, webhookProcessors, workers }: N8nCluster,
	{ hasTables }: { hasTables: boolean },
): Promise<void> {
	if (!hasTables) await main.start();
	const all = [main, ...webhookProcessors, ...workers];
	await Promise.all(all.map(async (one) => await one.start()));
}

export async function stopCluster(
	{ main, webhookProcessors, workers }: N8nCluster,
	how?: { kill?: boolean },
): Promise<void> {
	const all = [...webhookProcessors, ...workers, main];
	await Promise.all(all.map(async (one) => await one.stop(how)));
}

export async function freePorts(count: number): Promise<number[]> {
	return await Promise.all(Array.from({ length: count }, async () => await freePort()));
}

export function localUrl(port: number): string {
	return `http://127.0.0.1:${String(port)}`;
}

async function makeProcess(
	plan: ClusterPlan,
	command: N8nProcessOptions['command'],
	name: string,
	port: number,
): Promise<N8nProcess> {
	const userFolder = join(plan.userFolder, `${basename(plan.userFolder)}-${name}`);
	await mkdir(join(userFolder, '.n8n'), { recursive: true });
	await symlink(nodesFolder(plan.userFolder), nodesFolder(userFolder));
	const url = localUrl(port);
	const place = {
		userFolder,
		port,
		editorUrl: localUrl(plan.mainPort),
		webhookUrl: plan.webhookUrl,
	};
	return new N8nProcess(plan.n8n, {
		command,
		name: `n8n's ${name} on ${url}`,
		userFolder,
		env: {
			...(await n8nSettings(place)),
			// A worker listens for nothing but questions about its health, and has names of its own.
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			...plan.env,
		},
		isReady: async () => await (command === 'start' ? isEditorReady(url) : isHealthy(url)),
	});
}
