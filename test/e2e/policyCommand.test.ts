import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packNodes } from '../../scripts/scenario/packNodes';
import { salesOrderPolicy } from '../../src/domain/areas/salesOrderPolicy';
import { runProgram } from '../kit/runProgram';

const DOWNLOAD_MS = 300_000;

describe('the command line of the packed package', () => {
	let folder: string;
	let npx: (...args: string[]) => ReturnType<typeof runProgram>;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'policy-command-'));
		const tarball = await packNodes(folder);
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
});
