import type { Claim } from '../../domain/advice/adviceSection';
import { formatValue } from '../../domain/formatValue';
import { severity, type Compared } from '../../domain/policy/policyResult';
import type { Phrases } from './phrases/Phrases';
import type { SummarizedCase } from './SummarizedCase';

interface Excess {
	ruleId: string;
	compared: Compared;
	/** How grave it is that the rule matched. */
	severity: number;
	gap: number;
	/** Of the limit; endless where the limit is nothing. */
	share: number;
}

/**
 * What most likely stopped a case: of all numbers beyond a limit of the gravest rules, the one that
 * is furthest beyond, measured by the limit. `null` when no rule compared numbers.
 */
export function chiefCause({ policy, record }: SummarizedCase, phrases: Phrases): Claim | null {
	const excesses = policy.rules.flatMap(({ id, outcome, conditions }) =>
		conditions.flatMap((compared) => excessOf(id, severity(outcome), compared)),
	);
	const [chief, ...others] = excesses.sort(
		(left, right) => right.severity - left.severity || right.share - left.share,
	);
	if (!chief) return null;
	const { compared, gap, ruleId } = chief;
	const distance = distanceOf(gap, compared, record.currency, phrases);
	const isAlone = others.every((other) => other.compared.sentence === compared.sentence);
	const write = isAlone ? phrases.beyond : phrases.chiefly;
	return {
		text: write(compared.sentence || compared.fact, distance),
		cites: [`rule:${ruleId}`, `fact:${compared.fact}`],
	};
}

/** That something is there which should not be, such as damaged units, is no distance. */
function excessOf(ruleId: string, severity: number, compared: Compared): Excess[] {
	const { value, threshold, unit } = compared;
	if (typeof value !== 'number' || typeof threshold !== 'number') return [];
	const gap = Number(Math.abs(value - threshold).toFixed(4));
	if (gap === 0 || (threshold === 0 && unit === null)) return [];
	return [{ ruleId, compared, severity, gap, share: gap / Math.abs(threshold) }];
}

function distanceOf(
	gap: number,
	{ unit }: Compared,
	currency: string | null,
	phrases: Phrases,
): string {
	if (unit === '%') return phrases.points(formatValue(gap));
	return formatValue(gap, unit, currency);
}
