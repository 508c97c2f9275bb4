import { z } from 'zod';

/** `mail.activity(61,)`: how Odoo 17 and 18 print a recordset that a method returned. */
const PRINTED = /^[a-z_][\w.]*\((\d+(?:, ?\d+)*)?,?\)$/i;

const id = z.number().int().positive();

const printed = z
	.string()
	.regex(PRINTED)
	.transform((text) => {
		const ids = PRINTED.exec(text)?.[1];
		return ids === undefined ? [] : ids.split(',').map(Number);
	});

/**
 * Schema for the answer of a method that returns records, such as `create`, `message_post` or
 * `activity_schedule`. Whether it comes as one id, a list of ids or a printed recordset depends on
 * Odoo's version and on the transport; out comes always the list of ids.
 */
export const recordIds = z.union([
	id.transform((single) => [single]),
	z.array(id),
	printed,
]) satisfies z.ZodType<number[], z.ZodTypeDef, unknown>;
