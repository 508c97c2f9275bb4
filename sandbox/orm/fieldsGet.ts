import { checkModelAccess, mayReadField } from './access';
import type { Environment } from './Environment';
import type { Field } from './fields';
import type { Model } from './Model';

/** Fields that the user may read, described as `fields_get` describes them. */
export function describeFields(
	model: Model,
	environment: Environment,
	wanted: { names: string[] | null; attributes: string[] | null },
): Record<string, Record<string, unknown>> {
	checkModelAccess(model, 'read', environment);
	const readable = Object.entries(model.fields).filter(
		([name, field]) => (wanted.names?.includes(name) ?? true) && mayReadField(field, environment),
	);
	return Object.fromEntries(
		readable.map(([name, field]) => {
			const described = Object.entries(describe(name, field)).filter(
				([attribute]) => wanted.attributes?.includes(attribute) ?? true,
			);
			return [name, Object.fromEntries(described)];
		}),
	);
}

function describe(name: string, field: Field): Record<string, unknown> {
	const isStored = field.store ?? !field.compute;
	return {
		name,
		type: field.type,
		string: field.label,
		required: field.required ?? false,
		readonly: field.readonly ?? field.compute !== undefined,
		store: isStored,
		sortable: isStored && field.type !== 'one2many' && field.type !== 'many2many',
		...(field.relation ? { relation: field.relation } : {}),
		...(field.inverse ? { relation_field: field.inverse } : {}),
		...(field.selection ? { selection: field.selection } : {}),
	};
}
