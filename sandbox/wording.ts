/** Versions of Odoo that the sandbox can pass for. */
export type OdooVersion = 18 | 19;

/** Where the versions say the same thing in other words. */
export interface Wording {
	unknownReadField(model: string, field: string): string;
	unknownWrittenField(model: string, field: string): string;
	unknownDomainField(model: string, field: string, condition: string): string;
	unknownOperator(condition: string): string;
	malformedDomain(domain: string): { name: 'AssertionError' | 'TypeError'; message: string };
	privateMethod(model: string, method: string): string;
	unknownMethod(model: string, method: string): string;
	mandatoryField(model: Labelled, field: Labelled): string;
	restrictedField(model: Labelled, field: string, userId: number, groups: string): string;
	tooFewArguments: { name: 'IndexError' | 'ValueError'; message: string };
}

export interface Labelled {
	name: string;
	label: string;
}

const odoo19: Wording = {
	unknownReadField: (model, field) => `Invalid field '${field}' on '${model}'`,
	unknownWrittenField: (model, field) => `Invalid field '${field}' in '${model}'`,
	unknownDomainField: (model, field, condition) =>
		`Invalid field ${model}.${field} in condition ${condition}`,
	unknownOperator: (condition) => `Invalid operator in condition ${condition}`,
	malformedDomain: (domain) => ({
		name: 'TypeError',
		message: `Domain() invalid argument type for domain: ${domain}`,
	}),
	privateMethod: (model, method) =>
		`Private methods (such as '${model}.${method}') cannot be called remotely.`,
	unknownMethod: (model, method) => `The method '${model}.${method}' does not exist`,
	mandatoryField: (model, field) =>
		`Missing required value for the field '${field.label}' (${field.name}).\n` +
		`Model: '${model.label}' (${model.name})\n` +
		'- create/update: a mandatory field is not set\n' +
		'- delete: another model requires the record being deleted, you can archive it instead\n',
	restrictedField: (model, field, userId, groups) =>
		`You do not have enough rights to access the field "${field}" on ${model.label} ` +
		`(${model.name}). Please contact your system administrator.\n\n` +
		`Operation: read\nUser: ${userId}\nGroups: allowed for groups ${groups}`,
	tooFewArguments: {
		name: 'ValueError',
		message: 'not enough values to unpack (expected at least 5, got 0)',
	},
};

const odoo18: Wording = {
	unknownReadField: (model, field) => `Invalid field '${field}' on model '${model}'`,
	unknownWrittenField: (model, field) => `Invalid field '${field}' on model '${model}'`,
	unknownDomainField: (model, field, condition) =>
		`Invalid field ${model}.${field} in leaf ${condition}`,
	unknownOperator: (condition) => `Invalid leaf ${condition}`,
	malformedDomain: () => ({
		name: 'AssertionError',
		message: "Domains to normalize must have a 'domain' form: a list or tuple of domain components",
	}),
	privateMethod: (_model, method) =>
		`Private methods (such as ${method}) cannot be called remotely.`,
	unknownMethod: (model, method) => `The method '${method}' does not exist on the model '${model}'`,
	mandatoryField: (model, field) =>
		'\n- Create/update: a mandatory field is not set.\n' +
		'- Delete: another model requires the record being deleted. If possible, archive it instead.\n\n' +
		`Model: ${model.label} (${model.name})\nField: ${field.label} (${field.name})\n`,
	restrictedField: (model, field, userId, groups) =>
		`You do not have enough rights to access the fields "${field}" on ${model.label} ` +
		`(${model.name}). Please contact your system administrator.\n\n` +
		`Operation: read\nUser: ${userId}\nFields:\n- ${field} (allowed for groups ${groups})`,
	tooFewArguments: { name: 'IndexError', message: 'list index out of range' },
};

export function wordingOf(version: OdooVersion): Wording {
	return version === 18 ? odoo18 : odoo19;
}
