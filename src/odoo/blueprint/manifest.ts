import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type OwnArea, ownAreaSchema } from '../../domain/areas/ownArea/OwnArea';
import { canonicalJson } from '../../domain/canonicalJson';
import { OdooAccessError, OdooRequestError } from '../errors';
import type { OdooClient } from '../OdooClient';
import { type BlueprintArea, BLUEPRINT_VERSION } from './blueprint';
import type { BlueprintRecord } from './BlueprintRecord';
import type { References } from './References';

const manifestSchema = z.object({
	/** Areas that were installed, by id. */
	areas: z.array(z.string()),
	/** Those of them whose records are held; blueprints before 7 held none. */
	held: z.array(z.string()).default([]),
	/** Areas of the house's own, whole, since no package knows them. */
	own: z.array(ownAreaSchema).default([]),
	/** SHA-256 over everything described, so that a changed blueprint shows by itself. */
	hash: z.string(),
});

const rows = z.array(
	z.object({
		x_version: z.string(),
		x_manifest: z
			.string()
			.transform((text): unknown => JSON.parse(text))
			.pipe(manifestSchema),
	}),
);

export interface Installed {
	version: string;
	areas: string[];
	held: string[];
	own: OwnArea[];
	hash: string;
}

export function blueprintHash(records: readonly BlueprintRecord[]): string {
	return createHash('sha256').update(canonicalJson(records)).digest('hex');
}

/** The row that says what is installed; it comes last, when everything else is there. */
export function manifestRecord(
	{ areas, held }: { areas: readonly BlueprintArea[]; held: readonly string[] },
	records: readonly BlueprintRecord[],
): BlueprintRecord {
	return {
		name: 'blueprint',
		model: 'x_approval_blueprint',
		values: {
			x_name: 'Approvals',
			x_version: BLUEPRINT_VERSION,
			x_ledger_action_id: { idOf: 'action_ledger' },
			x_insights_action_id: { idOf: 'action_insights' },
			x_manifest: canonicalJson({
				areas: areas.map(({ id }) => id),
				held,
				own: areas.flatMap(({ own }) => own ?? []),
				hash: blueprintHash(records),
			}),
		},
	};
}

/** What was installed last; `null` when nothing says so, also when a right to read it is gone. */
export async function readInstalled(
	client: OdooClient,
	references: References,
): Promise<Installed | null> {
	if (references.idOf('blueprint') === undefined) return null;
	const args = { domain: [], fields: ['x_version', 'x_manifest'], limit: 1 };
	try {
		const [row] = await client.call('x_approval_blueprint', 'search_read', args, rows);
		return row ? { version: row.x_version, ...row.x_manifest } : null;
	} catch (error) {
		if (error instanceof OdooAccessError || error instanceof OdooRequestError) return null;
		throw error;
	}
}
