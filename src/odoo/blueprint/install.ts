import type { OdooClient } from '../OdooClient';
import { blueprint, type BlueprintArea, BLUEPRINT_VERSION } from './blueprint';
import type { BlueprintRecord } from './BlueprintRecord';
import { type AreaChoice, chooseAreas } from './chooseAreas';
import { makeIndexes, readUnfitIndexes } from './databaseIndexes';
import { type Difference, readDifferences } from './differences';
import { BlueprintError } from './errors';
import { loadRecords } from './loadRecords';
import { manifestRecord, readInstalled } from './manifest';
import { detectDialect } from './OdooDialect';
import { References } from './References';
import { removeObsolete } from './removeObsolete';

export interface InstallReport {
	version: string;
	/** `null` when nothing was installed before. */
	previousVersion: string | null;
	areas: string[];
	/** Those of them whose records nobody may release past their approval. */
	held: string[];
	leftOut: AreaChoice['leftOut'];
	/** External ids, and names of indexes. */
	created: string[];
	changed: Array<{ name: string; fields: string[] }>;
	/** What an older blueprint had and this one has no more. */
	removed: string[];
	unchanged: number;
}

/**
 * Brings a database to what the blueprint describes: makes what is missing, corrects what differs,
 * takes away what is no longer described, and leaves the rest alone. Running it again changes
 * nothing. Every step is a transaction of its own; after a failure, run it again.
 *
 * @param client with an administrator's credential (Settings)
 * @param areas those whose Odoo modules are not installed are left out
 * @param holding ids of the areas whose records nobody may release past their approval
 * @throws {BlueprintError} this Odoo refuses a part
 */
export async function install(
	client: OdooClient,
	areas: readonly BlueprintArea[],
	holding: readonly string[] = [],
): Promise<InstallReport> {
	const { installable, leftOut } = await chooseAreas(client, areas);
	const areaIds = installable.map(({ id }) => id);
	const held = areaIds.filter((id) => holding.includes(id));
	const records = blueprint(installable, await detectDialect(client), held);
	const manifest = manifestRecord({ areas: installable, held }, records);

	const references = await References.read(client, [...records, manifest]);
	const previous = await readInstalled(client, references);
	const differences = await correct(client, records, references);
	const removed = await removeObsolete(client, [...records, manifest], references);
	const madeIndexes = await ensureIndexes(client, references);
	// Last, when all it speaks of is there.
	differences.push(...(await correct(client, [manifest], references)));

	const { created, changed } = summarise(differences);
	return {
		version: BLUEPRINT_VERSION,
		previousVersion: previous?.version ?? null,
		areas: areaIds,
		held,
		leftOut,
		created: [...created, ...madeIndexes],
		changed,
		removed,
		unchanged: records.length + 1 - differences.length,
	};
}

async function correct(
	client: OdooClient,
	records: readonly BlueprintRecord[],
	references: References,
): Promise<Difference[]> {
	const differences = await readDifferences(client, records, references);
	await loadRecords(client, differences.map(toWrite), references);
	return differences;
}

function toWrite({ record, kind }: Difference): BlueprintRecord {
	if (kind === 'altered') return record;
	return { ...record, values: { ...record.values, ...record.onlyAtFirst } };
}

function summarise(differences: readonly Difference[]): Pick<InstallReport, 'created' | 'changed'> {
	const altered = differences.filter(({ kind }) => kind === 'altered');
	const missing = differences.filter(({ kind }) => kind === 'missing');
	return {
		created: missing.map(({ record }) => record.name),
		changed: altered.map(({ record, fields }) => ({ name: record.name, fields })),
	};
}

async function ensureIndexes(client: OdooClient, references: References): Promise<string[]> {
	const missing = await readUnfitIndexes(client, references);
	if (missing.length === 0) return [];
	const unfit = await makeIndexes(client, references);
	if (unfit.length > 0) {
		throw new BlueprintError(`These indexes are not as they must be: ${unfit.join(', ')}`);
	}
	return missing;
}
