import { z } from 'zod';
import { formatValue } from '../formatValue';
import { PolicyInvalidError } from './errors';
import { operatorWords } from './operatorWords';
import { parsePolicy } from './parsePolicy';
import { operators, type Policy } from './policy';
import { policyOutcomes } from './policyResult';

/** One row of the table in the editor. An empty text means "not given". */
export const policyRowSchema = z.object({
	fact: z.string(),
	operator: z.enum(operators),
	value: z.string(),
	outcome: z.enum(policyOutcomes),
	reason: z.string(),
	role: z.string(),
	slaClass: z.string(),
});

export type PolicyRow = z.infer<typeof policyRowSchema>;
/** Everything of a policy but its rules. */
export type PolicyBase = Omit<Policy, 'rules' | 'examples'> & Partial<Pick<Policy, 'examples'>>;

type Scalar = number | string | boolean;
type FactType = Policy['facts'][string]['type'];

/**
 * Makes a policy of a table in which each row is a rule with one comparison.
 *
 * Values are typed in as text and take the type of their fact; `in` and `notIn` take a list with
 * commas. A row without a reason gets one that states its comparison.
 *
 * @throws {PolicyInvalidError} a value does not fit its fact, or the policy is refused
 */
export async function policyFromRows(
	rows: readonly PolicyRow[],
	base: PolicyBase,
): Promise<Policy> {
	const rules = rows.map((row, index) => ({
		id: `row-${index + 1}`,
		when: {
			fact: row.fact,
			operator: row.operator,
			...(row.operator === 'isMissing' ? {} : { value: readValue(row, base, index) }),
		},
		outcome: row.outcome,
		reason: row.reason.trim() || reasonOf(row, base),
		...(row.role.trim() && { role: row.role.trim() }),
		...(row.slaClass.trim() && { slaClass: row.slaClass.trim() }),
	}));
	return await parsePolicy({ examples: [], ...base, rules });
}

function readValue(row: PolicyRow, base: PolicyBase, index: number): Scalar | Scalar[] {
	// The type of a fact that is not declared does not matter: the policy is refused for it.
	const type = base.facts[row.fact]?.type ?? 'string';
	const read = (text: string): Scalar => {
		const value = readScalar(text.trim(), type);
		if (value !== null) return value;
		const message = `"${text.trim()}" is not a ${type}, and ${row.fact} is declared as one`;
		throw new PolicyInvalidError([{ path: `rules[${index}].value`, message }]);
	};
	const isList = row.operator === 'in' || row.operator === 'notIn';
	return isList ? row.value.split(',').map(read) : read(row.value);
}

/** `null` when the text says nothing of that type; an empty text says nothing at all. */
function readScalar(text: string, type: FactType): Scalar | null {
	if (text === '') return null;
	if (type === 'string') return text;
	if (type === 'boolean') return readBoolean(text.toLowerCase());
	return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function readBoolean(text: string): boolean | null {
	if (text === 'true') return true;
	return text === 'false' ? false : null;
}

function reasonOf({ fact, operator, value }: PolicyRow, base: PolicyBase): string {
	const { label = fact, unit, type } = base.facts[fact] ?? {};
	if (operator === 'isMissing') return `${label} is not known`;
	const number = type === 'number' ? readScalar(value.trim(), type) : null;
	const limit = formatValue(number ?? value.trim(), unit === 'money' ? null : unit);
	return `${label} {{${fact}}} ${operatorWords[operator]} ${limit}`;
}
