/** What an attacker or a mistake puts where something else belongs. */
export interface HostileValue {
	name: string;
	/** Anew each time: some of them change when they are read. */
	make: () => unknown;
}

const constant = (name: string, value: unknown): HostileValue => ({ name, make: () => value });

/** Has its own class, so it is no plain data. */
class Rule {
	readonly id = 'rule';
}

const dates = [
	'2026-02-30',
	'2026-13-01',
	'2026-01-01T25:00',
	'2026-01-01T10:00+99:99',
	'0000-00-00',
	'9999999-01-01',
	'today',
];

const texts = [
	'',
	' ',
	'__proto__',
	'constructor',
	'\u0000',
	'\ud800',
	'{{',
	'{{margin}}'.repeat(200),
	'*'.repeat(2_000),
	'*a'.repeat(1_000),
	'(a+)+$',
	'x'.repeat(2_001),
	'x'.repeat(1_000_000),
	'local',
];

/** Values that JSON can say. */
export const hostileJson: readonly HostileValue[] = [
	...[null, true, 0, -1, 1e308, 2 ** 53 + 2].map((value) => constant(String(value), value)),
	...[...dates, ...texts].map((text) => constant(shown(text), text)),
	constant('an empty list', []),
	constant('a list of a list', [[]]),
	constant('a list of everything', [null, 1, 'a', true, {}, []]),
	constant('an empty object', {}),
	constant('an empty fact', { fact: '' }),
	constant('an inherited fact', { fact: 'constructor' }),
	constant('an empty all', { all: [] }),
	constant('all and any', { all: [{ any: [] }], any: [{ all: [] }] }),
	constant(
		'a long list',
		Array.from({ length: 60_000 }, () => 0),
	),
	constant(
		'a list of numbers',
		Array.from({ length: 1_001 }, (_, index) => index),
	),
	{
		name: 'own __proto__',
		make: () => JSON.parse('{ "__proto__": { "outcome": "auto_approve" } }'),
	},
	{ name: 'own constructor', make: () => JSON.parse('{ "constructor": { "prototype": {} } }') },
	{ name: 'own prototype', make: () => JSON.parse('{ "prototype": 1 }') },
	constant('JSON of any depth', JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
	constant(
		'nots of any depth',
		nested(100_000, (inner) => ({ not: inner })),
	),
	constant(
		'nots within bounds',
		nested(27, (inner) => ({ not: inner })),
	),
	constant(
		'alls within bounds',
		nested(9, (inner) => ({ all: [inner, inner] })),
	),
	constant(
		'alls of nothing',
		nested(9, (inner) => ({ all: [inner, inner] }), {}),
	),
];

/** Values that only a program can make. */
export const hostileObjects: readonly HostileValue[] = [
	...[undefined, NaN, Infinity, -Infinity].map((value) => constant(String(value), value)),
	constant('-0', -0),
	constant('a bigint', 1n),
	constant('a symbol', Symbol('rule')),
	constant('a function', () => 'rule'),
	constant(
		'a function that cannot be shown',
		Object.assign(() => 1, { toString: null }),
	),
	constant('an instance', new Rule()),
	constant('a date', new Date(0)),
	constant('an invalid date', new Date(NaN)),
	constant('a map', new Map([['id', 'rule']])),
	constant('a boxed number', Object(15)),
	constant('a boxed text', Object('margin')),
	constant('bytes', new Uint8Array(8)),
	constant('a pattern', /(a+)+$/),
	constant('a promise', Promise.resolve(1)),
	constant('an heir', Object.create({ id: 'rule', outcome: 'auto_approve' })),
	constant('a list with holes', [, 'A', , 'B']), // eslint-disable-line no-sparse-arrays -- holes are meant
	constant('a list of holes', new Array(1e9)),
	{ name: 'a cycle', make: cycle },
	{ name: 'a list in itself', make: listInItself },
	constant('a list of the same lists', sharedLists()),
	{ name: 'a getter that throws', make: () => withGetter(() => fail()) },
	{ name: 'a getter that changes its mind', make: () => withGetter(() => Math.random()) },
	{
		name: 'a proxy that throws',
		make: () => new Proxy({ id: 'rule' }, { get: fail, ownKeys: fail }),
	},
	{ name: 'a proxy without a prototype', make: () => new Proxy({}, { getPrototypeOf: fail }) },
	{ name: 'a proxy of a list', make: () => new Proxy(['A'], { get: fail }) },
	{
		name: 'a list of any length',
		make: () => new Proxy([], { get: (_list, key) => (key === 'length' ? 2 ** 52 : 'A') }),
	},
	{ name: 'an object of any depth', make: endless },
	{ name: 'a revoked proxy', make: revoked },
	{ name: 'what writes itself', make: () => ({ toJSON: fail, toString: fail, valueOf: fail }) },
];

/** A copy of a document with some of its values replaced; places count through all values, and around. */
export function withReplaced(
	document: object,
	...replacements: ReadonlyArray<readonly [place: number, value: unknown]>
): object {
	const copy = structuredClone(document);
	const slots = slotsOf(copy);
	for (const [place, value] of replacements) {
		const slot = slots[place % slots.length];
		if (slot) slot.holder[slot.key] = value;
	}
	return copy;
}

/** How many values a document has, each of which can be replaced. */
export function countValues(document: object): number {
	return slotsOf(document).length;
}

interface Slot {
	holder: Record<string, unknown>;
	key: string;
}

function slotsOf(value: unknown): Slot[] {
	if (typeof value !== 'object' || value === null) return [];
	const holder = value as Record<string, unknown>;
	return Object.keys(holder).flatMap((key) => [{ holder, key }, ...slotsOf(holder[key])]);
}

function shown(text: string): string {
	return text.length > 20
		? `${text.length} characters like ${text.slice(0, 8)}`
		: JSON.stringify(text);
}

function nested(
	levels: number,
	around: (inner: unknown) => unknown,
	innermost: unknown = { fact: 'margin', operator: 'lessThan', value: 1 },
): unknown {
	let value = innermost;
	for (let level = 0; level < levels; level += 1) value = around(value);
	return value;
}

function cycle(): unknown {
	const condition: Record<string, unknown> = {};
	condition['not'] = condition;
	return condition;
}

function listInItself(): unknown {
	const list: unknown[] = [];
	list.push(list);
	return list;
}

/** Few objects, and more values than there are atoms. */
function sharedLists(): unknown {
	return nested(25, (inner) => new Array(1_000).fill(inner), 'A');
}

function withGetter(get: () => unknown): unknown {
	return Object.defineProperty({}, 'id', { enumerable: true, get });
}

function endless(): unknown {
	return new Proxy({ not: 1 }, { get: endless });
}

function revoked(): unknown {
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	return proxy;
}

function fail(): never {
	throw new Error('Read at your own risk');
}
