import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder, step } from './bootstrap.cjs';
import { CommandError, runCommand } from './runCommand';

const sourceFolder = '/etc/apt/sources.list.d';
const waitForOthers = ['-o', 'DPkg::Lock::Timeout=300'];

/**
 * Installs those of the named packages that this release of Debian has and the machine lacks.
 *
 * Names that the release does not know are left out, since some libraries are called
 * differently from one release to the next. Which they are is only known after apt's update, as a
 * new machine has no lists; so what was found then is noted for the next time.
 */
export async function installDebianPackages(
	label: string,
	names: readonly string[],
): Promise<void> {
	const note = join(cacheFolder(), 'apt', createHash('sha256').update(names.join()).digest('hex'));
	const noted = await readFile(note, 'utf8').catch(() => null);
	const needed = noted === null ? names : noted.split('\n');
	if ((await findMissing(needed)).length === 0) return;

	await step(`Installing ${label} with apt`, async () => {
		await asRoot('apt-get', ['update', '-qq', ...waitForOthers]);
		const known = await findKnown(names);
		const missing = await findMissing(known);
		const quietly = ['-y', '-qq', '--no-install-recommends', ...waitForOthers];
		if (missing.length > 0) await asRoot('apt-get', ['install', ...quietly, ...missing]);
		await mkdir(dirname(note), { recursive: true });
		await writeFile(note, known.join('\n'));
	});
}

async function findKnown(names: readonly string[]): Promise<string[]> {
	const known = new Set((await runCommand('apt-cache', ['pkgnames'])).split('\n'));
	return names.filter((name) => known.has(name));
}

/**
 * Downloads packages of another suite than the machine's own into a folder, without installing
 * them. What the machine itself would install is not touched by it.
 */
export async function downloadDebianPackages(
	folder: string,
	suite: string,
	names: readonly string[],
): Promise<void> {
	await mkdir(folder, { recursive: true });
	const options = await otherSuite(join(folder, `apt-${suite}`), suite);
	await runCommand('apt-get', [...options, 'update', '-qq']);
	await runCommand('apt-get', [...options, 'download', ...names], { cwd: folder });
}

async function findMissing(names: readonly string[]): Promise<string[]> {
	const format = '${Package} ${db:Status-Status}\n';
	const listed = await runCommand('dpkg-query', ['-W', '-f', format]);
	const installed = new Set(
		listed
			.split('\n')
			.filter((line) => line.endsWith(' installed'))
			.map((line) => line.split(' ')[0]),
	);
	return names.filter((name) => !installed.has(name));
}

/** Options that give apt another suite of the machine's own mirror and lists of its own. */
async function otherSuite(folder: string, suite: string): Promise<string[]> {
	const sources = join(folder, 'sources');
	for (const part of [sources, join(folder, 'lists/partial'), join(folder, 'cache')])
		await mkdir(part, { recursive: true });
	const mirror = await findMirror();
	const signers = '/usr/share/keyrings/debian-archive-keyring.gpg';
	await writeFile(
		join(sources, 'suite.sources'),
		`Types: deb\nURIs: ${mirror}\nSuites: ${suite}\nComponents: main\nSigned-By: ${signers}\n`,
	);
	const settings = [
		'Dir::Etc::sourcelist=/dev/null',
		`Dir::Etc::sourceparts=${sources}`,
		`Dir::State::Lists=${join(folder, 'lists')}`,
		`Dir::Cache=${join(folder, 'cache')}`,
		'Acquire::Languages=none',
		// Else apt would want the folder to be open to its own user.
		'APT::Sandbox::User=root',
	];
	return settings.flatMap((setting) => ['-o', setting]);
}

/** The address that the machine gets Debian itself from, in either form of source file. */
async function findMirror(): Promise<string> {
	const parts = await readdir(sourceFolder).catch(() => []);
	const files = parts
		.filter((name) => /\.(sources|list)$/.test(name))
		.map((name) => join(sourceFolder, name));
	for (const file of ['/etc/apt/sources.list', ...files]) {
		const text = await readFile(file, 'utf8').catch(() => '');
		const mirror = /^(?:URIs:|deb(?: \[[^\]]*\])?) *(\S+\/debian)\/?(?=\s|$)/m.exec(text)?.[1];
		if (mirror !== undefined) return mirror;
	}
	throw new Error('This machine has no Debian source: the real Odoo is brought from Debian');
}

/** Runs a command as root: directly when we are, else through sudo without asking. */
export async function asRoot(command: string, args: readonly string[]): Promise<string> {
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	if (process.getuid?.() === 0) return await runCommand(command, args, { env });
	try {
		return await runCommand('sudo', ['-n', command, ...args], { env });
	} catch (cause) {
		const words = [command, ...args].join(' ');
		throw new CommandError(`This needs root. Run it once yourself: ${words}`, { cause });
	}
}
