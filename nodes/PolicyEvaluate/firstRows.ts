import { formatValue } from '../../src/domain/formatValue';
import type { Policy } from '../../src/domain/policy/policy';
import type { PolicyRow } from '../../src/domain/policy/policyFromRows';
import { thresholdsOf, type Threshold } from '../../src/domain/policy/policyThresholds';
import { rowsFromPolicy } from '../../src/domain/policy/rowsFromPolicy';

/**
 * The rows that a table begins with: the rules of a preset. A limit that has a field of its own in
 * the preset is taken from there, so that whoever set limits first finds them in the table.
 */
export function firstRows(preset: Policy): PolicyRow[] {
	const limits = thresholdsOf(preset);
	return (rowsFromPolicy(preset) ?? []).map((row) => ({
		...row,
		value: linkedValue(row, limits),
		// A reason that names a limit would go on naming the old one; without one, the row makes its own.
		reason: limits.some((limit) => row.reason.includes(shown(preset, limit))) ? '' : row.reason,
	}));
}

function linkedValue({ fact, operator, value }: PolicyRow, limits: readonly Threshold[]): string {
	const limit = limits.find(
		(one) => one.fact === fact && one.operator === operator && String(one.value) === value,
	);
	return limit ? `={{ $parameter.limits.${limit.name} ?? ${value} }}` : value;
}

function shown({ facts }: Policy, { fact, value }: Threshold): string {
	return formatValue(value, facts[fact]?.unit);
}
