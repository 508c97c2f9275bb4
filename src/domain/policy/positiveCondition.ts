import type { Comparison, Condition } from './condition';
import { operators } from './operators';

/** A condition without `not`: comparisons, joined by all and any. */
export type PositiveCondition =
	Comparison | { all: PositiveCondition[] } | { any: PositiveCondition[] };

/**
 * Moves every `not` down into the comparisons.
 *
 * So each comparison can be taken for true or false by itself when its fact is missing, and an
 * explanation never has to say "it is not so that".
 */
export function toPositive(condition: Condition, negated = false): PositiveCondition {
	if ('not' in condition) return toPositive(condition.not, !negated);
	if ('fact' in condition) {
		const { operator } = condition;
		return { ...condition, operator: negated ? operators[operator].opposite : operator };
	}
	const isAll = 'all' in condition;
	const members = (isAll ? condition.all : condition.any).map((member) =>
		toPositive(member, negated),
	);
	return isAll !== negated ? { all: members } : { any: members };
}
