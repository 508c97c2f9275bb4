/** External ids of everything we provision are in this module. */
export const BLUEPRINT_MODULE = 'n8n_approvals';

/** A value that is only known inside one Odoo: the id of a record there. */
export type Reference =
	/** One record by external id; without a module it is one of ours. */
	| { ref: string }
	/** Several records by external id. */
	| { refs: readonly string[] }
	/** The model of a business record, such as `sale.order`. */
	| { modelNamed: string }
	/** Fields of a business model. */
	| { fieldsOf: string; named: readonly string[] }
	/** `ir.actions.act_window,12`: how a menu names its action. */
	| { actionOf: string };

export type Value = string | number | boolean | Reference;

/** One record to be found in Odoo as described; everything we provision is a list of these. */
export interface BlueprintRecord {
	/** External id inside our module. */
	name: string;
	/** Odoo model that the record belongs to. */
	model: string;
	/** An empty string or `false` for an empty field. */
	values: Record<string, Value>;
	/** Given when the record is made and then left to Odoo or to people. */
	onlyAtFirst?: Record<string, Value>;
}

export function ref(name: string): Reference {
	return { ref: name };
}

/** The external id in full. */
export function externalId(name: string): string {
	return name.includes('.') ? name : `${BLUEPRINT_MODULE}.${name}`;
}
