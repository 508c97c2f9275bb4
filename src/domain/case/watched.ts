import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../canonicalJson';

/**
 * Which fields of a subject matter for its approval, and what they held when they were read.
 *
 * A change to any of them makes the earlier decision void. Odoo compares the same fields inside the
 * transaction that applies a decision. Values are as Odoo gives them to RPC, with relations reduced
 * to ids: scalar, `false` for empty, id for many2one, sorted id list for x2many.
 */
export const watchedSchema = z.object({
	fields: z.record(z.unknown()),
	/** For each one2many field, its rows by ascending id, each with `id` and the watched fields. */
	lines: z.record(z.array(z.record(z.unknown()))),
	/** Names of the watched fields of each one2many, so that an empty list can be compared too. */
	lineFields: z.record(z.array(z.string())),
});

export type Watched = z.infer<typeof watchedSchema>;

/** SHA-256 (hex) over the canonical JSON of what is watched: answers "is this the same matter?". */
export function fingerprintOf(watched: Watched): string {
	return createHash('sha256').update(canonicalJson(watched)).digest('hex');
}
