import { notImplemented } from '../OdooFault';

type Comparison = (held: unknown, value: unknown) => boolean;

const equals: Comparison = (held, value) => {
	if (Array.isArray(held)) return value === false ? held.length === 0 : held.includes(value);
	return held === value || (isEmpty(held) && isEmpty(value));
};

const isIn: Comparison = (held, value) => {
	if (!Array.isArray(value))
		throw notImplemented('The operator "in" with something else than a list');
	return value.some((one) => equals(held, one));
};

const contains =
	(fold: (text: string) => string): Comparison =>
	(held, value) =>
		typeof held === 'string' && fold(held).includes(fold(String(value)));

const ordered =
	(test: (order: number) => boolean): Comparison =>
	(held, value) =>
		typeof held === typeof value && !isEmpty(held) && test(compareValues(held, value));

const same = (text: string) => text;
const lower = (text: string) => text.toLowerCase();
const not =
	(comparison: Comparison): Comparison =>
	(held, value) =>
		!comparison(held, value);

const comparisons: Record<string, Comparison> = {
	'=': equals,
	'!=': not(equals),
	in: isIn,
	'not in': not(isIn),
	'<': ordered((order) => order < 0),
	'<=': ordered((order) => order <= 0),
	'>': ordered((order) => order > 0),
	'>=': ordered((order) => order >= 0),
	like: contains(same),
	ilike: contains(lower),
	'not like': not(contains(same)),
	'not ilike': not(contains(lower)),
};

export const knownOperators: ReadonlySet<string> = new Set(Object.keys(comparisons));

/** Operators that Odoo knows and the sandbox does not. */
export const otherOperators: ReadonlySet<string> = new Set([
	'=?',
	'=like',
	'=ilike',
	'child_of',
	'parent_of',
	'any',
	'not any',
]);

/** Whether what a field holds meets one condition of a domain. */
export function matchesCondition(held: unknown, operator: string, value: unknown): boolean {
	return comparisons[operator]?.(held, value) ?? false;
}

/** Numbers by size, texts by code point, anything else as equal. */
export function compareValues(left: unknown, right: unknown): number {
	if (typeof left === 'number' && typeof right === 'number') return left - right;
	const [first, second] = [left, right].map((one) => (typeof one === 'string' ? one : ''));
	if (first === second) return 0;
	return (first ?? '') < (second ?? '') ? -1 : 1;
}

function isEmpty(value: unknown): boolean {
	return value === false || value === null || value === undefined;
}
