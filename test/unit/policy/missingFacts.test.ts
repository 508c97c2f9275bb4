import type { Facts } from '../../../src/domain/case/caseFile';
import type { Condition } from '../../../src/domain/policy/condition';
import type { PolicyOutcome } from '../../../src/domain/policy/policyResult';
import { aPolicy, aRule, isMissing, margin, someFacts, tier, evaluate } from './samplePolicy';

describe('a fact that is missing', () => {
	it.each<{ name: string; when: Condition; facts: Facts; missing: string[] }>([
		{
			name: 'is missed by a rule that compares it',
			when: margin('lessThan', 15),
			facts: { margin: null },
			missing: ['margin'],
		},
		{
			name: 'is missed under not as well',
			when: { not: margin('lessThan', 15) },
			facts: { margin: null },
			missing: ['margin'],
		},
		{
			name: 'is not missed by a rule that fails without it',
			when: { all: [tier('equal', 'B'), margin('lessThan', 15)] },
			facts: { margin: null },
			missing: [],
		},
		{
			name: 'is not missed by a rule that matches without it',
			when: { any: [tier('equal', 'A'), margin('lessThan', 15)] },
			facts: { margin: null },
			missing: [],
		},
		{
			name: 'is not missed where its absence was thought of',
			when: { all: [{ not: isMissing('margin') }, margin('lessThan', 15)] },
			facts: { margin: null },
			missing: [],
		},
		{
			name: 'is named in the order in which facts are declared',
			when: { all: [tier('equal', 'A'), margin('lessThan', 15)] },
			facts: { tier: null, margin: null },
			missing: ['margin', 'tier'],
		},
	])('$name', async ({ when, facts, missing }) => {
		const result = await evaluate(aPolicy([aRule({ when })]), { ...someFacts, ...facts });
		expect(result.missingFacts).toEqual(missing);
	});

	it('is missing when it was left out', async () => {
		const { amount, tier: customerTier } = someFacts;
		expect(await evaluate(aPolicy(), { amount, tier: customerTier })).toMatchObject({
			outcome: 'require_approval',
			missingFacts: ['margin'],
		});
	});

	it.each<{ outcome: PolicyOutcome; becomes: PolicyOutcome }>([
		{ outcome: 'auto_approve', becomes: 'require_approval' },
		{ outcome: 'require_approval', becomes: 'require_approval' },
		{ outcome: 'escalate', becomes: 'escalate' },
		{ outcome: 'reject', becomes: 'reject' },
	])('makes $outcome into $becomes', async ({ outcome, becomes }) => {
		const sure = aRule({ id: 'sure', when: tier('equal', 'A'), outcome });
		const result = await evaluate(aPolicy([aRule(), sure]), { ...someFacts, margin: null });
		expect(result.outcome).toBe(becomes);
		expect(result.missingFacts).toEqual(['margin']);
	});

	it('is asked about in the role of the default', async () => {
		const policy = aPolicy([aRule()], {
			default: { outcome: 'auto_approve', role: 'clerk', slaClass: 'relaxed' },
		});
		expect(await evaluate(policy, {})).toMatchObject({
			role: 'clerk',
			slaClass: 'relaxed',
		});
	});
});
