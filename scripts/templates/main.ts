import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { drawTemplates } from './drawTemplates';

/** Writes the templates that are drawn by program: `npm run templates`. */
async function main(): Promise<void> {
	const options = await resolveConfig(__filename);
	for (const [name, workflow] of drawTemplates()) {
		const file = join(__dirname, '../../workflows', name);
		const text = await format(JSON.stringify(workflow), { ...options, filepath: file });
		await writeFile(file, text);
	}
}

void main();
