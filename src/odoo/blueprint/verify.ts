import { z } from 'zod';
import type { OdooClient } from '../OdooClient';
import { blueprint, type BlueprintArea, BLUEPRINT_VERSION, models } from './blueprint';
import { type BlueprintRecord, englishContext } from './BlueprintRecord';
import { readUnfitIndexes } from './databaseIndexes';
import { type Difference, readDifferences } from './differences';
import { modelName } from './models/modelRecords';
import { fromOwnArea } from './ownAreas';
import { type Installed, manifestRecord, readInstalled } from './manifest';
import { detectDialect } from './OdooDialect';
import { References } from './References';

export interface VerifyReport {
	/** `intact`: Odoo holds what this version describes. `older`: another version was installed. */
	status: 'not_installed' | 'older' | 'altered' | 'intact';
	version: string;
	installedVersion: string | null;
	areas: string[];
	/** Those of them whose records nobody may release past their approval. */
	held: string[];
	/** External ids, and names of indexes. */
	missing: string[];
	altered: Array<{ name: string; fields: string[] }>;
	/** Access rights on our models that we did not give; each widens what we closed. */
	foreignRights: string[];
}

/**
 * Compares what is in Odoo with what the blueprint describes: models, fields, rights, the code of
 * every action, guards, active flags, views, unique indexes. It changes nothing.
 *
 * @param client with an administrator's credential (Settings)
 * @param areas all that this version knows; those that were installed are compared
 */
export async function verify(
	client: OdooClient,
	areas: readonly BlueprintArea[],
): Promise<VerifyReport> {
	const known = await References.read(client, []);
	if (known.idOf('model_case') === undefined) return notInstalled;
	const installed = await readInstalled(client, known);
	const found = await compare(client, areas, installed);
	return {
		...found,
		status: statusOf(installed, found),
		version: BLUEPRINT_VERSION,
		installedVersion: installed?.version ?? null,
		areas: installed?.areas ?? [],
		held: installed?.held ?? [],
	};
}

const notInstalled: VerifyReport = {
	status: 'not_installed',
	version: BLUEPRINT_VERSION,
	installedVersion: null,
	areas: [],
	held: [],
	missing: [],
	altered: [],
	foreignRights: [],
};

type Findings = Pick<VerifyReport, 'missing' | 'altered' | 'foreignRights'>;

function statusOf(installed: Installed | null, found: Findings): VerifyReport['status'] {
	if (installed && installed.version !== BLUEPRINT_VERSION) return 'older';
	const isIntact = Object.values(found).every((list) => list.length === 0);
	return isIntact ? 'intact' : 'altered';
}

async function compare(
	client: OdooClient,
	areas: readonly BlueprintArea[],
	installed: Installed | null,
): Promise<Findings> {
	const own = (installed?.own ?? []).map(fromOwnArea);
	const known = [...areas, ...own];
	const chosen = (installed?.areas ?? []).flatMap((id) => known.find((one) => one.id === id) ?? []);
	const held = installed?.held ?? [];
	const records = blueprint(chosen, await detectDialect(client), held);
	// Without a readable manifest there is nothing to compare with: it counts as missing.
	const manifest = installed ? [manifestRecord({ areas: chosen, held }, records)] : [];
	const all = [...records, ...manifest];
	const references = await References.read(client, all);
	const differences = await readDifferences(client, all, references);
	const indexes = await readIndexesIfPossible(client, references, differences);
	return {
		missing: [
			...differences.filter(isMissing).map(({ record }) => record.name),
			...(installed ? [] : ['blueprint']),
			...indexes,
		],
		altered: differences
			.filter((difference) => !isMissing(difference))
			.map(({ record, fields }) => ({ name: record.name, fields })),
		foreignRights: await readForeignRights(client, records, references),
	};
}

function isMissing({ kind }: Difference): boolean {
	return kind === 'missing';
}

/** An altered action must not be run; then nothing is known about the indexes but that. */
async function readIndexesIfPossible(
	client: OdooClient,
	references: References,
	differences: readonly Difference[],
): Promise<string[]> {
	const isAltered = differences.some(({ record }) => record.name === 'action_indexes');
	return isAltered ? [] : await readUnfitIndexes(client, references);
}

const rights = z.array(z.object({ id: z.number(), name: z.string() }));

async function readForeignRights(
	client: OdooClient,
	records: readonly BlueprintRecord[],
	references: References,
): Promise<string[]> {
	const own = records
		.filter(({ model }) => model === 'ir.model.access')
		.flatMap(({ name }) => references.idOf(name) ?? []);
	const domain = [
		['model_id.model', 'in', models.map(modelName)],
		['id', 'not in', own],
	];
	const args = { domain, fields: ['name'], context: englishContext };
	const found = await client.call('ir.model.access', 'search_read', args, rights);
	return found.map(({ name }) => name);
}
