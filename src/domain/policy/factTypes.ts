import type { Comparison } from './condition';
import { readDate } from './days';
import type { FactType, Policy } from './policy';

/** Whether a value is what a fact of the type may be. `NaN` and the infinities are numbers to JavaScript alone. */
export function isOfType(value: unknown, type: FactType, timeZone: string): boolean {
	switch (type) {
		case 'number':
			return typeof value === 'number' && Number.isFinite(value);
		case 'string':
		case 'boolean':
			return typeof value === type;
		case 'date':
			return readDate(value, timeZone) !== null;
		case 'list':
			return isListOfTexts(value);
	}
}

/** A list with holes is none. What a program made may throw when it is read, and is no list either. */
function isListOfTexts(value: unknown): boolean {
	try {
		if (!Array.isArray(value) || Object.keys(value).length !== value.length) return false;
		return value.every((member) => typeof member === 'string');
	} catch {
		return false;
	}
}

/** Days and percent are numbers, whatever they are made of. */
export function comparedType(
	{ facts }: Pick<Policy, 'facts'>,
	{ fact, days, percentOf }: Comparison,
): FactType {
	return days || percentOf ? 'number' : (facts[fact]?.type ?? 'string');
}
