import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { bringN8n } from '../../scripts/real/n8nPackage';
import { n8nSettings } from '../../scripts/real/n8nSettings';
import { packNodes } from '../../scripts/scenario/packNodes';
import { salesOrderPolicy } from '../../src/domain/areas/salesOrderRelease/salesOrderPolicy';
import { runProgram } from '../kit/runProgram';

const DOWNLOAD_MS = 300_000;

describe('the command line of the packed package', () => {
	let folder: string;
	let npx: (...args: string[]) => ReturnType<typeof runProgram>;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'command-line-'));
		const tarball = await packNodes();
		npx = async (...args) =>
			await runProgram(
				'npx',
				['--yes', '--package', tarball, '--', 'n8n-nodes-odoo-approvals', ...args],
				{ cwd: folder },
			);
	}, DOWNLOAD_MS);

	afterAll(async () => {
		await rm(folder, { recursive: true });
	});

	it(
		'is run by npx',
		async () => {
			await writeFile(join(folder, 'orders.json'), JSON.stringify(salesOrderPolicy));
			await writeFile(join(folder, 'broken.json'), '{ "id": ');
			const { code, stdout } = await npx('policy', 'check', 'orders.json', 'broken.json');
			expect(stdout.split('\n')).toEqual([
				expect.stringMatching(/^orders\.json: ok — policy sales-order-release/),
				'broken.json: line 1, column 9: is not JSON: value expected',
				'',
			]);
			expect(code).toBe(1);
		},
		DOWNLOAD_MS,
	);

	it(
		'finds the JSON Schema in the package',
		async () => {
			const { code, stdout } = await npx('policy', 'schema');
			expect(JSON.parse(stdout)).toMatchObject({ type: 'object' });
			expect(code).toBe(0);
		},
		DOWNLOAD_MS,
	);

	it(
		'gives the templates, which the command line of n8n imports',
		async () => {
			const { code, stdout } = await npx('templates', '--out', 'flows');
			const files = stdout.trim().split('\n');
			expect(code).toBe(0);
			expect(files).toContain('flows/order-release.json');

			await n8n(folder, 'import:workflow', '--separate', `--input=${join(folder, 'flows')}`);
			const exported = join(folder, 'exported.json');
			await n8n(folder, 'export:workflow', '--all', `--output=${exported}`);
			const workflows = importedWorkflows.parse(JSON.parse(await readFile(exported, 'utf8')));
			const names = files.map(async (file) => {
				const { name } = named.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
				return name;
			});
			expect(workflows.map(({ name }) => name).sort()).toEqual((await Promise.all(names)).sort());
			expect(workflows.map(({ active }) => active)).toEqual(workflows.map(() => false));
		},
		DOWNLOAD_MS,
	);
});

const named = z.object({ name: z.string() });
const importedWorkflows = z.array(named.extend({ active: z.boolean() }));

/** Runs n8n's own command line with a database in the folder. */
async function n8n(userFolder: string, ...args: string[]): Promise<void> {
	const { node, program } = await bringN8n();
	const url = 'http://127.0.0.1:5678';
	const settings = await n8nSettings({ userFolder, port: 5678, editorUrl: url, webhookUrl: url });
	const env = { ...process.env, ...node.env, ...settings };
	const { code, stdout } = await runProgram(node.binary, [program, ...args], {
		cwd: userFolder,
		env,
	});
	if (code !== 0) throw new Error(stdout);
}
