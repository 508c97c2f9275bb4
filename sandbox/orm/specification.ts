import { z } from 'zod';
import { notImplemented } from '../OdooFault';
import { checkRules } from './access';
import type { Environment } from './Environment';
import type { Field } from './fields';
import type { Model } from './Model';
import { checkReadable, existingRows, fieldValue } from './read';

const specificationSchema = z.record(
	z.object({ fields: z.record(z.unknown()).optional() }).strict(),
);

/**
 * Records with their relatives, as `web_read` gives them: a relation whose specification names
 * fields becomes the record itself (many2one) or a list of records.
 */
export function readNested(
	model: Model,
	ids: readonly unknown[],
	specification: unknown,
	environment: Environment,
): Array<Record<string, unknown>> {
	const parsed = specificationSchema.safeParse(specification);
	if (!parsed.success) throw notImplemented(`The specification ${JSON.stringify(specification)}`);
	const wanted = Object.entries(parsed.data);
	checkReadable(
		model,
		wanted.map(([name]) => name),
		environment,
	);
	const rows = existingRows(model, ids, environment);
	checkRules(model, rows, 'read', environment);
	return rows.map((row) => {
		const entries = wanted.map(([name, { fields }]) => {
			const value = fieldValue(model, row, name, environment);
			return [name, fields ? related(model.fields[name], value, fields, environment) : value];
		});
		return { id: row.id, ...Object.fromEntries(entries) };
	});
}

function related(
	field: Field | undefined,
	value: unknown,
	specification: Record<string, unknown>,
	environment: Environment,
): unknown {
	if (!field?.relation) throw notImplemented('A nested specification of a plain field');
	const model = environment.model(field.relation);
	if (Array.isArray(value)) return readNested(model, value, specification, environment);
	return readNested(model, [value], specification, environment)[0] ?? false;
}
