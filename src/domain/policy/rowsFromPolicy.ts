import { isFactReference, type Comparison } from './condition';
import type { Policy, Rule } from './policy';
import type { PolicyRow } from './policyFromRows';
import { toPositive } from './positiveCondition';

/**
 * The rows of a table that make the same rules. A rule that is no plain list of comparisons, all of
 * which have to hold, cannot be written in rows.
 *
 * @returns `null` when some rule cannot
 */
export function rowsFromPolicy(policy: Policy): PolicyRow[] | null {
	const rows: PolicyRow[] = [];
	for (const rule of policy.rules) {
		const comparisons = plainComparisons(rule);
		if (!comparisons) return null;
		for (const [index, comparison] of comparisons.entries()) {
			rows.push(
				index === 0
					? firstRow(rule, comparison)
					: { ...emptyRow, join: 'and', ...said(comparison) },
			);
		}
	}
	return rows;
}

const emptyRow: PolicyRow = {
	join: 'rule',
	fact: '',
	measure: 'value',
	percentOf: '',
	operator: 'equal',
	value: '',
	outcome: 'require_approval',
	reason: '',
	role: '',
	slaClass: '',
	riskWeight: 0,
};

function firstRow(rule: Rule, comparison: Comparison): PolicyRow {
	const { outcome, reason, role = '', slaClass = '', riskWeight = 0 } = rule;
	return { ...emptyRow, ...said(comparison), outcome, reason, role, slaClass, riskWeight };
}

function said({ fact, days, percentOf, operator, value }: Comparison) {
	const measure = days === 'since' ? 'daysSince' : days === 'until' ? 'daysUntil' : 'value';
	return {
		fact,
		measure: percentOf === undefined ? measure : 'percentOf',
		percentOf: percentOf ?? '',
		operator,
		value: isFactReference(value) ? `{{${value.fact}}}` : [value ?? ''].flat().join(', '),
	} as const;
}

function plainComparisons({ when }: Rule): Comparison[] | null {
	const condition = toPositive(when);
	if ('fact' in condition) return [condition];
	if (!('all' in condition)) return null;
	const comparisons = condition.all.flatMap((one) => ('fact' in one ? one : []));
	return comparisons.length === condition.all.length ? comparisons : null;
}
