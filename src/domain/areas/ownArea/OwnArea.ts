import { z } from 'zod';
import { NO_AREA } from '../../events/eventSection';
import { odooDomainSchema } from '../../events/odooDomain';
import { fieldName, modelName } from '../../events/recordWatch';
import { builtInArea } from '../areas';

/** What carrying out one decision does to a record of an area that an administrator described. */
export const ownEffectSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('leave') }),
	/** Calls a method of the record; with `expect`, it worked when the field holds one of the values. */
	z.object({
		kind: z.literal('call'),
		method: z
			.string()
			.regex(/^[a-z][a-z0-9_]*$/, 'must be the name of a method, such as action_confirm'),
		expect: z.object({ field: fieldName, values: z.array(z.string()).min(1) }).nullable(),
	}),
	z.object({
		kind: z.literal('set'),
		field: fieldName,
		value: z.union([z.string(), z.number(), z.boolean()]),
	}),
	/** Gives the watched fields back what they held before the change that was asked about. */
	z.object({ kind: z.literal('put_back') }),
]);

/**
 * When a record asks.
 *
 * - `changed`: a watched field was given another value, also by making the record
 * - `saved`: it was saved with a watched field changed and is like this, even if nobody heard of it
 */
export const ownAsks = ['changed', 'saved'] as const;

const isTaken = (id: string) => [NO_AREA, 'own'].includes(id) || builtInArea(id) !== null;

/** An approval area of the house's own: described by an administrator, kept in Odoo. */
export const ownAreaSchema = z.object({
	id: z
		.string()
		.regex(
			/^[a-z][a-z0-9_]{1,39}$/,
			'must be lower-case letters, digits and _, such as payment_terms',
		)
		.refine((id) => !isTaken(id), 'is the name of an area that comes with the package'),
	label: z.string().trim().min(1, 'must say what people call it').max(60),
	model: modelName,
	asks: z.enum(ownAsks),
	/** Which records ask; all of them when empty. */
	domain: odooDomainSchema,
	/** Fields whose change asks, and whose later change makes a decision void. */
	fields: z.array(fieldName).min(1, 'name at least one field'),
	effects: z.object({
		approved: ownEffectSchema,
		rejected: ownEffectSchema,
		sent_back: ownEffectSchema,
	}),
	/** What a record is like after the step that holding it refuses; `null` where nothing is held. */
	hold: odooDomainSchema.nullable(),
});

export type OwnEffect = z.infer<typeof ownEffectSchema>;
export type OwnArea = z.infer<typeof ownAreaSchema>;
