import { DateTime } from 'luxon';
import { z } from 'zod';
import { RecordUnreadableError } from '../errors';

/** Odoo writes `false` for whatever is empty. */
export const orNull = <Schema extends z.ZodTypeAny>(schema: Schema) =>
	z.preprocess((value) => (value === false ? null : value), schema.nullable());

export const odooId = z.number().int().positive();
export const odooText = orNull(z.string());
/** A date and time without zone, which is meant in UTC. */
export const odooInstant = orNull(
	z
		.string()
		.transform((text) => DateTime.fromSQL(text, { zone: 'utc' }))
		.refine((instant) => instant.isValid, 'must be a date and time'),
);
/** A date, as its midnight in UTC. */
export const odooDay = orNull(
	z
		.string()
		.transform((text) => DateTime.fromISO(text, { zone: 'utc' }))
		.refine((day) => day.isValid, 'must be a date'),
);

/**
 * Reads a record that `web_read` gave.
 * @throws {RecordUnreadableError} naming every field at fault
 */
export function readRecord<Output>(
	model: string,
	schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
	record: unknown,
): Output {
	const parsed = schema.safeParse(record);
	if (parsed.success) return parsed.data;
	const details = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
	throw new RecordUnreadableError(model, details);
}
