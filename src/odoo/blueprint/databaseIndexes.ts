import { z } from 'zod';
import type { OdooClient } from '../OdooClient';
import { isAsDescribed, uniqueIndexes } from './indexes';
import type { References } from './References';

const found = z.object({ indexes: z.record(z.string()) });

/** Names of the unique indexes that are missing or are not what they should be. */
export async function readUnfitIndexes(
	client: OdooClient,
	references: References,
): Promise<string[]> {
	return unfit(await runIndexAction(client, references, {}));
}

/** Makes the unique indexes that are missing; gives the names of those that still do not fit. */
export async function makeIndexes(client: OdooClient, references: References): Promise<string[]> {
	return unfit(await runIndexAction(client, references, { approval_make_indexes: true }));
}

async function runIndexAction(
	client: OdooClient,
	references: References,
	context: Record<string, unknown>,
): Promise<Record<string, string>> {
	const args = { ids: references.resolve({ ref: 'action_indexes' }), context };
	const options = { idempotent: true };
	const { indexes } = await client.call('ir.actions.server', 'run', args, found, options);
	return indexes;
}

function unfit(definitions: Record<string, string>): string[] {
	return uniqueIndexes
		.filter((index) => !isAsDescribed(index, definitions[index.name] ?? ''))
		.map(({ name }) => name);
}
