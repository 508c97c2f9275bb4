import { checkPolicyText, refused, type CheckedFile, type PolicyReport } from './checkPolicyText';
import { listTemplates, writeTemplates } from './templates';
import { readCommand, usage, UsageError, type Command } from './readCommand';
import { toJson, toLines } from './writeReport';

/** What a program has of its surroundings. */
export interface Surroundings {
	/** A whole file, or the standard input for `-`. */
	readFile(name: string): Promise<string>;
	/** A file of the package itself, by its path from the package's folder. */
	readOwnFile(path: string): Promise<string>;
	/** Names of the files in a folder of the package itself. */
	listOwnFiles(folder: string): Promise<string[]>;
	/** Writes a file, and its folder where there is none; `false` when it is there and is to stay. */
	writeFile(path: string, text: string, how: { over: boolean }): Promise<boolean>;
	print(text: string): void;
	/** For what is not the result. */
	complain(text: string): void;
}

/** Does what a command line says. @returns the exit code */
export async function run(args: readonly string[], around: Surroundings): Promise<number> {
	try {
		return await obey(readCommand(args), around);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		around.complain(`${error.message}\n\n${usage}`);
		return 2;
	}
}

async function obey(command: Command, around: Surroundings): Promise<number> {
	switch (command.name) {
		case 'help':
			around.print(usage);
			return 0;
		case 'version':
			around.print(`${await readVersion(around)}\n`);
			return 0;
		case 'schema':
			around.print(await around.readOwnFile('schema/policy.schema.json'));
			return 0;
		case 'listTemplates':
			around.print(await listTemplates(around));
			return 0;
		case 'writeTemplates':
			return (await writeTemplates(command, around)) ? 0 : 1;
		case 'check': {
			const checked = await check(command, around);
			around.print(command.json ? toJson(checked) : toLines(checked));
			return checked.every(({ policy }) => policy !== null) ? 0 : 1;
		}
	}
}

async function check(
	{ files, at }: Extract<Command, { name: 'check' }>,
	around: Surroundings,
): Promise<CheckedFile[]> {
	const checked: CheckedFile[] = [];
	// One after the other, so that no more than one file is held at a time.
	for (const file of files) checked.push({ file, ...(await checkFile(file, at, around)) });
	return checked;
}

async function checkFile(
	file: string,
	at: string | null,
	around: Surroundings,
): Promise<PolicyReport> {
	let text: string;
	try {
		text = await around.readFile(file);
	} catch (error) {
		return refused([{ path: '', message: whyUnreadable(error) }]);
	}
	return await checkPolicyText(text, at);
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file',
	EISDIR: 'is a folder, not a file',
	EACCES: 'may not be read',
};

function whyUnreadable(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const code = 'code' in error ? String(error.code) : '';
	return reasons[code] ?? `cannot be read: ${error.message}`;
}

async function readVersion(around: Surroundings): Promise<string> {
	const manifest: unknown = JSON.parse(await around.readOwnFile('package.json'));
	const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
	return isManifest ? String(manifest.version) : 'unknown';
}
