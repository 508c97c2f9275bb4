import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { npm, step } from './bootstrap.cjs';
import { logFile } from './cacheFolder';
import { freePort } from './freePort';
import { bringN8n } from './n8nPackage';
import { ServerProcess } from './ServerProcess';

/** A running n8n with a folder of its own. */
export interface RealN8n {
	url: string;
	userFolder: string;
	logFile: string;
	/** Ends the server; `kill` gives it no chance to tidy up, as a power cut would. */
	stop(options?: { kill?: boolean }): Promise<void>;
	/** Starts again with the same folder and address; also after `stop`. */
	restart(): Promise<void>;
	/** Installs a packed npm package of nodes. n8n finds it at the next start. */
	installPackage(tarballPath: string): Promise<void>;
}

export interface N8nOptions {
	/** Holds the database, the keys and the installed nodes; made when missing. */
	userFolder: string;
	/** By default any free one. */
	port?: number;
	/** Added to, and overruling, what we set ourselves. */
	env?: Record<string, string>;
}

/** Starts a real n8n on this machine; the first time, it is downloaded. */
export async function startN8n(options: N8nOptions): Promise<RealN8n> {
	const { userFolder } = options;
	const { node, program } = await bringN8n();
	await mkdir(userFolder, { recursive: true });
	const port = await freePort(options.port);
	const url = `http://127.0.0.1:${String(port)}`;
	const log = logFile(`n8n-${basename(userFolder)}`);
	const env = {
		...node.env,
		...(await settings(userFolder, port, url)),
		...options.env,
	};

	const start = async () =>
		await step(`Starting n8n on ${url}`, () =>
			ServerProcess.start(node.binary, [program, 'start'], {
				cwd: userFolder,
				env,
				logFile: log,
				isReady: async () => await isReady(url),
				startTimeoutMs: 120_000,
			}),
		);
	let server = await start();

	return {
		url,
		userFolder,
		logFile: log,
		stop: async (how) => {
			await server.stop(how);
		},
		restart: async () => {
			await server.stop();
			server = await start();
		},
		installPackage: async (tarballPath) => {
			await installInto(join(userFolder, '.n8n/nodes'), tarballPath, env);
		},
	};
}

/** While it starts, n8n answers all calls with a friendly text and status 200. */
async function isReady(url: string): Promise<boolean> {
	const options = { signal: AbortSignal.timeout(5_000) };
	const health = await fetch(`${url}/healthz/readiness`, options);
	const settings = await fetch(`${url}/rest/settings`, options);
	return health.ok && settings.headers.get('content-type')?.includes('json') === true;
}

async function settings(
	userFolder: string,
	port: number,
	url: string,
): Promise<Record<string, string | undefined>> {
	return {
		NODE_ENV: 'production',
		NODE_OPTIONS: undefined,
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		// Two servers side by side would otherwise fight for this one.
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		WEBHOOK_URL: `${url}/`,
		N8N_EDITOR_BASE_URL: url,
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
	};
}

/**
 * Installs as n8n itself would, without peer dependencies: a second copy of n8n-workflow would
 * bring error classes that n8n does not know.
 */
async function installInto(
	folder: string,
	tarballPath: string,
	env: Record<string, string | undefined>,
): Promise<void> {
	await mkdir(folder, { recursive: true });
	const place = ['--prefix', folder, '--omit=dev', '--ignore-scripts', '--legacy-peer-deps'];
	await step(`Installing ${basename(tarballPath)} into n8n`, () =>
		npm(['install', ...place, tarballPath], { cwd: folder, env: { ...process.env, ...env } }),
	);
}
