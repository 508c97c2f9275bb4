import type { Environment } from './Environment';
import type { Row } from './Database';
import type { Field } from './fields';

export type Operation = 'read' | 'write' | 'create' | 'unlink';

export interface Parameter {
	name: string;
	/** Value when the caller gives none; a parameter without one is required. */
	fallback?: unknown;
}

export interface MethodCall {
	environment: Environment;
	model: Model;
	/** What came as ids, for a method of records. Anything may come. */
	ids: unknown[];
	values: Record<string, unknown>;
}

/** A method that may be called from outside. */
export interface Method {
	/** `model` methods take no ids. */
	kind: 'model' | 'records';
	parameters: readonly Parameter[];
	/** Whether unknown keywords reach the method, as with Python's `**kwargs`. */
	takesKeywords?: boolean;
	run(call: MethodCall): unknown;
}

export interface Model {
	name: string;
	label: string;
	fields: Record<string, Field>;
	/** Field that names a record; `name` as a rule. */
	nameField: string;
	/** Order of a search that asks for none. */
	order: string;
	/** Groups (external ids) that may do it; an empty list means nobody. */
	access: Record<Operation, readonly string[]>;
	/** Which records a user may touch at all; everybody all of them when left out. */
	mayTouch?: (row: Row, environment: Environment) => boolean;
	methods: Record<string, Method>;
	/** `given` are the values that the caller named. */
	afterCreate?: (
		id: number,
		environment: Environment,
		given: Readonly<Record<string, unknown>>,
	) => void;
	/** Speaks even before rights are asked. */
	guardUnlink?: () => void;
	beforeUnlink?: (row: Row, environment: Environment) => void;
	/** What the database itself refuses, in Odoo's words; checked after every change. */
	constraint?: (row: Row, environment: Environment) => string | null;
}
