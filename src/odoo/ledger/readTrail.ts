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

/** Reads the whole trail of a case as it is stored, by sequence. */
export async function readTrail(client: OdooClient, caseId: number): Promise<AuditEntry[]> {
	const args = { domain: [['x_case_id', '=', caseId]], fields: [...fields], order: 'x_seq, id' };
	return await client.call('x_approval_event', 'search_read', args, z.array(rowSchema));
}
