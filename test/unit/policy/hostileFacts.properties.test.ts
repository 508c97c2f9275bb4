import fc from 'fast-check';
import type { Facts } from '../../../src/domain/case/caseFile';
import { FactUnfitError } from '../../../src/domain/policy/errors';
import { evaluatePolicy } from '../../../src/domain/policy/evaluatePolicy';
import type { Comparison } from '../../../src/domain/policy/condition';
import type { FactType, Policy } from '../../../src/domain/policy/policy';
import type { PolicyResult } from '../../../src/domain/policy/policyResult';
import { declared, knownFactsArbitrary, policyArbitrary } from './anyPolicy';
import { hostileJson, hostileObjects } from './hostileValues';
import { plainOutcome } from './plainReading';
import { aPolicy, aRule } from './samplePolicy';

const now = '2026-03-02T09:00:00.000Z';
const MOST_MS = 2_000;
const hostile = [...hostileJson, ...hostileObjects];

/** A decision, or `null` when a fact was found unfit; nothing else may happen, and that soon. */
async function decide(
	policy: Policy,
	facts: Record<string, unknown>,
): Promise<PolicyResult | null> {
	const startedAt = performance.now();
	try {
		// Whoever calls is trusted to have facts, and not to have looked at them.
		return await evaluatePolicy(policy, facts as Facts, { now, caseKey: null });
	} catch (error) {
		expect(error).toBeInstanceOf(FactUnfitError);
		expect(error).toMatchObject({ code: 'FACT_UNFIT' });
		return null;
	} finally {
		expect(performance.now() - startedAt).toBeLessThan(MOST_MS);
	}
}

describe('a fact that is not what it is declared to be', () => {
	it.each(hostile)('approves nothing by itself: $name', async ({ name, make }) => {
		for (const [fact, { type }] of Object.entries(declared)) {
			// Lets every case pass of which it knows the fact, whatever that is.
			const comparison: Comparison = { fact, ...anyOf[type] };
			const when = { all: [comparison, { not: comparison }] };
			const policy = aPolicy([aRule({ when, reason: 'It matches' })], { facts: declared });
			const value = make();
			const decision = await decide(policy, { ...ordinary, [fact]: value });
			const isApproved = decision?.outcome === 'auto_approve';
			const isFit = type === 'list' ? name === 'an empty list' : isOfType(value, type);
			expect(isApproved).toBe(isFit);
		}
	});

	it('is found unfit, or decided on as it plainly reads', async () => {
		await fc.assert(
			fc.asyncProperty(
				policyArbitrary,
				knownFactsArbitrary,
				fc.constantFrom(...Object.keys(declared)),
				fc.constantFrom(...hostile),
				async (policy, facts, fact, { make }) => {
					const hostileFacts = { ...facts, [fact]: make() };
					const decision = await decide(policy, hostileFacts);
					if (!decision) return;
					expect(decision.outcome).toBe(plainOutcome({ policy, facts: known(hostileFacts), now }));
				},
			),
			{ numRuns: 2_000 },
		);
	});

	it('is one also when it is inherited', async () => {
		const policy = aPolicy([aRule()]);
		const inherited = Object.create({ margin: 99 });
		expect(await decide(policy, inherited)).toMatchObject({
			outcome: 'require_approval',
			missingFacts: ['margin'],
		});
	});

	it.each(['__proto__', 'constructor', 'prototype', 'toString'])(
		'changes nothing under a name that nobody declared: %s',
		async (name) => {
			const extra = JSON.parse(`{ "margin": 9, ${JSON.stringify(name)}: { "margin": 99 } }`);
			const decision = await decide(aPolicy([aRule()]), extra);
			expect(decision).toMatchObject({
				outcome: 'require_approval',
				rules: [{ id: 'low-margin' }],
			});
			expect(({} as Record<string, unknown>)['margin']).toBeUndefined();
		},
	);
});

describe('an instant of decision that cannot be read', () => {
	it.each(['', 'now', '2026-02-30T00:00:00Z', '9999999-01-01'])(
		'approves nothing by itself where days are counted: "%s"',
		async (unreadable) => {
			const when = { fact: 'paidOn', days: 'since', operator: 'greaterThan', value: 30 } as const;
			const policy = aPolicy([aRule({ when, reason: 'Long ago' })], { facts: declared });
			const decision = await evaluatePolicy(policy, ordinary, { now: unreadable, caseKey: null });
			expect(decision).toMatchObject({ outcome: 'require_approval', missingFacts: ['paidOn'] });
		},
	);
});

const ordinary = {
	margin: 30,
	amount: 100,
	limit: 1_000,
	rate: 1,
	currency: 'EUR',
	sku: 'A',
	tags: ['A'],
	wanted: ['A'],
	isNew: false,
	isOld: false,
	paidOn: '2026-03-01',
	dueAt: '2026-03-04',
};

/** Some comparison for each type of fact. */
const anyOf: Record<FactType, Omit<Comparison, 'fact'>> = {
	number: { operator: 'lessThan', value: 0 },
	boolean: { operator: 'equal', value: true },
	date: { operator: 'lessThan', value: '2026-01-01' },
	string: { operator: 'equal', value: 'A' },
	list: { operator: 'containsAny', value: ['A'] },
};

/** None of the hostile values is a date. */
function isOfType(value: unknown, type: Exclude<FactType, 'list'>): boolean {
	if (type === 'date') return false;
	return type === 'number' ? Number.isFinite(value) : typeof value === type;
}

/** As the policy reads them: what is undefined is not known. */
function known(facts: Record<string, unknown>): Facts {
	return Object.fromEntries(
		Object.entries(facts).map(([name, value]) => [name, (value ?? null) as Facts[string]]),
	);
}
