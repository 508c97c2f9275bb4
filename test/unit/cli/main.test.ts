import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin } from '../../../package.json';
import { runProgram } from '../../kit/runProgram';
import { aPolicy } from '../policy/samplePolicy';

const root = join(__dirname, '../../..');
const source = join(root, 'src/cli/main.ts');

describe('the program', () => {
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'policy-check-'));
	});
	afterEach(async () => {
		await rm(folder, { recursive: true });
	});

	it('checks files and the standard input', async () => {
		const policy = JSON.stringify(aPolicy());
		await writeFile(join(folder, 'sound.json'), policy);
		await writeFile(join(folder, 'broken.json'), '{ "id": ');
		const args = ['policy', 'check', 'sound.json', 'broken.json', folder, '-'];
		const { code, stdout, stderr } = await start(args, folder, policy);
		expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
		expect(stdout.split('\n')).toEqual([
			expect.stringMatching(/^sound\.json: ok — policy sample, version 3, 1 rule/),
			expect.stringMatching(/^sound\.json: warning: has no worked examples/),
			'broken.json: line 1, column 9: is not JSON: value expected',
			`${folder}: is a folder, not a file`,
			expect.stringMatching(/^-: ok — /),
			expect.stringMatching(/^-: warning: /),
			'',
		]);
	});

	it('says on the error output how it is used', async () => {
		expect(await start(['check'], folder)).toEqual({
			code: 2,
			stdout: '',
			stderr: expect.stringMatching(/^No such command: check\n\nUsage: /),
		});
	});

	it('prints the JSON Schema of the package', async () => {
		const { code, stdout } = await start(['policy', 'schema'], folder);
		expect(code).toBe(0);
		expect(stdout).toBe(readFileSync(join(root, 'schema/policy.schema.json'), 'utf8'));
	});

	it('writes the templates into a folder that it makes, and over nothing', async () => {
		const args = ['templates', '--out', 'my/flows', 'order-release'];
		const path = join('my/flows', 'order-release.json');
		const own = readFileSync(join(root, 'workflows/order-release.json'), 'utf8');
		expect(await start(args, folder)).toEqual({ code: 0, stdout: `${path}\n`, stderr: '' });
		expect(readFileSync(join(folder, path), 'utf8')).toBe(own);

		await writeFile(join(folder, path), 'mine');
		expect(await start(args, folder)).toMatchObject({ code: 1, stdout: '' });
		expect(readFileSync(join(folder, path), 'utf8')).toBe('mine');
		expect(await start([...args, '--force'], folder)).toMatchObject({ code: 0 });
		expect(readFileSync(join(folder, path), 'utf8')).toBe(own);
	});

	it('lists every template of the package', async () => {
		const { stdout } = await start(['templates'], folder);
		const listed = stdout.trim().split('\n');
		const files = readdirSync(join(root, 'workflows')).filter((name) => name.endsWith('.json'));
		expect(listed.map((line) => line.split(' ')[0])).toEqual(
			files.map((name) => name.replace('.json', '')).sort(),
		);
	});

	it('is what the package installs as a command', () => {
		expect(bin['n8n-nodes-odoo-approvals']).toBe('dist/src/cli/main.js');
		expect(readFileSync(source, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
	});
});

/** Runs the program in a folder, as a shell would. */
async function start(args: readonly string[], cwd: string, input = '') {
	return await runProgram(join(root, 'node_modules/.bin/tsx'), [source, ...args], { cwd, input });
}
