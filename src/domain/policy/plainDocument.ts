import { PolicyInvalidError } from './errors';

const limits = { depth: 32, values: 50_000, textLength: 2_000 };
/** With such keys an object of a program is changed, not a document. */
const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

type Key = string | number;

/** An object or a list of the document, where it stands, and its copy as far as it has been made. */
interface Container {
	value: object;
	within: Container | null;
	key: Key;
	depth: number;
	copy: unknown[] | Record<string, unknown>;
}

/**
 * Makes sure that a document is plain data of a sensible size before anything looks into it: a
 * schema that goes down by itself cannot be trusted with a document of any depth, or one with a cycle.
 *
 * @returns a copy: what a program made may read otherwise the next time
 * @throws {PolicyInvalidError} naming the first place at fault, the outermost first
 */
export function readPlainDocument(document: unknown): unknown {
	const whole: unknown[] = [];
	const root: Container = { value: [document], within: null, key: '', depth: -1, copy: whole };
	const containers = [root];
	let values = 0;
	for (const container of containers) {
		const members = readMembers(container, limits.values - values);
		values += members.length;
		for (const [key, value] of members) {
			const isSimple = typeof value !== 'object' || value === null;
			const inner = isSimple ? null : containerIn(container, key, value);
			if (inner) containers.push(inner);
			put(container, key, inner ? inner.copy : readSimple(container, key, value));
		}
	}
	return whole[0];
}

/** `rules`, then `rules[0]`, then `rules[0].when`. */
export function pathTo(path: string, key: Key): string {
	if (typeof key === 'number') return `${path}[${key}]`;
	return path === '' ? key : `${path}.${key}`;
}

function containerIn(within: Container, key: Key, value: object): Container {
	const inner = { value, within, key, depth: within.depth + 1, copy: isList(value) ? [] : {} };
	if (inner.depth <= limits.depth) return inner;
	throw refusal(inner, `is nested deeper than ${limits.depth} levels, or contains itself`);
}

function put({ copy }: Container, key: Key, value: unknown): void {
	if (Array.isArray(copy)) copy.push(value);
	else copy[key] = value;
}

function readSimple(within: Container, key: Key, value: unknown): unknown {
	const fault = faultOf(value);
	if (fault === null) return value;
	throw refusal({ within, key }, fault);
}

function faultOf(value: unknown): string | null {
	if (typeof value === 'string') {
		const isLong = value.length > limits.textLength;
		return isLong ? `is longer than ${limits.textLength} characters` : null;
	}
	if (typeof value === 'number') return Number.isFinite(value) ? null : `${value} is no number`;
	const isData = value === null || value === undefined || typeof value === 'boolean';
	return isData ? null : `a ${typeof value} is no data`;
}

/** @param left how many values the document may still have */
function readMembers(container: Container, left: number): Array<[Key, unknown]> {
	try {
		const { value } = container;
		return Array.isArray(value)
			? readList(container, value, left)
			: readObject(container, value, left);
	} catch (error) {
		// What a program made may throw anything when it is read.
		throw error instanceof PolicyInvalidError ? error : refusal(container, 'cannot be read');
	}
}

function readList(
	container: Container,
	list: readonly unknown[],
	left: number,
): Array<[Key, unknown]> {
	const { length } = list;
	if (length > left) throw tooMany(container);
	return Array.from({ length }, (_, index) => [index, list[index]]);
}

function readObject(container: Container, value: object, left: number): Array<[Key, unknown]> {
	const prototype: unknown = Object.getPrototypeOf(value);
	// The prototype of plain objects has none itself, also of those made elsewhere in the process.
	if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
		throw refusal(container, 'is no plain data');
	}
	const keys = Object.keys(value);
	if (keys.length > left) throw tooMany(container);
	const forbidden = keys.find((name) => forbiddenKeys.includes(name));
	if (forbidden !== undefined) {
		throw refusal(container, `has the key "${forbidden}", which a document may not have`);
	}
	return keys.map((name) => [name, Reflect.get(value, name)]);
}

/** What cannot even be asked will be refused when it is read. */
function isList(value: object): boolean {
	try {
		return Array.isArray(value);
	} catch {
		return false;
	}
}

function tooMany(container: Container): PolicyInvalidError {
	return refusal(container, `with this, the document has more than ${limits.values} values`);
}

function refusal(place: Pick<Container, 'within' | 'key'>, message: string): PolicyInvalidError {
	return new PolicyInvalidError([{ path: pathOf(place), message }]);
}

/** The document itself stands in a list of one, which is no part of it. */
function pathOf({ within, key }: Pick<Container, 'within' | 'key'>): string {
	return within?.within ? pathTo(pathOf(within), key) : '';
}
