import fc from 'fast-check';
import type { Facts } from '../../../src/domain/case/caseFile';
import { comparisonsIn } from '../../../src/domain/policy/condition';
import { severity, type PolicyResult } from '../../../src/domain/policy/policyResult';
import type { Policy } from '../../../src/domain/policy/policy';
import { declared, factsArbitrary, knownFactsArbitrary, policyArbitrary } from './anyPolicy';
import { plainOutcome, reading } from './plainReading';
import { evaluate } from './samplePolicy';

const now = '2026-03-02T09:00:00.000Z';
const decide = async (policy: Policy, facts: Facts): Promise<PolicyResult> =>
	await evaluate(policy, facts, { now, caseKey: null });

describe('any policy', () => {
	it('matches as a plain reading of the conditions does, in the order of the policy', async () => {
		await fc.assert(
			fc.asyncProperty(policyArbitrary, factsArbitrary, async (policy, facts) => {
				const { rules } = await decide(policy, facts);
				const expected = policy.rules.filter(({ when }) => reading(when, { policy, facts, now }));
				expect(rules.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
			}),
			{ numRuns: 1_000 },
		);
	});

	it('says what a plain reading says, whatever is known', async () => {
		await fc.assert(
			fc.asyncProperty(policyArbitrary, factsArbitrary, async (policy, facts) => {
				const { outcome } = await decide(policy, facts);
				expect(outcome).toBe(plainOutcome({ policy, facts, now }));
			}),
			{ numRuns: 1_000 },
		);
	});

	it('misses facts just when a rule cannot be told for want of them', async () => {
		await fc.assert(
			fc.asyncProperty(policyArbitrary, factsArbitrary, async (policy, facts) => {
				const { missingFacts } = await decide(policy, facts);
				const answers = policy.rules.map(({ when }) => reading(when, { policy, facts, now }));
				expect(missingFacts.length > 0).toBe(answers.includes(null));
			}),
			{ numRuns: 1_000 },
		);
	});

	it('never becomes milder by one more rule', async () => {
		await fc.assert(
			fc.asyncProperty(policyArbitrary, factsArbitrary, async (policy, facts) => {
				const [, ...fewer] = policy.rules;
				const before = await decide({ ...policy, rules: fewer }, facts);
				const after = await decide(policy, facts);
				// A rule that matches may replace the default, but no rule that matched before.
				const floor = before.rules.length > 0 ? severity(before.outcome) : 0;
				expect(severity(after.outcome)).toBeGreaterThanOrEqual(floor);
			}),
		);
	});

	it('never becomes milder than an approval by people when a fact gets lost', async () => {
		await fc.assert(
			fc.asyncProperty(
				policyArbitrary.filter((policy) => !asksWhetherKnown(policy)),
				knownFactsArbitrary,
				fc.constantFrom(...Object.keys(declared)),
				async (policy, facts, lost) => {
					const before = await decide(policy, facts);
					const after = await decide(policy, { ...facts, [lost]: null });
					const floor = Math.min(severity(before.outcome), severity('require_approval'));
					expect(severity(after.outcome)).toBeGreaterThanOrEqual(floor);
				},
			),
			{ numRuns: 1_000 },
		);
	});

	it('approves nothing by itself when some value of a lost fact would be stopped', async () => {
		await fc.assert(
			fc.asyncProperty(
				policyArbitrary.filter((policy) => !asksWhetherKnown(policy)),
				knownFactsArbitrary,
				knownFactsArbitrary,
				fc.constantFrom(...Object.keys(declared)),
				async (policy, facts, others, lost) => {
					const without = await decide(policy, { ...facts, [lost]: null });
					const other = await decide(policy, { ...facts, [lost]: others[lost] ?? null });
					// With another value a rule may match and so replace a default that is stricter.
					const isStopped = other.rules.length > 0 && other.outcome !== 'auto_approve';
					expect(without.outcome === 'auto_approve' && isStopped).toBe(false);
				},
			),
			{ numRuns: 1_000 },
		);
	});
});

/** A rule that asks whether a fact is known says itself what its lack means. */
function asksWhetherKnown({ rules }: Policy): boolean {
	return rules
		.flatMap(({ when }) => comparisonsIn(when))
		.some(({ operator }) => operator === 'isMissing' || operator === 'isPresent');
}
