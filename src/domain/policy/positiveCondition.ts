import type { Comparison, Condition } from './policy';
import type { ExplainedOperator } from './operatorWords';

/** A condition without `not`: comparisons, joined by all and any. */
export type PositiveCondition =
	PositiveComparison | { all: PositiveCondition[] } | { any: PositiveCondition[] };

/** Written as the engine wants it, which asks for a value even where none is compared. */
export interface PositiveComparison {
	fact: string;
	operator: ExplainedOperator;
	value: Comparison['value'] | null;
}

const opposites: Readonly<Record<ExplainedOperator, ExplainedOperator>> = {
	equal: 'notEqual',
	notEqual: 'equal',
	lessThan: 'greaterThanInclusive',
	greaterThanInclusive: 'lessThan',
	greaterThan: 'lessThanInclusive',
	lessThanInclusive: 'greaterThan',
	in: 'notIn',
	notIn: 'in',
	isMissing: 'isPresent',
	isPresent: 'isMissing',
};

/**
 * Moves every `not` down into the comparisons.
 *
 * So each comparison can be taken for true or false by itself when its fact is missing, and an
 * explanation never has to say "it is not so that".
 */
export function toPositive(condition: Condition, negated = false): PositiveCondition {
	if ('not' in condition) return toPositive(condition.not, !negated);
	if ('fact' in condition) {
		const { fact, operator, value = null } = condition;
		return { fact, operator: negated ? opposites[operator] : operator, value };
	}
	const isAll = 'all' in condition;
	const members = (isAll ? condition.all : condition.any).map((member) =>
		toPositive(member, negated),
	);
	return isAll !== negated ? { all: members } : { any: members };
}
