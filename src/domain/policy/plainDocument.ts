import { PolicyInvalidError } from './errors';

const limits = { depth: 32, members: 50_000, textLength: 2_000 };
/** With such keys an object of a program is changed, not a document. */
const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

interface Visit {
	value: unknown;
	path: string;
	depth: number;
}

/**
 * Makes sure that a document is plain data of a sensible size before anything looks into it: a
 * schema that goes down by itself cannot be trusted with a document of any depth, or one with a cycle.
 *
 * @throws {PolicyInvalidError} naming the first place at fault
 */
export function assertPlainDocument(document: unknown): void {
	const open: Visit[] = [{ value: document, path: '', depth: 0 }];
	let seen = 0;
	for (let visit = open.pop(); visit; visit = open.pop()) {
		seen += 1;
		const fault = faultOf(visit, seen);
		if (fault) throw new PolicyInvalidError([{ path: visit.path, message: fault }]);
		const { value, path, depth } = visit;
		for (const [key, member] of membersOf(value)) {
			open.push({ value: member, path: pathTo(path, key), depth: depth + 1 });
		}
	}
}

/** `rules`, then `rules[0]`, then `rules[0].when`. */
export function pathTo(path: string, key: string | number): string {
	if (typeof key === 'number') return `${path}[${key}]`;
	return path === '' ? key : `${path}.${key}`;
}

function faultOf({ value, depth }: Visit, seen: number): string | null {
	if (seen > limits.members) return `the document has more than ${limits.members} values`;
	if (depth > limits.depth)
		return `is nested deeper than ${limits.depth} levels, or contains itself`;
	if (typeof value === 'object' && value !== null) return faultOfObject(value);
	if (typeof value === 'string') {
		return value.length > limits.textLength
			? `is longer than ${limits.textLength} characters`
			: null;
	}
	if (typeof value === 'number') return Number.isFinite(value) ? null : `${value} is no number`;
	const isPlain = value === null || value === undefined || typeof value === 'boolean';
	return isPlain ? null : `a ${typeof value} is no data`;
}

function faultOfObject(value: object): string | null {
	if (Array.isArray(value)) {
		return value.length > limits.members ? `has more than ${limits.members} members` : null;
	}
	const prototype: unknown = Object.getPrototypeOf(value);
	// The prototype of plain objects has none itself, also of those made elsewhere in the process.
	if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return 'is no plain data';
	const key = Object.keys(value).find((name) => forbiddenKeys.includes(name));
	return key === undefined ? null : `has the key "${key}", which a document may not have`;
}

function membersOf(value: unknown): Array<[string | number, unknown]> {
	if (Array.isArray(value)) return value.map((member: unknown, index) => [index, member]);
	return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
