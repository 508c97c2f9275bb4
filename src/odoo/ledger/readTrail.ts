import { z } from 'zod';
import { auditEntrySchema, type AuditEntry } from '../../domain/audit/verifyChain';
import type { OdooClient } from '../OdooClient';

const fields = [
	'x_seq',
	'x_type',
	'x_at',
	'x_actor_id',
	'x_payload',
	'x_previous_hash',
	'x_hash',
] as const;

/** A relation as `search_read` gives it: id and name, or `false`. */
const relationId = z
	.union([z.tuple([z.number(), z.string()]), z.literal(false)])
	.transform((relation) => (relation === false ? null : relation[0]));

const rowSchema = z
	.object({
		x_seq: z.number(),
		x_type: z.string(),
		x_at: z.string(),
		x_actor_id: relationId,
		x_payload: z.string(),
		x_previous_hash: z.string(),
		x_hash: z.string(),
	})
	.transform((row) => ({
		seq: row.x_seq,
		type: row.x_type,
		at: row.x_at,
		actorId: row.x_actor_id,
		payload: row.x_payload,
		previousHash: row.x_previous_hash,
		hash: row.x_hash,
	}))
	.pipe(auditEntrySchema);

const caseRows = z.array(z.object({ x_case_id: z.tuple([z.number(), z.string()]) }).passthrough());

/** Reads the whole trails of cases as they are stored, each by sequence. */
export async function readTrails(
	client: OdooClient,
	caseIds: readonly number[],
): Promise<Map<number, AuditEntry[]>> {
	const args = {
		domain: [['x_case_id', 'in', [...caseIds]]],
		fields: ['x_case_id', ...fields],
		order: 'x_seq, id',
	};
	const rows = await client.call('x_approval_event', 'search_read', args, caseRows);
	const trails = new Map<number, AuditEntry[]>();
	for (const row of rows) {
		const [caseId] = row.x_case_id;
		trails.set(caseId, [...(trails.get(caseId) ?? []), rowSchema.parse(row)]);
	}
	return trails;
}
