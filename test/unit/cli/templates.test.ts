import { run } from '../../../src/cli/run';

const own: Record<string, string> = {
	'workflows/order-release.json': '{ "name": "Release sales orders" }',
	'workflows/returns.json': '{ "name": "Authorise returns" }',
	'workflows/README.md': '# Templates',
};

/** Runs a command line where some files are there already. */
async function call(line: string, there: string[] = []) {
	let printed = '';
	let complaint = '';
	const written: Record<string, string> = {};
	const exitCode = await run(line.split(' '), {
		readFile: async () => await Promise.reject(new Error('No')),
		readOwnFile: async (path) => await Promise.resolve(own[path] ?? ''),
		listOwnFiles: async (folder) =>
			await Promise.resolve(Object.keys(own).map((path) => path.replace(`${folder}/`, ''))),
		writeFile: async (path, text, { over }) => {
			const isFree = over || !there.includes(path);
			if (isFree) written[path] = text;
			return await Promise.resolve(isFree);
		},
		print: (more) => (printed += more),
		complain: (more) => (complaint += more),
	});
	return { exitCode, printed, complaint, written };
}

describe('templates', () => {
	it.each(['templates', 'templates --list'])('are listed by "%s"', async (line) => {
		expect(await call(line)).toEqual({
			exitCode: 0,
			printed: 'order-release  Release sales orders\nreturns        Authorise returns\n',
			complaint: '',
			written: {},
		});
	});

	it('are written as they are, and nothing else is', async () => {
		expect(await call('templates --out flows/')).toEqual({
			exitCode: 0,
			printed: 'flows/order-release.json\nflows/returns.json\n',
			complaint: '',
			written: {
				'flows/order-release.json': own['workflows/order-release.json'],
				'flows/returns.json': own['workflows/returns.json'],
			},
		});
	});

	it('are written by name', async () => {
		const { written } = await call('templates --out flows returns');
		expect(Object.keys(written)).toEqual(['flows/returns.json']);
	});

	it('leave alone what is there, and write the others', async () => {
		expect(await call('templates --out flows', ['flows/returns.json'])).toMatchObject({
			exitCode: 1,
			printed: 'flows/order-release.json\n',
			complaint: 'flows/returns.json is there already; --force writes over it\n',
		});
	});

	it('are written over what is there when told so', async () => {
		const { exitCode, written } = await call('templates --out flows --force', [
			'flows/returns.json',
		]);
		expect(exitCode).toBe(0);
		expect(Object.keys(written)).toHaveLength(2);
	});

	it.each([
		{
			line: 'templates --out flows return',
			words: 'No template is called "return"; there are: order-release, returns',
		},
		{ line: 'templates returns', words: 'Say with --out where to write them' },
		{ line: 'templates --list --out flows', words: 'Either --list or --out, not both' },
	])('say what is wrong with "$line"', async ({ line, words }) => {
		const { exitCode, complaint, written } = await call(line);
		expect({ exitCode, written }).toEqual({ exitCode: 2, written: {} });
		expect(complaint).toContain(`${words}\n\nUsage: `);
	});
});
