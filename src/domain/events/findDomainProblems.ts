import { describeUnfit } from './fieldValues';
import { kindOf, type FieldKind, type ModelField, type ModelFields } from './modelFields';
import type { DomainCondition, OdooDomain } from './odooDomain';

const equality = ['=', '!=', '=?', 'in', 'not in'];
const order = ['<', '<=', '>', '>='];
const pattern = ['like', 'not like', 'ilike', 'not ilike', '=like', '=ilike'];
const hierarchy = ['child_of', 'parent_of'];
const subdomain = ['any', 'not any'];

const operators: Readonly<Record<FieldKind, readonly string[]>> = {
	number: [...equality, ...order],
	text: [...equality, ...order, ...pattern],
	boolean: equality,
	date: [...equality, ...order],
	datetime: [...equality, ...order],
	choice: [...equality, ...pattern],
	relation: [...equality, ...pattern, ...hierarchy, ...subdomain],
	other: equality,
};

/** Types besides the relational ones that a path may go through, such as to the month of a date. */
const divisible: readonly string[] = ['date', 'datetime', 'properties'];

/**
 * What Odoo would refuse in a domain, or could never find: one sentence for each fault. Only the
 * first field of a path is known here, so the rest of a path is not looked at.
 */
export function findDomainProblems(domain: OdooDomain, fields: ModelFields): string[] {
	return domain
		.map((part) => (typeof part === 'string' ? null : problemOf(part, fields)))
		.filter((problem) => problem !== null);
}

function problemOf([path, operator, value]: DomainCondition, fields: ModelFields): string | null {
	const [name = '', ...rest] = path.split('.');
	const field = fields.get(name);
	if (!field) return `The model has no field "${name}" that this user may read`;
	const kind = kindOf(field);
	if (rest.length > 0) {
		return kind === 'relation' || divisible.includes(field.type)
			? null
			: `"${name}" (${field.label}) leads to no other record, so there is no "${path}"`;
	}
	const known = name === 'id' ? [...operators[kind], ...hierarchy] : operators[kind];
	if (!known.includes(operator)) {
		return `"${name}" (${field.label}) cannot be compared by "${operator}", only by ${known.join(', ')}`;
	}
	const wanted = wantedInstead(operator, value, field);
	return wanted && `"${name}" (${field.label}) ${operator}: must be ${wanted}`;
}

/** What would have to stand in the place of a value that does not fit; `null` when it fits. */
function wantedInstead(operator: string, value: unknown, field: ModelField): string | null {
	if (hierarchy.includes(operator)) return null;
	if (subdomain.includes(operator)) return Array.isArray(value) ? null : 'a domain';
	if (pattern.includes(operator)) return typeof value === 'string' ? null : 'a text';
	if (operator !== 'in' && operator !== 'not in') return describeUnfit(value, field);
	if (!Array.isArray(value)) return 'a list';
	const faults = value.map((one) => describeUnfit(one, field)).filter((fault) => fault !== null);
	return faults[0] === undefined ? null : `a list, each of it ${faults[0]}`;
}
