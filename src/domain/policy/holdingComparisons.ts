import type { RuleResult } from 'json-rules-engine';

export interface HoldingComparison {
	fact: string;
	operator: string;
	threshold: unknown;
}

interface ComparisonResult {
	fact: string;
	operator: string;
	value?: unknown;
	result?: boolean;
}

type ConditionResult = RuleResult['conditions'] | ComparisonResult;

/**
 * The comparisons that made a rule match, in the order of the policy.
 * @param condition of a rule that matched; the engine notes the result of every part, but not of the whole
 */
export function holdingComparisons(condition: ConditionResult): HoldingComparison[] {
	if ('all' in condition) return condition.all.filter(isHolding).flatMap(holdingComparisons);
	if ('any' in condition) return condition.any.filter(isHolding).flatMap(holdingComparisons);
	if (!('fact' in condition)) return [];
	const { fact, operator, value } = condition;
	return [{ fact, operator, threshold: value }];
}

function isHolding({ result }: ConditionResult): boolean {
	return result === true;
}
