import { z } from 'zod';
import type { OdooClient } from '../OdooClient';
import {
	type BlueprintRecord,
	englishContext,
	externalId,
	type Reference,
	referencedNames,
	type Value,
} from './BlueprintRecord';
import { BlueprintError } from './errors';
import type { References } from './References';

const loaded = z.object({
	ids: z.union([z.array(z.number()), z.literal(false)]),
	messages: z.array(z.object({ message: z.string() }).passthrough()),
});

/**
 * Writes records as Odoo's import does: one call makes or changes many, and sets their external
 * ids in the same transaction, so that a call that failed leaves nothing half done.
 *
 * @throws {BlueprintError} Odoo refused a value
 */
export async function loadRecords(
	client: OdooClient,
	records: readonly BlueprintRecord[],
	references: References,
): Promise<void> {
	for (const batch of inBatches(records)) {
		const [first] = batch;
		if (!first) continue;
		const fields = ['id', ...Object.entries(first.values).map(column)];
		const data = batch.map(({ name, values }) => [
			externalId(name),
			...Object.values(values).map((value) => cell(value, references)),
		]);
		const args = { fields, data, context: englishContext };
		const answer = await client.call(first.model, 'load', args, loaded, { idempotent: true });
		if (!answer.ids) throw refusal(first, answer.messages);
		answer.ids.forEach((id, place) => {
			references.remember(batch[place]?.name ?? '', id);
		});
	}
}

/** Neighbours of one model with the same columns go together, if none points to another. */
function inBatches(records: readonly BlueprintRecord[]): BlueprintRecord[][] {
	const batches: BlueprintRecord[][] = [];
	let shape = '';
	let names = new Set<string>();
	for (const record of records) {
		const own = [record.model, ...Object.keys(record.values)].join();
		if (own !== shape || pointsInto(record, names)) {
			batches.push([]);
			names = new Set();
		}
		batches.at(-1)?.push(record);
		names.add(externalId(record.name));
		shape = own;
	}
	return batches;
}

function pointsInto({ values }: BlueprintRecord, names: ReadonlySet<string>): boolean {
	return Object.values(values).some(
		(value) => typeof value === 'object' && referencedNames(value).some((name) => names.has(name)),
	);
}

function column([name, value]: [string, Value]): string {
	const isId = typeof value === 'object' && !('actionOf' in value) && !('idOf' in value);
	return isId ? `${name}/.id` : name;
}

function cell(value: Value, references: References): string {
	if (typeof value === 'boolean') return value ? '1' : '0';
	return typeof value === 'object' ? referenceCell(value, references) : String(value);
}

function referenceCell(reference: Reference, references: References): string {
	const ids = references.resolve(reference).join();
	return 'actionOf' in reference ? `ir.actions.act_window,${ids}` : ids;
}

function refusal(
	{ model, name }: BlueprintRecord,
	messages: ReadonlyArray<{ message: string }>,
): BlueprintError {
	const words = messages.map(({ message }) => message).join('; ');
	return new BlueprintError(`Odoo did not take ${model} (${name} and following): ${words}`);
}
