import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { freePort } from './freePort';
import { HttpProxy } from './HttpProxy';
import type { N8nOptions, RealN8n } from './n8n';
import {
	freePorts,
	localUrl,
	makeCluster,
	type N8nCluster,
	startCluster,
	stopCluster,
} from './n8nCluster';
import { createN8nDatabase } from './n8nDatabase';
import { bringN8n } from './n8nPackage';
import { installNodes } from './installNodes';
import { nodesFolder } from './n8nSettings';
import { startRedis } from './redis';

/**
 * A running n8n of several processes, as a company with much to do has it: main serves the editor and
 * no webhooks, webhook processors put executions into the queue, workers take them out.
 */
export interface QueueN8n extends RealN8n, N8nCluster {
	/** Stands before the webhook processors; its targets are in their order. */
	proxy: HttpProxy;
	/** Ends everything, and removes the database. */
	drop(): Promise<void>;
}

export interface QueueN8nOptions extends N8nOptions {
	/** How many; 2 by default. */
	webhookProcessors?: number;
	/** How many; 2 by default. */
	workers?: number;
}

/** Starts a real n8n in queue mode with Redis and PostgreSQL; the first time, all is downloaded. */
export async function startQueueN8n(options: QueueN8nOptions): Promise<QueueN8n> {
	const { userFolder, packages = [] } = options;
	const n8n = await bringN8n();
	await mkdir(nodesFolder(userFolder), { recursive: true });
	for (const tarball of packages) await installNodes(userFolder, tarball, n8n.node.env);

	const webhookPorts = await freePorts(options.webhookProcessors ?? 2);
	const surroundings = await startSurroundings(webhookPorts);
	const { proxy } = surroundings;
	try {
		const mainPort = await freePort(options.port);
		const cluster = await makeCluster({
			n8n,
			userFolder,
			mainPort,
			webhookPorts,
			workers: options.workers ?? 2,
			webhookUrl: proxy.url,
			env: { ...n8n.node.env, ...surroundings.env, ...options.env },
		});
		await startCluster(cluster, { hasTables: false }).catch(async (error: unknown) => {
			await stopCluster(cluster, { kill: true });
			throw error;
		});
		return {
			...cluster,
			url: localUrl(mainPort),
			webhookUrl: proxy.url,
			proxy,
			userFolder,
			logFile: cluster.main.logFile,
			stop: async (how) => {
				await stopCluster(cluster, how);
			},
			restart: async () => {
				await stopCluster(cluster);
				await startCluster(cluster, { hasTables: true });
			},
			installPackage: async (tarballPath) => {
				await installNodes(userFolder, tarballPath, n8n.node.env);
			},
			drop: async () => {
				await stopCluster(cluster);
				await surroundings.end();
			},
		};
	} catch (error) {
		await surroundings.end();
		throw error;
	}
}

/** What the processes share, and what stays when they end. */
interface Surroundings {
	proxy: HttpProxy;
	env: Record<string, string>;
	end(): Promise<void>;
}

async function startSurroundings(webhookPorts: readonly number[]): Promise<Surroundings> {
	const database = await createN8nDatabase();
	const redis = await startRedis();
	const proxy = await HttpProxy.start(webhookPorts.map(localUrl));
	return {
		proxy,
		env: {
			...database.env,
			EXECUTIONS_MODE: 'queue',
			QUEUE_BULL_REDIS_HOST: redis.host,
			QUEUE_BULL_REDIS_PORT: String(redis.port),
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
			N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		},
		end: async () => {
			await proxy.stop();
			await redis.stop();
			await database.drop();
		},
	};
}
