import { z } from 'zod';

/** What a field of a model holds, as far as conditions on it have to know. */
export interface ModelField {
	/** As people read it. */
	label: string;
	/** As Odoo names it, such as `many2one`. */
	type: string;
	/** Values and labels to choose from; empty for every type but `selection`. */
	choices: ReadonlyArray<[value: string, label: string]>;
	/** Model of the records that it leads to; `null` where it leads to none. */
	relation: string | null;
	/** Whether the database holds it; otherwise nothing is ever written to it. */
	isStored: boolean;
}

/** Fields by technical name. */
export type ModelFields = ReadonlyMap<string, ModelField>;

/** Attributes that `fields_get` has to be asked for. */
export const fieldAttributes = ['string', 'type', 'selection', 'relation', 'store'];

/** What `fields_get` answers. */
export const modelFieldsSchema: z.ZodType<ModelFields, z.ZodTypeDef, unknown> = z
	.record(
		z
			.object({
				string: z.string(),
				type: z.string(),
				selection: z.array(z.tuple([z.coerce.string(), z.coerce.string()])).default([]),
				relation: z.string().nullable().default(null),
				store: z.boolean().default(true),
			})
			.transform(({ string, type, selection, relation, store }) => ({
				label: string,
				type,
				choices: selection,
				relation,
				isStored: store,
			})),
	)
	.transform((described) => new Map(Object.entries(described)));

/** Kinds of values that conditions treat alike. */
export type FieldKind =
	'number' | 'text' | 'boolean' | 'date' | 'datetime' | 'choice' | 'relation' | 'other';

const kinds: Readonly<Record<string, FieldKind>> = {
	integer: 'number',
	float: 'number',
	monetary: 'number',
	many2one_reference: 'number',
	char: 'text',
	text: 'text',
	html: 'text',
	boolean: 'boolean',
	date: 'date',
	datetime: 'datetime',
	selection: 'choice',
	many2one: 'relation',
	one2many: 'relation',
	many2many: 'relation',
};

export function kindOf({ type }: ModelField): FieldKind {
	return kinds[type] ?? 'other';
}
