import type { Claim } from '../../domain/advice/adviceSection';
import { formatValue } from '../../domain/formatValue';
import type { Compared } from '../../domain/policy/policyResult';
import type { Phrases } from './phrases/Phrases';
import type { SummarizedCase } from './SummarizedCase';

interface Excess {
	ruleId: string;
	compared: Compared;
	gap: number;
	/** Of the limit. */
	share: number;
}

/**
 * What most likely stopped a case: of all numbers beyond a limit, the one that is furthest beyond,
 * measured by the limit. `null` when no rule compared numbers.
 */
export function chiefCause({ policy, record }: SummarizedCase, phrases: Phrases): Claim | null {
	const excesses = policy.rules.flatMap(({ id, conditions }) =>
		conditions.flatMap((compared) => excessOf(id, compared)),
	);
	const [chief] = excesses.sort((left, right) => right.share - left.share);
	if (!chief) return null;
	const { compared, gap, ruleId } = chief;
	const distance = distanceOf(gap, compared, record.currency, phrases);
	return {
		text: phrases.furthest(compared.sentence || compared.fact, distance),
		cites: [`rule:${ruleId}`, `fact:${compared.fact}`],
	};
}

function excessOf(ruleId: string, compared: Compared): Excess[] {
	const { value, threshold } = compared;
	if (typeof value !== 'number' || typeof threshold !== 'number' || threshold === 0) return [];
	const gap = Number(Math.abs(value - threshold).toFixed(4));
	return gap === 0 ? [] : [{ ruleId, compared, gap, share: gap / Math.abs(threshold) }];
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
