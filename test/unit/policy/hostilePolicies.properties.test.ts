import fc from 'fast-check';
import { areas } from '../../../src/domain/areas/areas';
import type { Facts } from '../../../src/domain/case/caseFile';
import type { Comparison } from '../../../src/domain/policy/condition';
import { PolicyInvalidError } from '../../../src/domain/policy/errors';
import { evaluatePolicy } from '../../../src/domain/policy/evaluatePolicy';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import type { Policy } from '../../../src/domain/policy/policy';
import { declared, factsArbitrary, policyArbitrary } from './anyPolicy';
import { countValues, hostileJson, hostileObjects, withReplaced } from './hostileValues';
import { plainOutcome } from './plainReading';
import { aPolicy, aRule } from './samplePolicy';

const now = '2026-03-02T09:00:00.000Z';
const MOST_MS = 2_000;
const hostile = [...hostileJson, ...hostileObjects];
const hostileArbitrary = fc.constantFrom(...hostile);

/** Parses a document, which must come to a sound policy or to problems that say where, and soon. */
async function judge(document: unknown): Promise<Policy | null> {
	const startedAt = performance.now();
	const judgement = await parsePolicy(document).catch((error: unknown) => error);
	expect(performance.now() - startedAt).toBeLessThan(MOST_MS);
	if (!(judgement instanceof Error)) return judgement as Policy;
	expect(judgement).toBeInstanceOf(PolicyInvalidError);
	const { code, problems } = judgement as PolicyInvalidError;
	expect(code).toBe('POLICY_INVALID');
	expect(problems.length).toBeGreaterThan(0);
	for (const { path, message } of problems) {
		expect(path).toMatch(/^([\w$]|\.|\[\d+\]|[^\n])*$/);
		expect(message).not.toBe('');
	}
	return null;
}

/** A sound policy must say what it plainly says, in particular not approve anything else by itself. */
async function expectPlain(policy: Policy, facts: Facts): Promise<void> {
	const { outcome } = await evaluatePolicy(policy, facts, { now, caseKey: null });
	expect(outcome).toBe(plainOutcome({ policy, facts: complete(policy, facts), now }));
}

function complete({ facts: names }: Policy, facts: Facts): Facts {
	return Object.fromEntries(Object.keys(names).map((name) => [name, facts[name] ?? null]));
}

