import { createHash } from 'node:crypto';
import { chown, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OdooPackage } from './odooPackage';
import type { Postgres } from './Postgres';
import { step } from './bootstrap.cjs';
import { runCommand } from './runCommand';
import { withLock } from './withLock';

const modules = [
	'sale_management',
	'purchase',
	'stock',
	'base_automation',
	'sale_stock',
	'purchase_stock',
	'sale_margin',
];

/**
 * Makes a database with Odoo's sales, purchase and stock modules and their demo data.
 *
 * The modules are installed once, into a template; every later database is a copy of it.
 */
export async function createOdooDatabase(
	odoo: OdooPackage,
	postgres: Postgres,
	database: string,
): Promise<void> {
	const template = templateName(postgres);
	await withLock(join(odoo.folder, 'template.lock'), async () => {
		if (!(await postgres.hasDatabase(template))) await makeTemplate(odoo, postgres, template);
	});
	await postgres.createDatabase(database, template);
	await copyAttachments(odoo, template, database);
}

/** Removes a database and the attachments that Odoo kept beside it. */
export async function dropOdooDatabase(
	odoo: OdooPackage,
	postgres: Postgres,
	database: string,
): Promise<void> {
	await postgres.dropDatabase(database);
	await rm(attachmentFolder(odoo, database), { recursive: true, force: true });
	await rm(settingsFile(odoo, database), { force: true });
}

/** Writes what Odoo must know to reach the database; a file, since all may read arguments. */
export async function writeOdooSettings(
	odoo: OdooPackage,
	postgres: Postgres,
	database: string,
): Promise<string> {
	const settings = {
		db_host: postgres.host,
		db_port: postgres.port,
		db_user: postgres.user,
		db_password: postgres.password,
		db_name: database,
		list_db: false,
		data_dir: odoo.dataFolder,
	};
	const lines = Object.entries(settings).map(([name, value]) => `${name} = ${String(value)}`);
	const file = settingsFile(odoo, database);
	await writeFile(file, `[options]\n${lines.join('\n')}\n`, { mode: 0o600 });
	if (odoo.owner !== undefined) await chown(file, odoo.owner.uid, odoo.owner.gid);
	return file;
}

/** Named after what is in it, so that another list of modules means another template. */
function templateName(postgres: Postgres): string {
	const content = createHash('sha256').update(modules.join(',')).digest('hex').slice(0, 8);
	return `${postgres.user}_template_${content}`;
}

/** Installs under another name first, so that a template that is there is a whole one. */
async function makeTemplate(
	odoo: OdooPackage,
	postgres: Postgres,
	template: string,
): Promise<void> {
	const unfinished = `${template}_unfinished`;
	await step("Installing Odoo's modules and demo data (about a minute)", async () => {
		await dropOdooDatabase(odoo, postgres, unfinished);
		const settings = await writeOdooSettings(odoo, postgres, unfinished);
		const install = ['-i', modules.join(','), '--with-demo', '--stop-after-init', '--no-http'];
		const args = [...odoo.commandArgs, `--config=${settings}`, ...install];
		await runCommand(odoo.command, args, { env: odoo.env, owner: odoo.owner, cwd: '/' });
		await copyAttachments(odoo, unfinished, template);
		await postgres.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
		await postgres.query(`ALTER DATABASE ${template} WITH IS_TEMPLATE true`);
		await dropOdooDatabase(odoo, postgres, unfinished);
	});
}

/** Links instead of copies: Odoo names attachments by their content and never changes one. */
async function copyAttachments(odoo: OdooPackage, from: string, to: string): Promise<void> {
	const options = { owner: odoo.owner, cwd: '/' };
	const target = attachmentFolder(odoo, to);
	// A database that was lost, such as with the whole cluster, leaves its attachments behind.
	await rm(target, { recursive: true, force: true });
	await runCommand('mkdir', ['-p', target, attachmentFolder(odoo, from)], options);
	await runCommand('cp', ['-alT', attachmentFolder(odoo, from), target], options);
}

function attachmentFolder(odoo: OdooPackage, database: string): string {
	return join(odoo.dataFolder, 'filestore', database);
}

function settingsFile(odoo: OdooPackage, database: string): string {
	return join(odoo.dataFolder, `${database}.conf`);
}
