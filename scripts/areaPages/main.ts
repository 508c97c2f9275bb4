import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { drawPages } from './drawPages';

/** Writes the pages about areas: `npm run pages`. */
async function main(): Promise<void> {
	const options = await resolveConfig(__filename);
	for (const [name, text] of drawPages()) {
		const file = join(__dirname, '../../docs/areas', name);
		await writeFile(file, await format(text, { ...options, filepath: file }));
	}
}

void main();
