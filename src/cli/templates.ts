import { UsageError, type Command } from './readCommand';
import type { Surroundings } from './run';

const folderOfTemplates = 'workflows';
const ending = '.json';

/** One line for each template: the name of its file, and that of the workflow. */
export async function listTemplates(around: Surroundings): Promise<string> {
	const names = await templateNames(around);
	const width = Math.max(...names.map(({ length }) => length));
	const lines = names.map(async (name) => {
		const title = titleOf(await around.readOwnFile(fileOf(name)));
		return `${name.padEnd(width)}  ${title}\n`;
	});
	return (await Promise.all(lines)).join('');
}

/**
 * Writes templates as files that n8n imports, as they are in the package.
 *
 * @returns whether all of them were written; a file that is there is left alone unless told otherwise
 * @throws {UsageError} no template has such a name
 */
export async function writeTemplates(
	{ folder, force, templates }: Extract<Command, { name: 'writeTemplates' }>,
	around: Surroundings,
): Promise<boolean> {
	const known = await templateNames(around);
	const unknown = templates.find((name) => !known.includes(name));
	if (unknown !== undefined) {
		throw new UsageError(`No template is called "${unknown}"; there are: ${known.join(', ')}`);
	}
	let isAllWritten = true;
	for (const name of templates.length > 0 ? templates : known) {
		const path = `${folder.replace(/\/+$/, '')}/${name}${ending}`;
		const text = await around.readOwnFile(fileOf(name));
		const isWritten = await around.writeFile(path, text, { over: force });
		if (isWritten) around.print(`${path}\n`);
		else around.complain(`${path} is there already; --force writes over it\n`);
		isAllWritten &&= isWritten;
	}
	return isAllWritten;
}

async function templateNames(around: Surroundings): Promise<string[]> {
	const files = await around.listOwnFiles(folderOfTemplates);
	return files
		.filter((file) => file.endsWith(ending))
		.map((file) => file.slice(0, -ending.length))
		.sort();
}

function fileOf(name: string): string {
	return `${folderOfTemplates}/${name}${ending}`;
}

function titleOf(text: string): string {
	const workflow: unknown = JSON.parse(text);
	const isNamed = typeof workflow === 'object' && workflow !== null && 'name' in workflow;
	return isNamed ? String(workflow.name) : '';
}
