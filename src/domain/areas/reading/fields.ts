import { z } from 'zod';
import { odooDay, odooId, odooInstant, odooText, orNull, readRecord } from './odooValues';

/** What Odoo is asked of a field, and what its answer has to be: each said once, here. */
export interface FieldReading<Value> {
	/** As `web_read` takes it. */
	specification: Record<string, unknown>;
	schema: z.ZodType<Value, z.ZodTypeDef, unknown>;
}

type Fields = Record<string, FieldReading<unknown>>;

/** A record that was read: its id, and what was asked of it. */
export type RecordOf<Asked> = { id: number } & {
	[Name in keyof Asked]: Asked[Name] extends FieldReading<infer Value> ? Value : never;
};

const plain = <Schema extends z.ZodTypeAny>(schema: Schema): FieldReading<z.output<Schema>> => ({
	specification: {},
	schema,
});

/** A text that may be empty: `null` then. */
export const text = plain(odooText);
/** A text that is always there, such as a state. */
export const word = plain(z.string());
export const amount = plain(z.number());
export const flag = plain(z.boolean());
/** Date and time, or `null`. */
export const instant = plain(odooInstant);
/** A date at its midnight in UTC, or `null`. */
export const day = plain(odooDay);

/** What a field of the type JSON holds. */
export const json = <Schema extends z.ZodTypeAny>(schema: Schema) => plain(schema);

/** The one record that a many2one leads to; it has to be there. */
export function theOne<Asked extends Fields>(asked: Asked): FieldReading<RecordOf<Asked>> {
	return { specification: { fields: specificationOf(asked) }, schema: recordSchema(asked) };
}

/** The record that a many2one leads to, or `null`. */
export function toOne<Asked extends Fields>(asked: Asked): FieldReading<RecordOf<Asked> | null> {
	const { specification, schema } = theOne(asked);
	return { specification, schema: orNull(schema) };
}

/** The records of a one2many or many2many. */
export function toMany<Asked extends Fields>(asked: Asked): FieldReading<Array<RecordOf<Asked>>> {
	const { specification, schema } = theOne(asked);
	return { specification, schema: z.array(schema) };
}

/** A field that only some Odoos have, or that not everybody may read: `undefined` without it. */
export function ifThere<Value>({
	specification,
	schema,
}: FieldReading<Value>): FieldReading<Value | undefined> {
	return { specification, schema: schema.optional() };
}

/** Who or what something is, by the name that people know. */
export const display = { display_name: word };

export const currency = theOne({ name: word, decimal_places: amount });

/** How a record of a model is read. */
export interface RecordReading<Row> {
	/** Nested specification for Odoo's `web_read`. */
	specification: Record<string, unknown>;
	schema: z.ZodType<Row, z.ZodTypeDef, unknown>;
	/** @throws {RecordUnreadableError} the answer lacks what was asked, or has it in another form */
	read(record: unknown): Row;
}

export function recordReading<Asked extends Fields>(
	model: string,
	asked: Asked,
): RecordReading<RecordOf<Asked>> {
	const schema = recordSchema(asked);
	return {
		specification: specificationOf(asked),
		schema,
		read: (record) => readRecord(model, schema, record),
	};
}

function specificationOf(asked: Fields): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(asked).map(([name, { specification }]) => [name, specification]),
	);
}

function recordSchema<Asked extends Fields>(
	asked: Asked,
): z.ZodType<RecordOf<Asked>, z.ZodTypeDef, unknown> {
	const shape = Object.entries(asked).map(([name, { schema }]) => [name, schema] as const);
	// The shape is only known as a type: zod cannot follow names that are computed.
	return z.object({ id: odooId, ...Object.fromEntries(shape) }) as unknown as z.ZodType<
		RecordOf<Asked>,
		z.ZodTypeDef,
		unknown
	>;
}
