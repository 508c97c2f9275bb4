import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { installDebianPackages } from './debianPackages';
import { odooFolder } from './odooPackage';
import { Postgres } from './Postgres';

/** An empty PostgreSQL database that n8n keeps everything in. */
export interface N8nDatabase {
	/** Tells n8n how to reach it. */
	env: Record<string, string>;
	drop(): Promise<void>;
}

/** Makes a database for one n8n, owned by the role that owns Odoo's. */
export async function createN8nDatabase(): Promise<N8nDatabase> {
	await installDebianPackages('PostgreSQL', ['postgresql']);
	await mkdir(odooFolder(), { recursive: true });
	const postgres = await Postgres.open(odooFolder());
	const name = `n8n_${randomBytes(4).toString('hex')}`;
	await postgres.createDatabase(name, 'template0');
	return {
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: postgres.host,
			DB_POSTGRESDB_PORT: String(postgres.port),
			DB_POSTGRESDB_USER: postgres.user,
			DB_POSTGRESDB_PASSWORD: postgres.password,
			DB_POSTGRESDB_DATABASE: name,
		},
		drop: async () => {
			await postgres.dropDatabase(name);
		},
	};
}
