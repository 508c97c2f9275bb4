import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { policySchemaDocument } from './policySchemaDocument';

/** `npm run schema` writes the JSON Schema of policies that the package brings along. */
async function main(): Promise<void> {
	const filepath = join(__dirname, '../../schema/policy.schema.json');
	const style = await resolveConfig(filepath);
	const text = JSON.stringify(policySchemaDocument());
	await writeFile(filepath, await format(text, { ...style, filepath }));
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
