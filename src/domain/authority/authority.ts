import { z } from 'zod';

const word = z.string().trim().min(1).max(200);
const day = z.string().date();
const amount = z.number().finite().nonnegative();

/** More lines than any house has; a longer list is a mistake, or an attack. */
const MOST_ROWS = 2_000;

/**
 * Who may approve: one user, everyone in a group (external id such as
 * `sales_team.group_sale_manager`), or whoever a field of the record leads to
 * (`team_id.user_id`, the leader of the sales team).
 */
export const approverSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('user'), login: word }).strict(),
	z.object({ kind: z.literal('group'), group: word }).strict(),
	z
		.object({
			kind: z.literal('field'),
			field: word.regex(/^[a-z]\w*(\.[a-z]\w*)*$/, 'names of fields, joined by dots'),
		})
		.strict(),
]);

/** What an authority may be confined to. A case has each of these as a fact, a text or a list. */
export const scopeKeys = ['company', 'region', 'warehouse', 'productCategory'] as const;
export type ScopeKey = (typeof scopeKeys)[number];

/**
 * One line of the delegation-of-authority matrix: who approves in a role, and up to how much.
 *
 * A column that does not exist is a fault: a misspelt one would leave the line with more authority
 * than whoever wrote it meant.
 */
export const authoritySchema = z
	.object({
		role: word,
		approver: approverSchema,
		/** Steps are asked one after the other, the lowest level first. */
		level: z.number().int().positive().default(1),
		/** The limit itself may still be approved; `null` is no limit. */
		limit: amount.nullable(),
		/** ISO 4217 code of `limit` and `above`; left out, they are in the currency of the amount. */
		currency: word.optional(),
		/** Its level is asked only about amounts above this. */
		above: amount.optional(),
		/** Its level is asked only where this fact is true, or not known. */
		whenFact: word.optional(),
		/** How many people have to approve: a number, or `all` who are asked. */
		quorum: z.union([z.number().int().positive(), z.literal('all')]).default(1),
		/** Areas of approval that it is for; empty means any. */
		areas: z.array(word).default([]),
		/** What it is confined to, by name; what is not named is not confined. */
		scope: z.record(z.enum(scopeKeys), z.array(word).min(1)).default({}),
		/** First and last day on which it counts, ISO 8601. */
		validFrom: day.optional(),
		validUntil: day.optional(),
		/** Asked when this line's level is left with too few people, before the fallback of the matrix. */
		fallback: approverSchema.optional(),
	})
	.strict();

export const authorityMatrixSchema = z
	.object({
		// Counted before anything looks into them.
		rows: z.array(z.unknown()).max(MOST_ROWS).pipe(z.array(authoritySchema)),
		/** Asked when a role leaves too few people; has no limit, so that no case stalls. */
		fallback: approverSchema,
	})
	.strict();

/** Which matrix named the people of a case, so that it can be told later what it said. */
export const matrixStampSchema = z.object({
	/** `node`: written in the workflow or given to it; `odoo`: kept in Odoo. */
	source: z.enum(['node', 'odoo']),
	/** SHA-256 (hex) over the canonical JSON of its lines. */
	hash: z.string(),
});

export type Approver = z.infer<typeof approverSchema>;
export type Authority = z.infer<typeof authoritySchema>;
export type AuthorityMatrix = z.infer<typeof authorityMatrixSchema>;
export type MatrixStamp = z.infer<typeof matrixStampSchema>;
