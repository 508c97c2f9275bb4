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
	| { actionOf: string }
	/** The id itself, in a field that holds a number. */
	| { idOf: string };

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

/** In which language names are written and compared. */
export const englishContext = { lang: 'en_US', active_test: false };

/** The external id in full. */
export function externalId(name: string): string {
	return name.includes('.') ? name : `${BLUEPRINT_MODULE}.${name}`;
}

/** Everything that a reference points to, by names that are unique in one Odoo. */
export function referencedNames(reference: Reference): string[] {
	if ('refs' in reference) return reference.refs.map(externalId);
	if ('modelNamed' in reference) return [modelKey(reference.modelNamed)];
	if ('fieldsOf' in reference) {
		return reference.named.map((name) => fieldKey(reference.fieldsOf, name));
	}
	if ('actionOf' in reference) return [externalId(reference.actionOf)];
	if ('idOf' in reference) return [externalId(reference.idOf)];
	return [externalId(reference.ref)];
}

export function modelKey(model: string): string {
	return `model:${model}`;
}

export function fieldKey(model: string, name: string): string {
	return `field:${model}/${name}`;
}
