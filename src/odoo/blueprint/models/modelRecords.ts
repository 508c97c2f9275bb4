import { type BlueprintRecord, ref, type Value } from '../BlueprintRecord';

type FieldType =
	| 'boolean'
	| 'char'
	| 'date'
	| 'datetime'
	| 'float'
	| 'html'
	| 'integer'
	| 'json'
	| 'many2many'
	| 'many2one'
	| 'one2many'
	| 'selection'
	| 'text';

export interface FieldDescription {
	name: string;
	label: string;
	type: FieldType;
	/** Further columns of `ir.model.fields`. */
	settings?: Record<string, Value>;
	/** Values of a selection with the words that people read, in order. */
	options?: Readonly<Record<string, string>>;
}

export interface ModelDescription {
	/** Such as `case`, for the Odoo model `x_approval_case`. */
	key: string;
	label: string;
	order: string;
	/** Chatter and activities. */
	isThread?: boolean;
	fields: readonly FieldDescription[];
}

/** A field; its settings are columns of `ir.model.fields`. */
export function field(
	type: FieldType,
	name: string,
	label: string,
	settings: Record<string, Value> = {},
): FieldDescription {
	return { name, label, type, settings };
}

export function selection(
	name: string,
	label: string,
	options: Readonly<Record<string, string>>,
	settings: Record<string, Value> = {},
): FieldDescription {
	return { name, label, type: 'selection', options, settings };
}

export function modelName({ key }: Pick<ModelDescription, 'key'>): string {
	return `x_approval_${key}`;
}

/** The model itself. Odoo makes its `x_name` along with it. */
export function modelRecord(model: ModelDescription): BlueprintRecord {
	return {
		name: `model_${model.key}`,
		model: 'ir.model',
		values: {
			name: model.label,
			model: modelName(model),
			order: model.order,
			is_mail_thread: model.isThread ?? false,
			is_mail_activity: model.isThread ?? false,
		},
	};
}

export function fieldRecords(model: ModelDescription): BlueprintRecord[] {
	return model.fields.map(({ name, label, type, settings }) => ({
		name: fieldId(model, name),
		model: 'ir.model.fields',
		values: {
			model_id: ref(`model_${model.key}`),
			name,
			field_description: label,
			ttype: type,
			...settings,
		},
	}));
}

export function optionRecords(model: ModelDescription): BlueprintRecord[] {
	return model.fields.flatMap(({ name, options = {} }) =>
		Object.entries(options).map(([value, label], sequence) => ({
			name: `option_${model.key}_${name}_${value}`,
			model: 'ir.model.fields.selection',
			values: { field_id: ref(fieldId(model, name)), value, name: label, sequence },
		})),
	);
}

function fieldId(model: ModelDescription, name: string): string {
	return `field_${model.key}_${name}`;
}
