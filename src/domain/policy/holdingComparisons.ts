import type { RuleResult } from 'json-rules-engine';

export interface HoldingComparison {
	fact: string;
	operator: string;
	threshold: unknown;
}

type ConditionResult = RuleResult['conditions'] | ComparisonResult;
interface ComparisonResult {
	fact: string;
	operator: string;
	value?: unknown;
	result?: boolean;
}

/** The comparisons that made a condition hold, in the order of the policy. */
export function holdingComparisons(condition: ConditionResult): HoldingComparison[] {
	if (condition.result !== true) return [];
	if ('all' in condition) return condition.all.flatMap(holdingComparisons);
	if ('any' in condition) return condition.any.flatMap(holdingComparisons);
	if (!('fact' in condition)) return [];
	const { fact, operator, value } = condition;
	return [{ fact, operator, threshold: value }];
}
