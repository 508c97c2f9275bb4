import { z } from 'zod';
import { formatValue } from '../formatValue';
import { subjectOf } from './compared';
import type { Comparison, ComparisonValue, Literal } from './condition';
import { PolicyInvalidError } from './errors';
import { comparedType } from './factTypes';
import { operatorNames, operators, wordsOf } from './operators';
import { parsePolicy } from './parsePolicy';
import type { FactType, Policy, Rule } from './policy';
import { policyOutcomes } from './policyResult';

/** One row of the table in the editor. An empty text means "not given". */
export const policyRowSchema = z.object({
	/** `and` makes the row a further condition of the rule above it, whose outcome it shares. */
	join: z.enum(['rule', 'and']).default('rule'),
	fact: z.string(),
	measure: z.enum(['value', 'daysSince', 'daysUntil', 'percentOf']).default('value'),
	/** Fact that is 100 %, where percent are measured. */
	percentOf: z.string().default(''),
	operator: z.enum(operatorNames),
	/** Typed in as text, or the result of an expression. */
	value: z.union([z.string(), z.number(), z.boolean()]).default('').transform(String),
	outcome: z.enum(policyOutcomes).default('require_approval'),
	reason: z.string().default(''),
	role: z.string().default(''),
	slaClass: z.string().default(''),
	riskWeight: z.number().default(0),
});

export type PolicyRow = z.infer<typeof policyRowSchema>;
/** Everything of a policy but its rules. */
export type PolicyBase = Omit<Policy, 'rules' | 'examples'> & Partial<Pick<Policy, 'examples'>>;

const factInBraces = /^\{\{\s*(\w+)\s*\}\}$/;

/** The fact that a value in a row stands for; `null` when it stands for itself. */
export function otherFactIn(value: string): string | null {
	return factInBraces.exec(value.trim())?.[1] ?? null;
}

/**
 * Makes a policy of a table in which each row is a rule with one comparison, or a further comparison
 * of the rule above it.
 *
 * Values are typed in as text and take the type of their fact; lists and ranges are separated by
 * commas, and `{{fact}}` compares with another fact. A rule without a reason gets one that states its
 * comparisons.
 *
 * @throws {PolicyInvalidError} a value does not fit its fact, or the policy is refused
 */
export async function policyFromRows(
	rows: readonly PolicyRow[],
	base: PolicyBase,
): Promise<Policy> {
	const groups: Array<{ row: PolicyRow; all: Comparison[] }> = [];
	for (const [index, row] of rows.entries()) {
		const comparison = comparisonOf(row, base, index);
		const last = groups.at(-1);
		if (row.join === 'and' && last) last.all.push(comparison);
		else groups.push({ row, all: [comparison] });
	}
	const rules = groups.map((group, index) => ruleOf(group, base, index));
	return await parsePolicy({ examples: [], ...base, rules });
}

function ruleOf(
	{ row, all }: { row: PolicyRow; all: Comparison[] },
	base: PolicyBase,
	index: number,
): Rule {
	const [first] = all;
	return {
		id: `row-${index + 1}`,
		when: first && all.length === 1 ? first : { all },
		outcome: row.outcome,
		reason: row.reason.trim() || all.map((one) => statementOf(one, base)).join(', and '),
		...(row.role.trim() && { role: row.role.trim() }),
		...(row.slaClass.trim() && { slaClass: row.slaClass.trim() }),
		...(row.riskWeight !== 0 && { riskWeight: row.riskWeight }),
	};
}

function comparisonOf(row: PolicyRow, base: PolicyBase, index: number): Comparison {
	const { fact, measure, operator } = row;
	const measured = {
		fact,
		...(measure === 'daysSince' && { days: 'since' as const }),
		...(measure === 'daysUntil' && { days: 'until' as const }),
		...(measure === 'percentOf' && { percentOf: row.percentOf }),
		operator,
	};
	if (operators[operator].takes === 'none') return measured;
	return { ...measured, value: readValue(row, measured, base, index) };
}

function readValue(
	{ fact, operator, value }: PolicyRow,
	comparison: Comparison,
	base: PolicyBase,
	index: number,
): ComparisonValue {
	const other = otherFactIn(value);
	if (other !== null) return { fact: other };
	// The type of a fact that is not declared does not matter: the policy is refused for it.
	const type = comparedType(base, comparison);
	const read = (text: string): Literal => {
		const literal = readLiteral(text.trim(), type);
		if (literal !== null) return literal;
		const message = `"${text.trim()}" is not a ${type}, which ${fact} is compared with`;
		throw new PolicyInvalidError([{ path: `rows[${index}].value`, message }]);
	};
	return operators[operator].takes === 'one' ? read(value) : value.split(',').map(read);
}

/** `null` when the text says nothing of that type; an empty text says nothing at all. */
function readLiteral(text: string, type: FactType): Literal | null {
	if (text === '') return null;
	if (type === 'boolean') return readBoolean(text.toLowerCase());
	if (type !== 'number') return text;
	return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function readBoolean(text: string): boolean | null {
	if (text === 'true') return true;
	return text === 'false' ? false : null;
}

function statementOf(comparison: Comparison, base: PolicyBase): string {
	const { fact, days, percentOf, operator, value } = comparison;
	const { takes } = operators[operator];
	const words = wordsOf(operator, comparedType(base, comparison));
	// What is measured of a fact is no fact that a reason could name; "Tier A is A" says it twice.
	const isSaid = days ?? percentOf ?? (takes === 'none' || operator === 'equal');
	const subject = `${subjectOf(base, comparison)}${isSaid ? '' : ` {{${fact}}}`}`;
	if (takes === 'none') return `${subject} ${words}`;
	return `${subject} ${words} ${limitText(comparison, base, value)}`;
}

function limitText(
	{ fact, days, percentOf }: Comparison,
	base: PolicyBase,
	value: unknown,
): string {
	if (typeof value === 'object' && value !== null && 'fact' in value)
		return `{{${String(value.fact)}}}`;
	const unit = percentOf ? '%' : days ? 'days' : base.facts[fact]?.unit;
	const { currency } = base;
	const stated = currency === 'company' ? undefined : currency;
	return [value]
		.flat()
		.map((one) => formatValue(one as Literal, unit, stated))
		.join(', ');
}
