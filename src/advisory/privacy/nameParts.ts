export interface KnownNames {
	/** Of these each part is taken out too: "Seller" of "Sam Seller". */
	people: readonly string[];
	organisations: readonly string[];
}

const shortest = 3;

/**
 * A pattern that finds the names in a text, the longest first; `null` when there are none.
 *
 * Only names that are known are found. Guessing at names by their looks would take any two words
 * with capitals. A part of a person's name counts only as it is written, so that "Mark" is found
 * and "mark" is not.
 */
export function patternOfNames({ people, organisations }: KnownNames): RegExp | null {
	const whole = [...people, ...organisations.flatMap(withBothSides)];
	const parts = people.flatMap((name) => name.split(/[\s,]+/u));
	const alternatives = [...whole.map(inAnyCase), ...parts.filter(isLongEnough).map(escaped)];
	const known = [...new Set(alternatives.filter((one) => one !== ''))];
	if (known.length === 0) return null;
	const ordered = known.sort((left, right) => right.length - left.length);
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${ordered.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

/** Odoo writes a contact as "Company, Person". */
function withBothSides(name: string): string[] {
	return [name, ...name.split(',')];
}

function isLongEnough(part: string): boolean {
	return part.length >= shortest;
}

function inAnyCase(name: string): string {
	const trimmed = name.trim();
	if (!isLongEnough(trimmed)) return '';
	return [...trimmed]
		.map((sign) => {
			const cases = [...new Set([sign, sign.toLowerCase(), sign.toUpperCase()])];
			const isPlain = cases.length > 1 && cases.every((one) => [...one].length === 1);
			return isPlain ? `[${cases.map(escaped).join('')}]` : escaped(sign);
		})
		.join('')
		.replaceAll(/\s+/gu, '\\s+');
}

function escaped(text: string): string {
	return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
