/** Where a text breaks off being JSON; line and column count from 1. */
export interface JsonBreak {
	line: number;
	column: number;
	/** What is wrong there, as a sentence goes on after "is not JSON:". */
	fault: string;
}

const token =
	/"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/uy;
const space = /[ \t\n\r]*/y;

/** `inObject` and `inList` come after a value in one; `end` after the value that is the whole. */
type Place =
	'value' | 'firstElement' | 'key' | 'firstKey' | 'colon' | 'inObject' | 'inList' | 'end';

const value = { text: 'after', literal: 'after', '{': 'firstKey', '[': 'firstElement' } as const;

/** What may follow in each place, by its kind, and where that leads to. */
const grammar: Readonly<Record<Place, Readonly<Record<string, Place | 'after'>>>> = {
	value,
	firstElement: { ...value, ']': 'after' },
	key: { text: 'colon' },
	firstKey: { text: 'colon', '}': 'after' },
	colon: { ':': 'value' },
	inObject: { ',': 'key', '}': 'after' },
	inList: { ',': 'value', ']': 'after' },
	end: {},
};

/**
 * Finds the first place at which a text is no JSON, or `null` when it is JSON throughout.
 *
 * Node says where only for some faults, and in other words in each version.
 */
export function findJsonBreak(text: string): JsonBreak | null {
	const open: string[] = [];
	let place: Place = 'value';
	let at = endOf(space, text, 0);
	for (let end = endOf(token, text, at); end > at; end = endOf(token, text, at)) {
		const found = text.slice(at, end);
		const next: Place | 'after' | undefined = grammar[place][kindOf(found)];
		if (next === undefined) return { ...positionOf(text, at), fault: unexpected(found) };
		if ('{['.includes(found)) open.push(found);
		if ('}]'.includes(found)) open.pop();
		place = next === 'after' ? placeAfterValue(open) : next;
		at = endOf(space, text, end);
	}
	const isWhole = place === 'end' && at === text.length;
	return isWhole ? null : { ...positionOf(text, at), fault: faultAt(text, at) };
}

function kindOf(found: string): string {
	if (found.startsWith('"')) return 'text';
	return /^[{}[\],:]$/.test(found) ? found : 'literal';
}

function placeAfterValue(open: readonly string[]): Place {
	const inside = open.at(-1);
	if (inside === undefined) return 'end';
	return inside === '{' ? 'inObject' : 'inList';
}

/** Where a pattern that begins at a place ends; at the place itself when it does not fit. */
function endOf(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : at;
}

/** Why no part of JSON begins at a place. */
function faultAt(text: string, at: number): string {
	const code = text.codePointAt(at);
	if (code === undefined) return 'it ends too early';
	const found = String.fromCodePoint(code);
	return found === '"'
		? 'a text begins here that does not end in its line, or has a wrong escape'
		: unexpected(found);
}

function unexpected(found: string): string {
	return `${found.slice(0, 100)} is unexpected here`;
}

function positionOf(text: string, at: number): Pick<JsonBreak, 'line' | 'column'> {
	const lines = text.slice(0, at).split('\n');
	return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
