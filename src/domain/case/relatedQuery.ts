import { z } from 'zod';

/**
 * What one side of a comparison may be in the domain of a related query: a plain value, the values
 * that the subject holds along a path of fields, or a day so many days before today.
 */
const operandSchema = z.union([
	z.object({ of: z.string() }).strict(),
	z.object({ daysAgo: z.number().int() }).strict(),
	z.string(),
	z.number(),
	z.boolean(),
	z.array(z.union([z.string(), z.number()])),
]);

/** Records beside the subject, which no field of it leads to: earlier prices, open invoices. */
export const relatedQuerySchema = z.object({
	model: z.string(),
	/** As Odoo writes a domain: comparisons, and operators before them. */
	domain: z.array(z.union([z.string(), z.tuple([z.string(), z.string(), operandSchema])])),
	/** Nested specification of Odoo's `web_read`. */
	specification: z.record(z.unknown()),
	/** One search for each record that the subject leads to along a path, so that the limit is for each. */
	each: z.object({ field: z.string(), of: z.string() }).nullable(),
	order: z.string(),
	limit: z.number().int().positive(),
	/** Instead of the records: how many there are, and what fields add up to; for `each` of its own. */
	sums: z.array(z.string()).nullable(),
});
export type RelatedQuery = z.infer<typeof relatedQuerySchema>;

/** Why Odoo gave nothing: it has no such thing, or its user may not read it. */
export const absenceSchema = z.enum(['missing', 'forbidden']);
export type Absence = z.infer<typeof absenceSchema>;

export const relatedRowsSchema = z.union([
	z.object({ rows: z.array(z.record(z.unknown())) }),
	z.object({ absent: absenceSchema }),
]);
export type RelatedRows = z.infer<typeof relatedRowsSchema>;
