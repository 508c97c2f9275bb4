import type { DomainCondition, OdooDomain } from './odooDomain';
import { typedValue } from './fieldValues';
import type { ModelFields } from './modelFields';

/**
 * What a row of conditions may say, and the operator that it stands for. The names are words, since
 * n8n takes any value that begins with `=` for an expression.
 */
export const conditionOperators = {
	is: { label: 'Is', operator: '=' },
	isNot: { label: 'Is Not', operator: '!=' },
	isOneOf: { label: 'Is One Of', operator: 'in' },
	isNoneOf: { label: 'Is None Of', operator: 'not in' },
	contains: { label: 'Contains', operator: 'ilike' },
	lacks: { label: 'Does Not Contain', operator: 'not ilike' },
	isMore: { label: 'Is More Than', operator: '>' },
	isAtLeast: { label: 'Is at Least', operator: '>=' },
	isLess: { label: 'Is Less Than', operator: '<' },
	isAtMost: { label: 'Is at Most', operator: '<=' },
	isSet: { label: 'Is Set', operator: '!=' },
	isNotSet: { label: 'Is Not Set', operator: '=' },
} as const;

export type ConditionName = keyof typeof conditionOperators;

export interface ConditionRow {
	field: string;
	operator: ConditionName;
	/** As it was typed. Several are parted by commas; whether a field is set takes none. */
	value: string;
}

/** The domain that rows of conditions describe. Fields that the model lacks are left for the check. */
export function domainFromConditions(
	rows: readonly ConditionRow[],
	match: 'all' | 'any',
	fields: ModelFields,
): OdooDomain {
	const joints = match === 'any' ? rows.slice(1).map(() => '|' as const) : [];
	return [...joints, ...rows.map((row) => conditionOf(row, fields))];
}

function conditionOf(
	{ field, operator: name, value }: ConditionRow,
	fields: ModelFields,
): DomainCondition {
	const known = fields.get(field);
	const typed = (text: string) => (known ? typedValue(text, known) : text);
	const { operator } = conditionOperators[name];
	if (name === 'isSet' || name === 'isNotSet') return [field, operator, false];
	if (name === 'isOneOf' || name === 'isNoneOf')
		return [field, operator, value.split(',').map((one) => typed(one.trim()))];
	return [field, operator, typed(value)];
}
