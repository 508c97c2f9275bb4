import { run } from '../../../src/cli/run';
import { policyHash } from '../../../src/domain/policy/compilePolicy';
import type { Policy } from '../../../src/domain/policy/policy';
import { aPolicy, aRule } from '../policy/samplePolicy';

const example = {
	name: 'a low margin',
	facts: { margin: 9 },
	outcome: 'require_approval',
} as const;
const sound = aPolicy([aRule()], { examples: [example] });

function text(changes: Partial<Policy> = {}): string {
	return JSON.stringify({ ...sound, ...changes });
}

/** Runs a command line with the given files. */
async function call(line: string, files: Record<string, string> = {}) {
	let printed = '';
	let complaint = '';
	const exitCode = await run(line.split(' '), {
		readFile: async (name) => {
			const found = files[name];
			if (found === undefined) throw Object.assign(new Error('No'), { code: 'ENOENT' });
			return await Promise.resolve(found);
		},
		readOwnFile: async (path) => await Promise.resolve(`{ "version": "the one in ${path}" }`),
		listOwnFiles: async () => await Promise.resolve([]),
		writeFile: async () => await Promise.resolve(true),
		print: (more) => (printed += more),
		complain: (more) => (complaint += more),
	});
	return { exitCode, printed, complaint };
}

describe('policy check', () => {
	it('says what a sound policy is', async () => {
		expect(await call('policy check p.json', { 'p.json': text() })).toEqual({
			exitCode: 0,
			printed: `p.json: ok — policy sample, version 3, 1 rule, 1 example passed, hash ${policyHash(sound)}\n`,
			complaint: '',
		});
	});

	it.each<{ name: string; file: string; lines: string[] }>([
		{
			name: 'what is no JSON',
			file: '{\n"id": }',
			lines: ['p.json: line 2, column 7: is not JSON: value expected'],
		},
		{
			name: 'every problem',
			file: text({
				rules: [
					aRule({ when: { fact: 'margn', operator: 'lessThan', value: 15 } }),
					aRule({ when: { fact: 'margin', operator: 'lessThan', value: 'low' } }),
				],
			}),
			lines: [
				'p.json: rules[1].id: "low-margin" is the id of rules[0] already; give each rule its own',
				'p.json: rules[0].when.fact: unknown fact "margn"; declare it under facts (declared: margin, amount, currency, tier, isNewCustomer)',
				'p.json: rules[1].when.value: "low" is not a number, and margin is declared as one',
			],
		},
		{
			name: 'a policy that contradicts its own example',
			file: text({ examples: [{ ...example, outcome: 'reject' }] }),
			lines: [
				'p.json: examples[0].outcome: "a low margin" expects reject, but the rules say require_approval; correct one of them',
			],
		},
		{
			name: 'what is no policy at all',
			file: '[]',
			lines: ['p.json: Expected object, received array'],
		},
		{
			name: 'a fact of a name that a terminal would obey',
			file: text({ facts: { '\u001b[2J\n': { type: 'number' } }, rules: [], examples: [] }),
			lines: [
				'p.json: facts.�[2J�: a fact is named by a letter followed by letters, digits and underscores',
			],
		},
	])('refuses $name', async ({ file, lines }) => {
		expect(await call('policy check p.json', { 'p.json': file })).toEqual({
			exitCode: 1,
			printed: lines.map((line) => `${line}\n`).join(''),
			complaint: '',
		});
	});

	it('goes on with the others when a file is not there', async () => {
		const { exitCode, printed } = await call('policy check none.json p.json', { 'p.json': text() });
		expect(exitCode).toBe(1);
		expect(printed).toMatch(/^none\.json: there is no such file\np\.json: ok — /);
	});

	it('reads what an editor has marked as UTF-8', async () => {
		expect(await call('policy check -', { '-': `\ufeff${text()}` })).toMatchObject({ exitCode: 0 });
	});

	it.each<{ name: string; policy: string; at?: string; warning: string }>([
		{
			name: 'there are no examples',
			policy: text({ examples: [] }),
			warning: 'has no worked examples, so nothing shows that the rules say what is meant',
		},
		{
			name: 'the policy is not in force yet',
			policy: text({ validFrom: '2026-07-01' }),
			at: '2026-06-30',
			warning:
				'The policy "sample", version 3, is valid from 2026-07-01 on, and it is 2026-06-30. Give the node the version that is in force',
		},
	])('warns when $name, and takes it', async ({ policy, at, warning }) => {
		const option = at === undefined ? '' : ` --at ${at}`;
		const { exitCode, printed } = await call(`policy check p.json${option}`, { 'p.json': policy });
		expect(exitCode).toBe(0);
		expect(printed.split('\n').slice(1)).toEqual([`p.json: warning: ${warning}`, '']);
	});

	it('does not warn on the day from which the policy is in force', async () => {
		const files = { 'p.json': text({ validFrom: '2026-07-01' }) };
		const { printed } = await call('policy check p.json --at 2026-07-01', files);
		expect(printed).not.toContain('warning');
	});

	it('reports to programs', async () => {
		const files = { 'p.json': text({ examples: [] }), 'q.json': '{' };
		const { exitCode, printed } = await call('policy check --json p.json q.json', files);
		expect(exitCode).toBe(1);
		expect(JSON.parse(printed)).toEqual({
			ok: false,
			files: [
				{
					file: 'p.json',
					ok: true,
					policy: {
						id: 'sample',
						version: '3',
						area: 'sales_order_release',
						rules: 1,
						examples: 0,
						hash: expect.stringMatching(/^[0-9a-f]{64}$/),
					},
					problems: [],
					warnings: [expect.stringContaining('no worked examples')],
				},
				{
					file: 'q.json',
					ok: false,
					policy: null,
					problems: [{ path: 'line 1, column 2', message: 'is not JSON: close brace expected' }],
					warnings: [],
				},
			],
		});
	});
});

describe('the command line', () => {
	it.each<[string, string]>([
		['', 'No such command: none was given'],
		['policy', 'No such command: policy'],
		['policy chek p.json', 'No such command: policy chek p.json'],
		['policy check', 'Say which file to check'],
		['policy check --quick p.json', "Unknown option '--quick'"],
		['policy check --at 2026-02-30 p.json', '"2026-02-30" is no date; write it like 2026-12-31'],
	])('refuses "%s"', async (line, why) => {
		const { exitCode, printed, complaint } = await call(line, { 'p.json': text() });
		expect({ exitCode, printed }).toEqual({ exitCode: 2, printed: '' });
		expect(complaint).toContain(why);
		expect(complaint).toContain('Usage: ');
	});

	it('helps', async () => {
		expect(await call('--help')).toMatchObject({
			exitCode: 0,
			printed: expect.stringMatching(/^Usage: n8n-nodes-odoo-approvals policy check/),
		});
	});

	it('says its version', async () => {
		expect((await call('--version')).printed).toBe('the one in package.json\n');
	});

	it('prints the JSON Schema', async () => {
		expect((await call('policy schema')).printed).toContain('schema/policy.schema.json');
	});
});
