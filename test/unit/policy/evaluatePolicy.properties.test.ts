import fc from 'fast-check';
import type { Condition } from '../../../src/domain/policy/condition';
import type { Policy } from '../../../src/domain/policy/policy';
import { policyOutcomes } from '../../../src/domain/policy/policyResult';
import { holds } from './plainReading';
import { aPolicy, aRule, evaluate } from './samplePolicy';

describe('any policy', () => {
	it('matches as a plain reading of the conditions does, in the order of the policy', async () => {
		await fc.assert(
			fc.asyncProperty(rulesArbitrary, knownFactsArbitrary, async (rules, facts) => {
				const { rules: matched } = await evaluate(aPolicy(rules), facts);
				const expected = rules.filter(({ when }) => holds(when, facts));
				expect(matched.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
			}),
		);
	});

	it('never becomes milder by one more rule', async () => {
		await fc.assert(
			fc.asyncProperty(rulesArbitrary, factsArbitrary, async (rules, facts) => {
				const [, ...fewer] = rules;
				const before = await evaluate(aPolicy(fewer), facts);
				const after = await evaluate(aPolicy(rules), facts);
				// A rule that matches may replace the default, but no rule that matched before.
				const floor = before.rules.length > 0 ? policyOutcomes.indexOf(before.outcome) : 0;
				expect(policyOutcomes.indexOf(after.outcome)).toBeGreaterThanOrEqual(floor);
			}),
		);
	});

	it('misses a fact when some value of it would make another rule match', async () => {
		const candidates = [-1, 0, 1, 2, 3, 4];
		await fc.assert(
			fc.asyncProperty(rulesArbitrary, knownFactsArbitrary, async (rules, known) => {
				const policy = aPolicy(
					rules.filter(({ when }) => !JSON.stringify(when).includes('isMissing')),
				);
				const without = await evaluate(policy, { ...known, margin: null });
				const matched = new Set<string>();
				for (const margin of candidates) {
					const { rules: some } = await evaluate(policy, { ...known, margin });
					for (const { id } of some) matched.add(id);
				}
				const missed = without.rules.length < matched.size;
				expect(without.missingFacts.includes('margin') || !missed).toBe(true);
			}),
		);
	});
});

const numberFact = fc.constantFrom('margin', 'amount');
const comparisonArbitrary: fc.Arbitrary<Condition> = fc.oneof(
	fc.record({
		fact: numberFact,
		operator: fc.constantFrom(
			'equal' as const,
			'notEqual' as const,
			'lessThan' as const,
			'lessThanInclusive' as const,
			'greaterThan' as const,
			'greaterThanInclusive' as const,
		),
		value: fc.integer({ min: 0, max: 3 }),
	}),
	fc.record({
		fact: fc.constant('tier'),
		operator: fc.constantFrom('in' as const, 'notIn' as const),
		value: fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { minLength: 1 }),
	}),
	fc.record({
		fact: fc.constantFrom('margin', 'tier'),
		operator: fc.constant('isMissing' as const),
	}),
);

const { condition: conditionArbitrary } = fc.letrec<{ condition: Condition }>((tie) => ({
	condition: fc.oneof(
		{ maxDepth: 3, depthIdentifier: 'condition' },
		comparisonArbitrary,
		fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
		fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
		fc.record({ not: tie('condition') }),
	),
}));

const rulesArbitrary: fc.Arbitrary<Policy['rules']> = fc
	.array(fc.record({ when: conditionArbitrary, outcome: fc.constantFrom(...policyOutcomes) }), {
		minLength: 1,
		maxLength: 5,
	})
	.map((rules) => rules.map((rule, index) => aRule({ id: `rule-${index}`, ...rule })));

const knownFactsArbitrary = fc.record({
	margin: fc.integer({ min: -1, max: 4 }),
	amount: fc.integer({ min: -1, max: 4 }),
	tier: fc.constantFrom('A', 'B', 'C', 'D'),
});

const factsArbitrary = fc.record({
	margin: fc.option(fc.integer({ min: -1, max: 4 })),
	amount: fc.option(fc.integer({ min: -1, max: 4 })),
	tier: fc.option(fc.constantFrom('A', 'B', 'C', 'D')),
});
