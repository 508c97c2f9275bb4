import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedCacheFolder } from './cacheFolder';
import { asRoot, downloadDebianPackages, installDebianPackages } from './debianPackages';
import { step } from './bootstrap.cjs';
import { runCommand } from './runCommand';
import { withLock } from './withLock';

/** Debian's own package of Odoo, unpacked and never installed. */
export interface OdooPackage {
	/** All that belongs to this version of Odoo. */
	folder: string;
	/** What Odoo itself writes: attachments, sessions, settings and logs. */
	dataFolder: string;
	/** `python3` and the arguments before Odoo's own. */
	command: string;
	commandArgs: string[];
	env: Record<string, string>;
	/** The system user that Odoo runs as; undefined when we are an ordinary user ourselves. */
	owner: { uid: number; gid: number } | undefined;
}

const odooUser = 'odoo';

/** Odoo itself is in Debian's rolling suite only. */
const rollingSuite = 'sid';
const rollingPackages = ['odoo-19', 'fonts-montserrat'];

/** Odoo's web client follows links to these inside its own tree; later suites moved the files. */
const webClientSuite = 'bookworm';
const webClientPackages = [
	'libjs-jquery',
	'libjs-underscore',
	'libjs-jquery-form',
	'fonts-font-awesome',
	'fonts-roboto-unhinted',
	'fonts-inconsolata',
	'fonts-ocr-b',
];

/** Both names of a library that Debian renamed are listed; the release has one of them. */
const pythonPackages = `asn1crypto babel cbor2 chardet cryptography dateutil decorator docutils
	freezegun geoip2 gevent greenlet idna jinja2 ldap libsass lxml lxml-html-clean magic markupsafe
	num2words ofxparse openpyxl openssl passlib pil polib psutil psycopg2 pypdf pypdf2 qrcode renderpm
	reportlab requests rjsmin serial setproctitle stdnum tz urllib3 usb vobject werkzeug xlrd
	xlsxwriter xlwt zeep`
	.split(/\s+/)
	.map((name) => `python3-${name}`);

/** Where everything of Odoo is kept, and the password of our role in PostgreSQL. */
export function odooFolder(): string {
	return join(sharedCacheFolder(), 'odoo-19');
}

/** Brings Odoo 19 and what it runs on. Does nothing but look when all of it is there. */
export async function bringOdoo(): Promise<OdooPackage> {
	const folder = odooFolder();
	return await withLock(join(folder, 'bring.lock'), async () => {
		await installDebianPackages("Odoo's libraries", ['postgresql', ...pythonPackages]);
		const tree = join(folder, 'tree');
		if (!(await exists(tree))) await unpack(folder, tree);

		const libraries = join(tree, 'usr/lib/python3/dist-packages');
		const addons = [join(libraries, 'odoo/addons'), join(libraries, 'addons')];
		const owner = await findOwner();
		const dataFolder = await makeDataFolder(folder, owner);
		return {
			folder,
			dataFolder,
			command: '/usr/bin/python3',
			commandArgs: [join(tree, 'usr/bin/odoo'), `--addons-path=${addons.join(',')}`],
			env: {
				HOME: dataFolder,
				PYTHONPATH: libraries,
				// The tree belongs to us and not to Odoo's user; compiled modules make starts faster.
				PYTHONPYCACHEPREFIX: join(dataFolder, 'pycache'),
				PYTHONDONTWRITEBYTECODE: '',
			},
			owner,
		};
	});
}

/** Unpacks beside the final place first, so that a tree that is there is a whole one. */
async function unpack(folder: string, tree: string): Promise<void> {
	const archives = join(folder, 'debs');
	await step('Downloading Odoo 19 (125 MB)', async () => {
		await downloadDebianPackages(archives, rollingSuite, rollingPackages);
		await downloadDebianPackages(archives, webClientSuite, webClientPackages);
	});
	await step('Unpacking Odoo 19 (1.1 GB)', async () => {
		const unfinished = `${tree}.unfinished`;
		await rm(unfinished, { recursive: true, force: true });
		for (const name of await readdir(archives))
			if (name.endsWith('.deb')) await runCommand('dpkg', ['-x', join(archives, name), unfinished]);
		await rename(unfinished, tree);
		await rm(archives, { recursive: true });
	});
}

/** Odoo advises against running it as root, so root lends it a system user. */
async function findOwner(): Promise<OdooPackage['owner']> {
	if (process.getuid?.() !== 0) return undefined;
	if (!(await userExists()))
		await asRoot('useradd', ['--system', '--user-group', '--no-create-home', odooUser]);
	const [uid, gid] = await Promise.all([idOf('-u'), idOf('-g')]);
	return { uid, gid };
}

async function userExists(): Promise<boolean> {
	return await runCommand('id', [odooUser]).then(
		() => true,
		() => false,
	);
}

async function idOf(flag: '-u' | '-g'): Promise<number> {
	return Number(await runCommand('id', [flag, odooUser]));
}

async function makeDataFolder(folder: string, owner: OdooPackage['owner']): Promise<string> {
	const dataFolder = join(folder, 'data');
	await mkdir(dataFolder, { recursive: true });
	if (owner !== undefined)
		await runCommand('chown', [`${String(owner.uid)}:${String(owner.gid)}`, dataFolder]);
	return dataFolder;
}

async function exists(path: string): Promise<boolean> {
	return await access(path).then(
		() => true,
		() => false,
	);
}
