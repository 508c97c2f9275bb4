import { clockSettings } from './clockSettings';
import { randomBytes } from 'node:crypto';
import { step } from './bootstrap.cjs';
import { logFile } from './cacheFolder';
import { freePort } from './freePort';
import { createOdooDatabase, dropOdooDatabase, writeOdooSettings } from './odooDatabase';
import { bringOdoo } from './odooPackage';
import { Postgres } from './Postgres';
import { ServerProcess } from './ServerProcess';

export { createApiKey } from './odooApiKey';

/** A running Odoo 19 Community with demo data and one database. */
export interface RealOdoo {
	url: string;
	database: string;
	adminLogin: string;
	adminPassword: string;
	logFile: string;
	/** Ends the server; the database stays and can be started again by its name. */
	stop(): Promise<void>;
	/** Ends the server and removes the database. */
	drop(): Promise<void>;
}

export interface OdooOptions {
	/** Continued when it exists, else made; by default a new one with a name of its own. */
	database?: string;
	/** By default any free one. */
	port?: number;
	/** Processes that answer requests; 2 by default. */
	workers?: number;
	/** How far Odoo's own clock is ahead; PostgreSQL's is right in any case. */
	clockAheadMinutes?: number;
}

/** Starts a real Odoo 19 on this machine; the first time, it is downloaded and set up. */
export async function startOdoo(options: OdooOptions = {}): Promise<RealOdoo> {
	const database = options.database ?? `approvals_${randomBytes(4).toString('hex')}`;
	if (!/^[a-z][a-z0-9_]*$/.test(database))
		throw new Error(`A database name is lower case letters, digits and _: ${database}`);
	const port = await freePort(options.port);
	const url = `http://127.0.0.1:${String(port)}`;

	const odoo = await bringOdoo();
	const postgres = await Postgres.open(odoo.folder);
	if (!(await postgres.hasDatabase(database))) await createOdooDatabase(odoo, postgres, database);
	await setAddress(postgres, database, url);

	const log = logFile(`odoo-${database}`);
	const settings = await writeOdooSettings(odoo, postgres, database);
	const args = [`--config=${settings}`, ...(await serverArguments(port, options.workers))];
	const env = { ...odoo.env, ...(await clockSettings(options.clockAheadMinutes)) };
	const server = await step(`Starting Odoo on ${url}`, () =>
		ServerProcess.start(odoo.command, [...odoo.commandArgs, ...args], {
			cwd: '/',
			env,
			owner: odoo.owner,
			logFile: log,
			isReady: async () => await isReady(url),
			startTimeoutMs: 120_000,
		}),
	);

	return {
		url,
		database,
		adminLogin: 'admin',
		adminPassword: 'admin',
		logFile: log,
		stop: async () => {
			await server.stop();
		},
		drop: async () => {
			await server.stop();
			await dropOdooDatabase(odoo, postgres, database);
		},
	};
}

/** Links in Odoo's messages lead to this server, and not to the one of an earlier start. */
async function setAddress(postgres: Postgres, database: string, url: string): Promise<void> {
	const sql = `UPDATE ir_config_parameter SET value = '${url}' WHERE key = 'web.base.url'`;
	await postgres.query(sql, database);
}

/** The login page needs the database, its modules and its web client. */
async function isReady(url: string): Promise<boolean> {
	const page = await fetch(`${url}/web/login`, { signal: AbortSignal.timeout(30_000) });
	return page.ok;
}

/** One thread for scheduled actions: enough to run them all, and in a known order. */
async function serverArguments(port: number, workers = 2): Promise<string[]> {
	return [
		'--http-interface=127.0.0.1',
		`--http-port=${String(port)}`,
		`--gevent-port=${String(await freePort())}`,
		`--workers=${String(workers)}`,
		'--max-cron-threads=1',
	];
}
