import type { Facts } from '../../../src/domain/case/caseFile';
import { FactUnfitError } from '../../../src/domain/policy/errors';
import type { Condition } from '../../../src/domain/policy/condition';
import type { Rule } from '../../../src/domain/policy/policy';
import type { PolicyOutcome } from '../../../src/domain/policy/policyResult';
import { aPolicy, aRule, isMissing, margin, someFacts, tier, evaluate } from './samplePolicy';

describe('evaluatePolicy', () => {
	it('says what was decided, by which rule, with which values, under which policy', async () => {
		expect(await evaluate(aPolicy(), someFacts)).toEqual({
			id: 'sample',
			version: '3',
			hash: '1beb0a83056aba96c05174d164d96eeb48c7d17449f96af3bd3eadb109138084',
			outcome: 'require_approval',
			rules: [
				{
					id: 'low-margin',
					outcome: 'require_approval',
					reason: 'Margin 11.5 % is below 15 %',
					role: 'sales_manager',
					slaClass: 'standard',
					conditions: [
						{
							fact: 'margin',
							operator: 'lessThan',
							value: 11.5,
							threshold: 15,
							unit: '%',
							sentence: 'Margin: 11.5 % is below 15 %',
						},
					],
				},
			],
			missingFacts: [],
			role: 'sales_manager',
			slaClass: 'standard',
			at: '2026-03-02T09:00:00.000Z',
			riskScore: 0,
			sampled: false,
			nearMisses: [],
			shadow: null,
		});
	});

	it('falls back on the default when no rule matches, and asks nobody for what is routine', async () => {
		const policy = aPolicy([aRule()], {
			default: { outcome: 'auto_approve', role: 'sales_manager', slaClass: 'relaxed' },
		});
		expect(await evaluate(policy, { ...someFacts, margin: 15 })).toMatchObject({
			outcome: 'auto_approve',
			rules: [],
			missingFacts: [],
			role: null,
			slaClass: 'relaxed',
		});
	});

	it.each<{ name: string; when: Condition; facts?: Facts; matches: boolean }>([
		{ name: 'below the limit', when: margin('lessThan', 11.51), matches: true },
		{ name: 'not below at the limit', when: margin('lessThan', 11.5), matches: false },
		{ name: 'at most, at the limit', when: margin('lessThanInclusive', 11.5), matches: true },
		{ name: 'not at most past it', when: margin('lessThanInclusive', 11.49), matches: false },
		{ name: 'above the limit', when: margin('greaterThan', 11.49), matches: true },
		{ name: 'not above at the limit', when: margin('greaterThan', 11.5), matches: false },
		{ name: 'at least, at the limit', when: margin('greaterThanInclusive', 11.5), matches: true },
		{ name: 'not at least past it', when: margin('greaterThanInclusive', 11.51), matches: false },
		{ name: 'equal', when: margin('equal', 11.5), matches: true },
		{ name: 'not equal', when: margin('notEqual', 11.5), matches: false },
		{ name: 'one of a list', when: tier('in', ['B', 'A']), matches: true },
		{ name: 'not one of a list', when: tier('in', ['B', 'a']), matches: false },
		{ name: 'none of a list', when: tier('notIn', ['B', 'C']), matches: true },
		{ name: 'not none of a list', when: tier('notIn', ['A']), matches: false },
		{
			name: 'a boolean',
			when: { fact: 'isNewCustomer', operator: 'equal', value: false },
			matches: true,
		},
		{ name: 'missing, when it is there', when: isMissing('tier'), matches: false },
		{
			name: 'missing, when it is not',
			when: isMissing('tier'),
			facts: { tier: null },
			matches: true,
		},
		{ name: 'not missing', when: { not: isMissing('tier') }, matches: true },
		{ name: 'not', when: { not: margin('lessThan', 15) }, matches: false },
		{ name: 'not twice', when: { not: { not: margin('lessThan', 15) } }, matches: true },
		{
			name: 'all of them',
			when: { all: [margin('lessThan', 15), tier('equal', 'A')] },
			matches: true,
		},
		{
			name: 'not all of them',
			when: { all: [margin('lessThan', 15), tier('equal', 'B')] },
			matches: false,
		},
		{
			name: 'any of them',
			when: { any: [margin('lessThan', 5), tier('equal', 'A')] },
			matches: true,
		},
		{
			name: 'none of them',
			when: { not: { any: [margin('lessThan', 5), tier('equal', 'B')] } },
			matches: true,
		},
	])('matches or not: $name', async ({ when, facts, matches }) => {
		const { rules } = await evaluate(aPolicy([aRule({ when })]), { ...someFacts, ...facts });
		expect(rules).toHaveLength(matches ? 1 : 0);
	});

	it.each<{ name: string; outcomes: PolicyOutcome[]; outcome: PolicyOutcome }>([
		{ name: 'a single one', outcomes: ['auto_approve'], outcome: 'auto_approve' },
		{ name: 'the most restrictive', outcomes: ['auto_approve', 'escalate'], outcome: 'escalate' },
		{ name: 'whatever the order', outcomes: ['escalate', 'require_approval'], outcome: 'escalate' },
		{
			name: 'reject over all',
			outcomes: ['reject', 'escalate', 'auto_approve'],
			outcome: 'reject',
		},
	])('combines outcomes: $name', async ({ outcomes, outcome }) => {
		const rules = outcomes.map((one, index) => aRule({ id: `rule-${index}`, outcome: one }));
		const result = await evaluate(aPolicy(rules), someFacts);
		expect(result.outcome).toBe(outcome);
		expect(result.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
	});

	it('lets a rule make an outcome milder than the default', async () => {
		const policy = aPolicy([aRule({ outcome: 'auto_approve' })], {
			default: { outcome: 'require_approval', slaClass: 'standard' },
		});
		expect((await evaluate(policy, someFacts)).outcome).toBe('auto_approve');
	});

	it.each<{ name: string; rules: Array<Partial<Rule>>; role: string | null; slaClass: string }>([
		{
			name: 'the most restrictive rule names them',
			rules: [
				{ role: 'manager', slaClass: 'standard' },
				{ outcome: 'escalate', role: 'finance', slaClass: 'urgent' },
			],
			role: 'finance',
			slaClass: 'urgent',
		},
		{
			name: 'among equals the first does',
			rules: [
				{ role: 'manager', slaClass: 'urgent' },
				{ role: 'other', slaClass: 'standard' },
			],
			role: 'manager',
			slaClass: 'urgent',
		},
		{
			name: 'what the most restrictive leaves open comes from the next',
			rules: [
				{ role: 'manager', slaClass: 'urgent' },
				{ outcome: 'escalate', id: 'open' },
			],
			role: 'manager',
			slaClass: 'urgent',
		},
		{ name: 'what nobody names is the default', rules: [{}], role: 'clerk', slaClass: 'relaxed' },
		{
			name: 'a rejection asks nobody',
			rules: [{ outcome: 'reject', role: 'manager' }],
			role: null,
			slaClass: 'relaxed',
		},
	])('role and SLA class: $name', async ({ rules, role, slaClass }) => {
		const { when, outcome, reason } = aRule();
		const policy = aPolicy(
			rules.map((changes, index) => ({ id: `rule-${index}`, when, outcome, reason, ...changes })),
			{ default: { outcome: 'auto_approve', role: 'clerk', slaClass: 'relaxed' } },
		);
		expect(await evaluate(policy, someFacts)).toMatchObject({ role, slaClass });
	});

	it.each<{ name: string; facts: Facts; fact: string }>([
		{ name: 'text for a number', facts: { margin: '11.5' }, fact: 'margin' },
		{ name: 'not a number', facts: { margin: Number.NaN }, fact: 'margin' },
		{ name: 'infinity', facts: { margin: Number.POSITIVE_INFINITY }, fact: 'margin' },
		{ name: 'a number for text', facts: { tier: 1 }, fact: 'tier' },
		{ name: 'text for a boolean', facts: { isNewCustomer: 'false' }, fact: 'isNewCustomer' },
	])('refuses a fact of the wrong type: $name', async ({ facts, fact }) => {
		const evaluation = evaluate(aPolicy(), { ...someFacts, ...facts });
		await expect(evaluation).rejects.toThrow(FactUnfitError);
		await expect(evaluation).rejects.toMatchObject({ code: 'FACT_UNFIT', fact });
	});

	it('takes no notice of facts that the policy does not declare', async () => {
		const facts = { ...someFacts, unheardOf: Number.NaN };
		expect((await evaluate(aPolicy(), facts)).outcome).toBe('require_approval');
	});

	it('explains by the comparisons that held, said positively', async () => {
		const when: Condition = {
			all: [
				{ any: [margin('lessThan', 5), margin('lessThan', 12), tier('equal', 'A')] },
				{ not: { any: [tier('in', ['B', 'C']), isMissing('amount')] } },
			],
		};
		const { rules } = await evaluate(aPolicy([aRule({ when })]), someFacts);
		expect(rules[0]?.conditions).toEqual([
			expect.objectContaining({ fact: 'margin', operator: 'lessThan', value: 11.5, threshold: 12 }),
			expect.objectContaining({ fact: 'tier', operator: 'equal', value: 'A', threshold: 'A' }),
			expect.objectContaining({ fact: 'tier', operator: 'notIn', threshold: ['B', 'C'] }),
			expect.objectContaining({ fact: 'amount', operator: 'isPresent', value: 12_400 }),
		]);
		expect(rules[0]?.conditions.map(({ sentence }) => sentence)).toEqual([
			'Margin: 11.5 % is below 12 %',
			'Customer tier is A',
			'Customer tier: A is none of B, C',
			'Value is known',
		]);
	});

	it('fills the reason with readable values', async () => {
		const reason = '{{ amount }}, tier {{tier}}, new: {{isNewCustomer}}, margin {{margin}}';
		const rule = aRule({ reason, when: tier('equal', 'A') });
		const { rules } = await evaluate(aPolicy([rule]), { ...someFacts, margin: null });
		expect(rules[0]?.reason).toBe('12,400 EUR, tier A, new: no, margin unknown');
	});

	it.each(['error', 'success', 'failure', 'matched'])(
		'knows no special rule id such as "%s"',
		async (id) => {
			const { rules } = await evaluate(aPolicy([aRule({ id })]), someFacts);
			expect(rules.map((rule) => rule.id)).toEqual([id]);
		},
	);

	it('evaluates every rule although other evaluations of the same policy end meanwhile', async () => {
		const policy = aPolicy([aRule({ id: 'together' })]);
		const started: Array<Promise<string>> = [];
		for (let turn = 0; turn < 60; turn += 1) {
			started.push(evaluate(policy, someFacts).then(({ outcome }) => outcome));
			await Promise.resolve();
		}
		expect(new Set(await Promise.all(started))).toEqual(new Set(['require_approval']));
	});
});
