import fc from 'fast-check';
import type { Facts } from '../../../src/domain/case/caseFile';
import type { Comparison, Condition } from '../../../src/domain/policy/condition';
import { operators, operatorsFor } from '../../../src/domain/policy/operators';
import type { FactType, Policy, Rule } from '../../../src/domain/policy/policy';
import { policyOutcomes } from '../../../src/domain/policy/policyResult';
import { aPolicy, aRule } from './samplePolicy';

/** Two facts of each type, so that one can be compared with the other. */
export const declared: Policy['facts'] = {
	margin: { type: 'number', unit: '%', label: 'Margin' },
	amount: { type: 'number', unit: 'money', label: 'Value' },
	limit: { type: 'number', unit: 'money', label: 'Credit limit' },
	rate: { type: 'number' },
	currency: { type: 'string' },
	sku: { type: 'string', label: 'Product' },
	tags: { type: 'list', label: 'Categories' },
	wanted: { type: 'list' },
	isNew: { type: 'boolean' },
	isOld: { type: 'boolean' },
	paidOn: { type: 'date', label: 'Last payment' },
	dueAt: { type: 'date', label: 'Due' },
};

/** Few values, so that comparisons hold as often as they do not. */
const values = {
	number: fc.constantFrom(-2, -1, 0, 1, 2, 3, 4, 50, 100, 1.5),
	string: fc.constantFrom('', 'A', 'a', 'AB', 'HAZ-1', 'haz-12', 'x*y', 'EUR', 'USD'),
	boolean: fc.boolean(),
	date: fc.constantFrom(
		'2026-02-28',
		'2026-03-01',
		'2026-03-01T18:30',
		'2026-03-02T00:00:00Z',
		'2026-03-02T23:30:00-05:00',
		'2026-03-03T00:15:00+02:00',
		'2024-02-29',
	),
	list: fc.uniqueArray(fc.constantFrom('A', 'AB', 'haz-12', 'x*y'), { maxLength: 3 }),
} satisfies Record<FactType, fc.Arbitrary<Facts[string]>>;

const patterns = fc.constantFrom(
	'*',
	'',
	'a*',
	'*a',
	'*a*',
	'haz-*',
	'*-*2',
	'a',
	'**b',
	'x*y',
	'h.z*',
);

/** Comparisons that make sense, of every kind, with every operator. */
const comparisonArbitrary: fc.Arbitrary<Comparison> = fc
	.constantFrom(...Object.keys(declared))
	.chain((fact) =>
		measureArbitrary(fact).chain((measured) => {
			const isMeasured = 'days' in measured || 'percentOf' in measured;
			const type = isMeasured ? 'number' : (declared[fact]?.type ?? 'string');
			return fc
				.constantFrom(...operatorsFor(type))
				.chain((operator) => valueArbitrary({ ...measured, operator }, type));
		}),
	);

type Measured = Pick<Comparison, 'fact' | 'days' | 'percentOf'>;

function measureArbitrary(fact: string): fc.Arbitrary<Measured> {
	const plain = fc.constant({ fact });
	const type = declared[fact]?.type;
	if (type === 'date') {
		const days = fc.constantFrom('since' as const, 'until' as const);
		return fc.oneof(
			plain,
			days.map((one) => ({ fact, days: one })),
		);
	}
	if (type !== 'number') return plain;
	const wholes = fc.constantFrom('amount', 'limit', 'margin');
	return fc.oneof(
		plain,
		wholes.map((percentOf) => ({ fact, percentOf })),
	);
}

function valueArbitrary(comparison: Comparison, type: FactType): fc.Arbitrary<Comparison> {
	const { takes } = operators[comparison.operator];
	if (takes === 'none') return fc.constant(comparison);
	const isText = comparison.operator === 'matches' || comparison.operator === 'notMatches';
	const one: fc.Arbitrary<number | string | boolean> = isText
		? patterns
		: type === 'list'
			? values.string
			: comparison.days
				? fc.integer({ min: -3, max: 3 })
				: values[type];
	if (takes === 'range') {
		const range = fc.tuple(one, one).map((ends) => ends.toSorted((a, b) => (a < b ? -1 : 1)));
		return range.map((value) => ({ ...comparison, value }));
	}
	const wanted = takes === 'list' ? 'list' : type;
	const others = Object.keys(declared).filter((name) => declared[name]?.type === wanted);
	const literal = takes === 'list' ? fc.array(one, { minLength: 1, maxLength: 3 }) : one;
	const other = fc.constantFrom(...others).map((fact) => ({ fact }));
	return fc
		.oneof({ arbitrary: literal, weight: 3 }, { arbitrary: other, weight: 1 })
		.map((value) => ({ ...comparison, value }));
}

const { condition: conditionArbitrary } = fc.letrec<{ condition: Condition }>((tie) => ({
	condition: fc.oneof(
		{ maxDepth: 3, depthIdentifier: 'condition' },
		{ arbitrary: comparisonArbitrary, weight: 3 },
		fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
		fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
		fc.record({ not: tie('condition') }),
	),
}));

export const rulesArbitrary: fc.Arbitrary<Rule[]> = fc
	.array(fc.record({ when: conditionArbitrary, outcome: fc.constantFrom(...policyOutcomes) }), {
		minLength: 1,
		maxLength: 5,
	})
	.map((rules) =>
		rules.map((rule, index) => aRule({ id: `rule-${index}`, reason: 'It matches', ...rule })),
	);

/** Sound policies over the declared facts, with limits in the company's currency or in euros. */
export const policyArbitrary: fc.Arbitrary<Policy> = fc
	.record({
		rules: rulesArbitrary,
		currency: fc.constantFrom('company', 'EUR'),
		timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati'),
		outcome: fc.constantFrom(...policyOutcomes),
	})
	.map(({ rules, outcome, ...others }) =>
		aPolicy(rules, {
			facts: declared,
			...others,
			rateFact: 'rate',
			default: { outcome, slaClass: 'standard' },
		}),
	);

/** Facts that are all known. */
export const knownFactsArbitrary: fc.Arbitrary<Facts> = factsWith((known) => known);

/** Facts some of which are not known. */
export const factsArbitrary: fc.Arbitrary<Facts> = factsWith((known) =>
	fc.oneof({ arbitrary: known, weight: 3 }, { arbitrary: fc.constant(null), weight: 1 }),
);

function factsWith(
	arbitraryOf: (known: fc.Arbitrary<Facts[string]>) => fc.Arbitrary<Facts[string]>,
): fc.Arbitrary<Facts> {
	const ofFacts = Object.entries(declared).map(([name, { type }]) =>
		arbitraryOf(values[type]).map((value) => [name, value] as const),
	);
	return fc.tuple(...ofFacts).map((facts) => Object.fromEntries(facts));
}
