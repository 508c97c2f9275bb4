import { z } from 'zod';
import type { OdooClient } from '../OdooClient';
import {
	type BlueprintRecord,
	englishContext,
	type Reference,
	type Value,
} from './BlueprintRecord';
import type { References } from './References';

/** How a record in Odoo differs from what is described; `fields` is empty when it is missing. */
export interface Difference {
	record: BlueprintRecord;
	kind: 'missing' | 'altered';
	fields: string[];
}

const rows = z.array(z.object({ id: z.number() }).passthrough());
type Row = z.infer<typeof rows>[number];

/** Compares Odoo with what is described, one read per kind of record. */
export async function readDifferences(
	client: OdooClient,
	records: readonly BlueprintRecord[],
	references: References,
): Promise<Difference[]> {
	const models = [...new Set(records.map(({ model }) => model))];
	const found = new Map<string, Row>();
	for (const model of models) {
		const ofModel = records.filter((record) => record.model === model);
		for (const row of await readRows(client, model, ofModel, references)) {
			found.set(`${model},${String(row.id)}`, row);
		}
	}
	return records.flatMap((record) => {
		const row = found.get(`${record.model},${String(references.idOf(record.name))}`);
		return differenceOf(record, row, references);
	});
}

async function readRows(
	client: OdooClient,
	model: string,
	records: readonly BlueprintRecord[],
	references: References,
): Promise<Row[]> {
	const ids = records.flatMap(({ name }) => references.idOf(name) ?? []);
	if (ids.length === 0) return [];
	const args = {
		domain: [['id', 'in', ids]],
		fields: [...new Set(records.flatMap(({ values }) => Object.keys(values)))],
		context: englishContext,
	};
	return await client.call(model, 'search_read', args, rows);
}

function differenceOf(
	record: BlueprintRecord,
	row: Row | undefined,
	references: References,
): Difference[] {
	if (!row) return [{ record, kind: 'missing', fields: [] }];
	const fields = Object.entries(record.values)
		.filter(([name, value]) => !isSame(value, row[name], references))
		.map(([name]) => name);
	return fields.length > 0 ? [{ record, kind: 'altered', fields }] : [];
}

function isSame(value: Value, live: unknown, references: References): boolean {
	if (typeof value === 'string') return (live === false ? '' : live) === value;
	if (typeof value === 'object') return isSameReference(value, live, references);
	return live === value;
}

function isSameReference(reference: Reference, live: unknown, references: References): boolean {
	if (!references.isKnown(reference)) return false;
	const ids = references.resolve(reference);
	if ('actionOf' in reference) return live === `ir.actions.act_window,${String(ids[0])}`;
	if ('refs' in reference || 'fieldsOf' in reference) return idList(live) === ids.join();
	return idList(live) === String(ids[0]);
}

const many2one = z.tuple([z.number(), z.string()]).transform(([id]) => [id]);
const liveIds = z.union([many2one, z.array(z.number()), z.number().transform((id) => [id])]);

/** Ids in ascending order; of a many2one, Odoo gives the name too. */
function idList(live: unknown): string | undefined {
	const ids = liveIds.safeParse(live);
	return ids.success ? ids.data.sort((left, right) => left - right).join() : undefined;
}
