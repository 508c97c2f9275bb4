import type { FactType } from './policy';

/** What a comparison takes beside its fact: one value, a list, the two ends of a range, or nothing. */
export type ValueShape = 'one' | 'list' | 'range' | 'none';

interface OperatorMeaning {
	opposite: Operator;
	/** As people say it: "margin *is below* 15 %". */
	words: string;
	/** Of dates, where that is said in other words. */
	dateWords?: string;
	takes: ValueShape;
	/** Types of fact that it can compare. */
	types: readonly FactType[];
	/**
	 * Whether it holds. Dates are given as milliseconds; neither side is missing.
	 * `null` for those that ask whether a fact is there at all.
	 */
	holds: ((fact: unknown, value: unknown) => boolean) | null;
}

/** Comparisons that a condition can make. `isMissing` alone can match a fact that is missing. */
export const operatorNames = [
	'equal',
	'notEqual',
	'lessThan',
	'lessThanInclusive',
	'greaterThan',
	'greaterThanInclusive',
	'between',
	'notBetween',
	'in',
	'notIn',
	'matches',
	'notMatches',
	'containsAny',
	'containsNone',
	'containsAll',
	'lacksAny',
	'changedSince',
	'notChangedSince',
	'isMissing',
	'isPresent',
] as const;
export type Operator = (typeof operatorNames)[number];

const scalars = ['number', 'string', 'boolean'] as const;
const measurable = ['number', 'date'] as const;
const texts = ['string', 'list'] as const;
const everything = ['number', 'string', 'boolean', 'date', 'list'] as const;

/** Orders two numbers; anything else is in no order at all. */
const ordered =
	(holds: (left: number, right: number) => boolean) =>
	(fact: unknown, value: unknown): boolean =>
		typeof fact === 'number' && typeof value === 'number' && holds(fact, value);

const isWithin = (fact: unknown, range: unknown): boolean =>
	typeof fact === 'number' && Array.isArray(range) && range[0] <= fact && fact <= range[1];
const isListed = (member: unknown, list: unknown): boolean =>
	Array.isArray(list) && list.includes(member);
const members = (fact: unknown): unknown[] => [fact].flat();
const isMatched = (fact: unknown, patterns: unknown): boolean =>
	members(fact).some((text) => [patterns].flat().some((one) => isLike(String(text), String(one))));
const hasAny = (fact: unknown, list: unknown): boolean =>
	members(fact).some((member) => isListed(member, list));
const hasAll = (fact: unknown, list: unknown): boolean =>
	Array.isArray(list) && list.every((member) => isListed(member, fact));
const isLater = ordered((left, right) => left > right);

/** What each operator means, in one place: checks, words, evaluation and negation all read it here. */
export const operators: Readonly<Record<Operator, OperatorMeaning>> = {
	equal: {
		opposite: 'notEqual',
		words: 'is',
		takes: 'one',
		types: scalars,
		holds: (fact, value) => fact === value,
	},
	notEqual: {
		opposite: 'equal',
		words: 'is not',
		takes: 'one',
		types: scalars,
		holds: (fact, value) => fact !== value,
	},
	lessThan: {
		opposite: 'greaterThanInclusive',
		words: 'is below',
		dateWords: 'is before',
		takes: 'one',
		types: measurable,
		holds: ordered((left, right) => left < right),
	},
	lessThanInclusive: {
		opposite: 'greaterThan',
		words: 'is at most',
		dateWords: 'is not after',
		takes: 'one',
		types: measurable,
		holds: ordered((left, right) => left <= right),
	},
	greaterThan: {
		opposite: 'lessThanInclusive',
		words: 'is above',
		dateWords: 'is after',
		takes: 'one',
		types: measurable,
		holds: isLater,
	},
	greaterThanInclusive: {
		opposite: 'lessThan',
		words: 'is at least',
		dateWords: 'is not before',
		takes: 'one',
		types: measurable,
		holds: ordered((left, right) => left >= right),
	},
	between: {
		opposite: 'notBetween',
		words: 'is between',
		takes: 'range',
		types: measurable,
		holds: isWithin,
	},
	notBetween: {
		opposite: 'between',
		words: 'is not between',
		takes: 'range',
		types: measurable,
		holds: (fact, range) => !isWithin(fact, range),
	},
	in: {
		opposite: 'notIn',
		words: 'is one of',
		takes: 'list',
		types: ['number', 'string'],
		holds: isListed,
	},
	notIn: {
		opposite: 'in',
		words: 'is none of',
		takes: 'list',
		types: ['number', 'string'],
		holds: (fact, list) => !isListed(fact, list),
	},
	matches: {
		opposite: 'notMatches',
		words: 'is like one of',
		takes: 'list',
		types: texts,
		holds: isMatched,
	},
	notMatches: {
		opposite: 'matches',
		words: 'is like none of',
		takes: 'list',
		types: texts,
		holds: (fact, patterns) => !isMatched(fact, patterns),
	},
	containsAny: {
		opposite: 'containsNone',
		words: 'has any of',
		takes: 'list',
		types: ['list'],
		holds: hasAny,
	},
	containsNone: {
		opposite: 'containsAny',
		words: 'has none of',
		takes: 'list',
		types: ['list'],
		holds: (fact, list) => !hasAny(fact, list),
	},
	containsAll: {
		opposite: 'lacksAny',
		words: 'has all of',
		takes: 'list',
		types: ['list'],
		holds: hasAll,
	},
	lacksAny: {
		opposite: 'containsAll',
		words: 'lacks any of',
		takes: 'list',
		types: ['list'],
		holds: (fact, list) => !hasAll(fact, list),
	},
	changedSince: {
		opposite: 'notChangedSince',
		words: 'has changed since',
		takes: 'one',
		types: ['date'],
		holds: isLater,
	},
	notChangedSince: {
		opposite: 'changedSince',
		words: 'has not changed since',
		takes: 'one',
		types: ['date'],
		holds: (fact, value) => !isLater(fact, value),
	},
	isMissing: {
		opposite: 'isPresent',
		words: 'is not known',
		takes: 'none',
		types: everything,
		holds: null,
	},
	isPresent: {
		opposite: 'isMissing',
		words: 'is known',
		takes: 'none',
		types: everything,
		holds: null,
	},
};

/** The operators that make sense for facts of a type. */
export function operatorsFor(type: FactType): Operator[] {
	return operatorNames.filter((name) => operators[name].types.includes(type));
}

/** A comparison as people say it of facts of a type. */
export function wordsOf(operator: Operator, type: FactType): string {
	const { words, dateWords = words } = operators[operator];
	return type === 'date' ? dateWords : words;
}

/**
 * Whether a text is like a pattern in which `*` stands for any text, whatever the case of letters.
 * Takes time in proportion to the two lengths whatever the pattern, which a regular expression does not.
 */
function isLike(text: string, pattern: string): boolean {
	const [first = '', ...rest] = pattern.toLowerCase().split('*');
	const said = text.toLowerCase();
	const last = rest.pop();
	if (last === undefined) return said === first;
	if (said.length < first.length + last.length) return false;
	if (!said.startsWith(first) || !said.endsWith(last)) return false;
	const end = said.length - last.length;
	let at = first.length;
	for (const part of rest) {
		const found = said.indexOf(part, at);
		if (found < 0 || found + part.length > end) return false;
		at = found + part.length;
	}
	return true;
}
