import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asRoot } from './debianPackages';
import { runCommand } from './runCommand';

/** The machine's own PostgreSQL, used through a role that owns nothing but our databases. */
export class Postgres {
	readonly host = '127.0.0.1';

	private constructor(
		readonly port: number,
		readonly user: string,
		readonly password: string,
	) {}

	/**
	 * Starts the server when it is down, and makes the role when it is missing.
	 *
	 * @param folder keeps the role's password; another folder has another role, so that two caches
	 * on one machine stay out of each other's way
	 */
	static async open(folder: string): Promise<Postgres> {
		const port = await startCluster();
		const user = `odoo_approvals_${createHash('sha256').update(folder).digest('hex').slice(0, 6)}`;
		const password = await readOrMakePassword(join(folder, 'postgres-password'));
		const postgres = new Postgres(port, user, password);
		if (!(await postgres.accepts())) await postgres.makeRole();
		return postgres;
	}

	/** Runs SQL and returns the rows as text, columns parted by `|`. */
	async query(sql: string, database = 'postgres'): Promise<string[]> {
		const quiet = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1'];
		const output = await this.run('psql', [...quiet, '-d', database, '-c', sql]);
		return output.split('\n').filter((line) => line !== '');
	}

	/** Whether the role owns a database of that name. */
	async hasDatabase(name: string): Promise<boolean> {
		const isOurs = `datname = '${name}' AND pg_get_userbyid(datdba) = current_user`;
		const rows = await this.query(`SELECT 1 FROM pg_database WHERE ${isOurs}`);
		return rows.length > 0;
	}

	async createDatabase(name: string, template: string): Promise<void> {
		await this.run('createdb', ['-T', template, name]);
	}

	async dropDatabase(name: string): Promise<void> {
		await this.run('dropdb', ['--if-exists', '--force', name]);
	}

	private async run(command: string, args: readonly string[]): Promise<string> {
		const env = {
			PGHOST: this.host,
			PGPORT: String(this.port),
			PGUSER: this.user,
			PGPASSWORD: this.password,
		};
		return await runCommand(command, args, { env, cwd: '/' });
	}

	private async accepts(): Promise<boolean> {
		return await this.query('SELECT 1').then(
			() => true,
			() => false,
		);
	}

	/** Databases made for tests need not survive a power cut, so commits do not wait for the disk. */
	private async makeRole(): Promise<void> {
		const sql = [
			`DO $$ BEGIN CREATE ROLE ${this.user}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
			`ALTER ROLE ${this.user} LOGIN CREATEDB PASSWORD '${this.password}'`,
			`ALTER ROLE ${this.user} SET synchronous_commit = off`,
		];
		const asPostgres = ['-u', 'postgres', '--', 'psql', '-X', '-q', '-p', String(this.port)];
		await asRoot('runuser', [...asPostgres, '-v', 'ON_ERROR_STOP=1', '-c', sql.join(';')]);
	}
}

/** The first cluster of the machine, running. */
async function startCluster(): Promise<number> {
	const [version, name, port, status] = await firstCluster();
	if (version === undefined || name === undefined)
		throw new Error('PostgreSQL is installed but has no cluster: run pg_createcluster first');
	if (status !== 'online') {
		await asRoot('pg_ctlcluster', [version, name, 'start']);
		while ((await firstCluster())[3] !== 'online') await sleep(100);
	}
	return Number(port);
}

async function firstCluster(): Promise<string[]> {
	const listed = await runCommand('pg_lsclusters', ['-h']);
	return listed.split('\n')[0]?.split(/\s+/) ?? [];
}

async function readOrMakePassword(file: string): Promise<string> {
	const kept = await readFile(file, 'utf8').catch(() => '');
	if (kept !== '') return kept;
	const password = randomBytes(18).toString('hex');
	await writeFile(file, password, { mode: 0o600 });
	return password;
}