describe('a policy with something wrong in it', () => {
	it.each(hostile)('is refused or plainly read: $name, at every place', async ({ make }) => {
		for (let place = 0; place < countValues(rich); place += 1) {
			const policy = await judge(withReplaced(rich, [place, make()]));
			if (policy) await expectPlain(policy, {});
		}
	});

	it('is refused or plainly read when several things are wrong at once', async () => {
		const changes = fc.array(fc.tuple(fc.nat(), hostileArbitrary), { minLength: 1, maxLength: 4 });
		await fc.assert(
			fc.asyncProperty(policyArbitrary, changes, factsArbitrary, async (sound, wrongs, facts) => {
				const replacements = wrongs.map(([place, { make }]) => [place, make()] as const);
				const document = withReplaced(sound, ...replacements);
				const policy = await judge(document);
				if (policy && hasTypes(policy)) await expectPlain(policy, facts);
			}),
			{ numRuns: 1_000 },
		);
	});

	it.each(hostile)('is refused when it is $name', async ({ make }) => {
		expect(await judge(make())).toBeNull();
	});

	it('is refused when it is any JSON', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue({ maxDepth: 6 }), async (document) => {
				expect(await judge(document)).toBeNull();
			}),
			{ numRuns: 1_000 },
		);
	});

	it('is refused when it is anything', async () => {
		const anything = fc.anything({
			withBigInt: true,
			withBoxedValues: true,
			withDate: true,
			withMap: true,
			withNullPrototype: true,
			withObjectString: true,
			withSet: true,
			withSparseArray: true,
			withTypedArray: true,
		});
		await fc.assert(
			fc.asyncProperty(anything, async (document) => {
				expect(await judge(document)).toBeNull();
				await judge({ ...rich, rules: document });
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe('a policy of great size', () => {
	it.each<{ name: string; document: object }>([
		{ name: 'thousands of rules', document: aPolicy(rules(5_000)) },
		{
			name: 'more comparisons than are allowed',
			document: aPolicy(rules(200, { any: comparisons(6) })),
		},
		{
			name: 'thousands of faults',
			document: aPolicy(
				rules(200, { any: comparisons(40).map((one) => ({ ...one, fact: 1 })) } as never),
			),
		},
		{ name: 'a million facts', document: { ...aPolicy(), facts: manyKeys(1_000_000) } },
	])('is refused soon: $name', async ({ document }) => {
		expect(await judge(document)).toBeNull();
	});

	it('decides soon though it is as great as allowed', async () => {
		const policy = await judge(aPolicy(rules(200, { any: comparisons(5) })));
		const startedAt = performance.now();
		await evaluatePolicy(policy as Policy, { margin: 99 }, { now, caseKey: null });
		await evaluatePolicy(policy as Policy, { margin: null }, { now, caseKey: null });
		expect(performance.now() - startedAt).toBeLessThan(MOST_MS);
	});
});

describe('a pattern', () => {
	const long = 100_000;

	it.each<{ name: string; pattern: string; text: string }>([
		{ name: 'of asterisks alone', pattern: '*'.repeat(2_000), text: 'a'.repeat(long) },
		{
			name: 'of many parts that are all there',
			pattern: '*a'.repeat(1_000),
			text: 'a'.repeat(long),
		},
		{
			name: 'of many parts, the last of which is not there',
			pattern: `${'*a'.repeat(999)}b`,
			text: 'a'.repeat(long),
		},
		{
			name: 'of long parts that almost match',
			pattern: `*${'a'.repeat(1_900)}b*`,
			text: 'a'.repeat(long),
		},
		{
			name: 'that would be a trap as an expression',
			pattern: '(a+)+$',
			text: `${'a'.repeat(long)}!`,
		},
	])('$name is compared in time with a long text', async ({ pattern, text }) => {
		const when = { fact: 'tier', operator: 'matches', value: Array(20).fill(pattern) } as const;
		const policy = await parsePolicy(aPolicy([aRule({ when, reason: 'It matches' })]));
		const startedAt = performance.now();
		await evaluatePolicy(policy, { tier: text }, { now, caseKey: null });
		expect(performance.now() - startedAt).toBeLessThan(MOST_MS);
	});

	it('takes ten times the time for ten times the text, and not a hundred times', async () => {
		const when = {
			fact: 'tier',
			operator: 'matches',
			value: [`${'*a'.repeat(990)}*b*`],
		} satisfies Comparison;
		const policy = await parsePolicy(aPolicy([aRule({ when, reason: 'It matches' })]));
		const timeOf = async (length: number) => {
			const tier = 'a'.repeat(length);
			const startedAt = performance.now();
			for (let run = 0; run < 5; run += 1)
				await evaluatePolicy(policy, { tier }, { now, caseKey: null });
			return performance.now() - startedAt;
		};
		await timeOf(200_000);
		const once = await timeOf(200_000);
		expect(await timeOf(2_000_000)).toBeLessThan(Math.max(once, 5) * 40);
	});
});

describe('the presets', () => {
	it.each(areas)('$id is a sound document', async ({ defaultPolicy }) => {
		expect(await judge(JSON.parse(JSON.stringify(defaultPolicy)))).toEqual(defaultPolicy);
	});
});

/** One of everything that a policy can hold. */
const rich = aPolicy(
	[
		aRule({
			riskWeight: 5,
			reason: 'Margin {{margin}}',
			when: {
				all: [
					{ fact: 'margin', operator: 'between', value: [0, 15] },
					{
						any: [{ not: { fact: 'amount', percentOf: 'limit', operator: 'lessThan', value: 80 } }],
					},
					{ fact: 'paidOn', days: 'since', operator: 'greaterThan', value: 30 },
					{ fact: 'dueAt', operator: 'lessThan', value: '2026-03-01' },
					{ fact: 'dueAt', operator: 'changedSince', value: { fact: 'paidOn' } },
					{ fact: 'sku', operator: 'matches', value: ['HAZ-*'] },
					{ fact: 'tags', operator: 'containsAny', value: { fact: 'wanted' } },
				],
			},
		}),
	],
	{
		$schema: 'policy.schema.json',
		facts: declared,
		currency: 'EUR',
		rateFact: 'rate',
		timeZone: 'Europe/Berlin',
		validFrom: '2026-01-01',
		validUntil: '2026-12-31',
		nearMissPercent: 5,
		sampling: { percent: 10, role: 'auditor' },
		default: { outcome: 'auto_approve', role: 'sales_manager', slaClass: 'relaxed' },
		examples: [
			{
				name: 'routine',
				at: '2026-03-02',
				facts: { margin: 30, tags: ['A'] },
				outcome: 'auto_approve',
			},
		],
	},
);

function rules(count: number, when: Policy['rules'][number]['when'] = { any: comparisons(1) }) {
	return Array.from({ length: count }, (_, index) => aRule({ id: `rule-${index}`, when }));
}

function comparisons(count: number) {
	return Array.from({ length: count }, (_, index) => ({
		fact: 'margin',
		operator: 'lessThan' as const,
		value: index,
	}));
}

function manyKeys(count: number) {
	return Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 0]));
}

/** Whether the facts that are tried still have the types that the policy declares. */
function hasTypes(policy: Policy): boolean {
	return Object.entries(declared).every(([name, { type }]) => policy.facts[name]?.type === type);
}
