import type { Operator } from './policy';

/** What `not isMissing` becomes in an explanation, where every comparison is said positively. */
export type ExplainedOperator = Operator | 'isPresent';

/** Comparisons as people say them: "margin *is below* 15 %". */
export const operatorWords: Readonly<Record<ExplainedOperator, string>> = {
	equal: 'is',
	notEqual: 'is not',
	lessThan: 'is below',
	lessThanInclusive: 'is at most',
	greaterThan: 'is above',
	greaterThanInclusive: 'is at least',
	in: 'is one of',
	notIn: 'is none of',
	isMissing: 'is not known',
	isPresent: 'is known',
};
