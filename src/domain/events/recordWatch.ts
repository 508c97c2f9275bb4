import { z } from 'zod';

/** What can happen to a record of any model that somebody wants to hear of. */
export const recordEvents = ['created', 'updated', 'reached', 'deleted', 'due'] as const;
export type RecordEvent = (typeof recordEvents)[number];

export const modelName = z
	.string()
	.regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/, 'must be the name of a model');
export const fieldName = z.string().regex(/^[a-z]\w{0,62}$/i, 'must be the name of a field');

/** Which records of a model a subscription is about, and what has to happen to them. */
export const recordWatchSchema = z.discriminatedUnion('event', [
	z.object({ event: z.literal('created'), model: modelName }),
	/** One of the fields was given another value. */
	z.object({ event: z.literal('updated'), model: modelName, fields: z.array(fieldName).min(1) }),
	/** A field, such as the state, was given this value. */
	z.object({
		event: z.literal('reached'),
		model: modelName,
		field: fieldName,
		value: z.union([z.string(), z.number(), z.boolean()]),
	}),
	z.object({ event: z.literal('deleted'), model: modelName }),
	/**
	 * The instant in a date field is so many minutes past, or, with a negative number, so many
	 * minutes ahead. A date without a time counts as its beginning in UTC.
	 */
	z.object({
		event: z.literal('due'),
		model: modelName,
		field: fieldName,
		offsetMinutes: z.number().int(),
	}),
]);

export type RecordWatch = z.infer<typeof recordWatchSchema>;

/** The fields whose change can bring the event about; none where any creation or removal does. */
export function watchedFields(watch: RecordWatch): readonly string[] {
	if (watch.event === 'updated') return watch.fields;
	return watch.event === 'reached' ? [watch.field] : [];
}
