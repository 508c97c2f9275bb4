import type { Environment } from './Environment';
import type { Row } from './Database';

export type FieldType =
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
	| 'monetary'
	| 'one2many'
	| 'selection'
	| 'text';

export interface Field {
	type: FieldType;
	/** What people call it. */
	label: string;
	required?: boolean;
	readonly?: boolean;
	/** Model that a relation leads to. */
	relation?: string;
	/** Field of `relation` that a one2many is the other end of. */
	inverse?: string;
	selection?: ReadonlyArray<readonly [string, string]>;
	/** Groups (external ids) that may read it; everybody when left out. */
	groups?: readonly string[];
	/** Value of a record that is created without one. */
	initial?: (environment: Environment) => unknown;
	/** Whether Odoo stores what is computed here. */
	store?: boolean;
	/** Makes the value whenever it is read; here such a field is never stored. */
	compute?: (row: Row, environment: Environment) => unknown;
}

type Options = Omit<Field, 'type' | 'label'>;

const plain =
	(type: FieldType) =>
	(label: string, options: Options = {}): Field => ({ type, label, ...options });

const related =
	(type: FieldType) =>
	(label: string, relation: string, options: Options = {}): Field => ({
		type,
		label,
		relation,
		...options,
	});

/** Field declarations, in Odoo's own words for the types. */
export const fields = {
	boolean: plain('boolean'),
	char: plain('char'),
	date: plain('date'),
	datetime: plain('datetime'),
	float: plain('float'),
	html: plain('html'),
	integer: plain('integer'),
	json: plain('json'),
	monetary: plain('monetary'),
	text: plain('text'),
	many2one: related('many2one'),
	many2many: related('many2many'),
	selection: (
		label: string,
		selection: ReadonlyArray<readonly [string, string]>,
		options: Options = {},
	): Field => ({ type: 'selection', label, selection, ...options }),
	one2many: (label: string, relation: string, inverse: string): Field => ({
		type: 'one2many',
		label,
		relation,
		inverse,
	}),
};

/** What a stored field holds when nothing was given. */
export function emptyValue({ type }: Field): unknown {
	if (type === 'float' || type === 'integer' || type === 'monetary') return 0;
	return type === 'many2many' ? [] : false;
}
