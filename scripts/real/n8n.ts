import { mkdir } from 'node:fs/promises';
import { clockSettings } from './clockSettings';
import { freePort } from './freePort';
import { bringN8n } from './n8nPackage';
import { N8nProcess } from './N8nProcess';
import { installNodes } from './installNodes';
import { isEditorReady, n8nSettings } from './n8nSettings';

/** A running n8n with a folder of its own. */
export interface RealN8n {
	/** Where the editor and its calls are. */
	url: string;
	/** What addresses of webhooks begin with. */
	webhookUrl: string;
	userFolder: string;
	logFile: string;
	/** Ends the server; `kill` gives it no chance to tidy up, as a power cut would. */
	stop(options?: { kill?: boolean }): Promise<void>;
	/**
	 * Starts again with the same folder and address; also after `stop`.
	 * @param aheadMinutes how far its clock is ahead, so that nobody has to wait for what is due later
	 */
	restart(options?: { aheadMinutes?: number }): Promise<void>;
	/** Installs a packed npm package of nodes. n8n finds it at the next start. */
	installPackage(tarballPath: string): Promise<void>;
}

export interface N8nOptions {
	/** Holds the database, the keys and the installed nodes; made when missing. */
	userFolder: string;
	/** By default any free one. */
	port?: number;
	/** Packed packages of nodes to install before the first start. */
	packages?: readonly string[];
	/** Added to, and overruling, what we set ourselves. */
	env?: Record<string, string>;
}

/** Starts a real n8n of one process on this machine; the first time, it is downloaded. */
export async function startN8n(options: N8nOptions): Promise<RealN8n> {
	const { userFolder, packages = [] } = options;
	const n8n = await bringN8n();
	await mkdir(userFolder, { recursive: true });
	const port = await freePort(options.port);
	const url = `http://127.0.0.1:${String(port)}`;
	const env = {
		...n8n.node.env,
		...(await n8nSettings({ userFolder, port, editorUrl: url, webhookUrl: url })),
		...options.env,
	};
	for (const tarball of packages) await installNodes(userFolder, tarball, env);

	const server = new N8nProcess(n8n, {
		command: 'start',
		name: `n8n on ${url}`,
		userFolder,
		env,
		isReady: async () => await isEditorReady(url),
	});
	await server.start();

	return {
		url,
		webhookUrl: url,
		userFolder,
		logFile: server.logFile,
		stop: async (how) => {
			await server.stop(how);
		},
		restart: async ({ aheadMinutes } = {}) => {
			await server.stop();
			await server.start(await clockSettings(aheadMinutes));
		},
		installPackage: async (tarballPath) => {
			await installNodes(userFolder, tarballPath, env);
		},
	};
}
