import { PolicyInvalidError, type PolicyProblem } from '../../../src/domain/policy/errors';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { aPolicy, aRule, someFacts } from './samplePolicy';

/** The problems that a document is refused for; none when it is taken. */
async function problemsOf(document: unknown): Promise<readonly PolicyProblem[]> {
	try {
		await parsePolicy(document);
		return [];
	} catch (error) {
		if (error instanceof PolicyInvalidError) return error.problems;
		throw error;
	}
}

const declared = 'margin, amount, currency, tier, isNewCustomer';

describe('parsePolicy', () => {
	it('gives back a policy that is sound', async () => {
		const policy = aPolicy([aRule()], {
			examples: [{ name: 'low', facts: { ...someFacts }, outcome: 'require_approval' }],
		});
		expect(await parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
	});

	it.each<{ name: string; rule: object; path: string; message: string }>([
		{
			name: 'an unknown fact',
			rule: { when: { fact: 'profit', operator: 'lessThan', value: 15 } },
			path: 'rules[0].when.fact',
			message: `unknown fact "profit"; declare it under facts (declared: ${declared})`,
		},
		{
			name: 'an unknown fact deep inside',
			rule: {
				when: { all: [{ any: [{ not: { fact: 'profit', operator: 'equal', value: 1 } }] }] },
			},
			path: 'rules[0].when.all[0].any[0].not.fact',
			message: `unknown fact "profit"; declare it under facts (declared: ${declared})`,
		},
		{
			name: 'a fact that only looks declared',
			rule: { when: { fact: 'constructor', operator: 'equal', value: 1 } },
			path: 'rules[0].when.fact',
			message: `unknown fact "constructor"; declare it under facts (declared: ${declared})`,
		},
		{
			name: 'an unknown operator',
			rule: { when: { all: [{ fact: 'margin', operator: 'below', value: 15 }] } },
			path: 'rules[0].when.all[0].operator',
			message:
				"Invalid enum value. Expected 'equal' | 'notEqual' | 'lessThan' | 'lessThanInclusive' | 'greaterThan' | 'greaterThanInclusive' | 'between' | 'notBetween' | 'in' | 'notIn' | 'matches' | 'notMatches' | 'containsAny' | 'containsNone' | 'containsAll' | 'lacksAny' | 'changedSince' | 'notChangedSince' | 'isMissing' | 'isPresent', received 'below'",
		},
		{
			name: 'an operator that text has no use for',
			rule: { when: { fact: 'tier', operator: 'lessThan', value: 'B' } },
			path: 'rules[0].when.operator',
			message:
				'"lessThan" cannot compare a string; use one of equal, notEqual, in, notIn, matches, notMatches, isMissing, isPresent',
		},
		{
			name: 'an operator that a boolean has no use for',
			rule: { when: { fact: 'isNewCustomer', operator: 'in', value: [true] } },
			path: 'rules[0].when.operator',
			message: '"in" cannot compare a boolean; use one of equal, notEqual, isMissing, isPresent',
		},
		{
			name: 'a value of the wrong type',
			rule: { when: { fact: 'margin', operator: 'lessThan', value: '15' } },
			path: 'rules[0].when.value',
			message: '"15" is not a number, and margin is declared as one',
		},
		{
			name: 'a number that is none',
			rule: { when: { fact: 'margin', operator: 'lessThan', value: Number.POSITIVE_INFINITY } },
			path: 'rules[0].when.value',
			message: 'Infinity is no number',
		},
		{
			name: 'a wrong type in a list',
			rule: { when: { fact: 'tier', operator: 'in', value: ['A', 2] } },
			path: 'rules[0].when.value',
			message: '2 is not a string, and tier is declared as one',
		},
		{
			name: 'a list where one value is compared',
			rule: { when: { fact: 'tier', operator: 'equal', value: ['A'] } },
			path: 'rules[0].when.value',
			message: '"equal" takes one value, not a list',
		},
		{
			name: 'one value where a list is compared',
			rule: { when: { fact: 'tier', operator: 'notIn', value: 'A' } },
			path: 'rules[0].when.value',
			message: '"notIn" takes a list',
		},
		{
			name: 'an empty list',
			rule: { when: { fact: 'tier', operator: 'in', value: [] } },
			path: 'rules[0].when.value',
			message: 'an empty list matches nothing; name at least one value',
		},
		{
			name: 'no value',
			rule: { when: { fact: 'margin', operator: 'lessThan' } },
			path: 'rules[0].when.value',
			message: '"lessThan" needs a value to compare margin with',
		},
		{
			name: 'a value for isMissing',
			rule: { when: { fact: 'margin', operator: 'isMissing', value: 15 } },
			path: 'rules[0].when.value',
			message: 'isMissing takes no value',
		},
		{
			name: 'an object as a value',
			rule: { when: { fact: 'margin', operator: 'lessThan', value: { amount: 15 } } },
			path: 'rules[0].when.value',
			message: 'must be a number, a text, true or false, a list of them, or { "fact": … }',
		},
		{
			name: 'a path into a fact',
			rule: { when: { fact: 'tier', operator: 'equal', value: 'A', path: '$.constructor' } },
			path: 'rules[0].when',
			message: "Unrecognized key(s) in object: 'path'",
		},
		{
			name: 'an empty condition',
			rule: { when: { all: [] } },
			path: 'rules[0].when.all',
			message: 'Array must contain at least 1 element(s)',
		},
		{
			name: 'two kinds of condition in one',
			rule: { when: { all: [{ fact: 'margin', operator: 'isMissing' }], any: [] } },
			path: 'rules[0].when',
			message: "Unrecognized key(s) in object: 'any'",
		},
		{
			name: 'a reason that speaks of an unknown fact',
			rule: { reason: 'Profit {{profit}} is too low' },
			path: 'rules[0].reason',
			message: `unknown fact "profit"; declare it under facts (declared: ${declared})`,
		},
		{
			name: 'an unknown outcome',
			rule: { outcome: 'approve' },
			path: 'rules[0].outcome',
			message:
				"Invalid enum value. Expected 'auto_approve' | 'require_approval' | 'escalate' | 'reject', received 'approve'",
		},
	])('refuses $name', async ({ rule, path, message }) => {
		expect(await problemsOf({ ...aPolicy(), rules: [{ ...aRule(), ...rule }] })).toEqual([
			{ path, message },
		]);
	});

	it.each<{ name: string; changes: object; path: string; message: string }>([
		{
			name: 'two rules with one id',
			changes: { rules: [aRule(), aRule({ id: 'other' }), aRule()] },
			path: 'rules[2].id',
			message: '"low-margin" is the id of rules[0] already; give each rule its own',
		},
		{
			name: 'a fact with a name that no reason can speak of',
			changes: { rules: [], facts: { 'the margin': { type: 'number' } } },
			path: 'facts.the margin',
			message: 'a fact is named by a letter followed by letters, digits and underscores',
		},
		{
			name: 'no SLA class to fall back on',
			changes: { default: { outcome: 'auto_approve' } },
			path: 'default.slaClass',
			message: 'Required',
		},
		{
			name: 'an example with an unknown fact',
			changes: { examples: [{ name: 'odd', facts: { profit: 1 }, outcome: 'auto_approve' }] },
			path: 'examples[0].facts.profit',
			message: `unknown fact "profit"; declare it under facts (declared: ${declared})`,
		},
		{
			name: 'an example with a fact of the wrong type',
			changes: { examples: [{ name: 'odd', facts: { margin: '9' }, outcome: 'auto_approve' }] },
			path: 'examples',
			message: 'The fact "margin" must be a number, or null when it is not known; it is 9 (string)',
		},
		{
			name: 'an example that the rules contradict',
			changes: {
				examples: [
					{ name: 'fine', facts: { margin: 15 }, outcome: 'auto_approve' },
					{ name: 'low', facts: { margin: 9 }, outcome: 'auto_approve' },
				],
			},
			path: 'examples[1].outcome',
			message:
				'"low" expects auto_approve, but the rules say require_approval; correct one of them',
		},
		{
			name: 'what no policy has',
			changes: { priority: 3 },
			path: '',
			message: "Unrecognized key(s) in object: 'priority'",
		},
	])('refuses $name', async ({ changes, path, message }) => {
		expect(await problemsOf({ ...aPolicy(), ...changes })).toEqual([{ path, message }]);
	});

	it('names every problem at once, each with its path', async () => {
		const rules = [
			aRule({ when: { fact: 'profit', operator: 'isMissing' } }),
			aRule({ when: { fact: 'margin', operator: 'lessThan', value: 'low' } }),
		];
		const refusal = new PolicyInvalidError(await problemsOf(aPolicy(rules)));
		expect(refusal.code).toBe('POLICY_INVALID');
		expect(refusal.message).toBe(
			[
				'rules[1].id: "low-margin" is the id of rules[0] already; give each rule its own',
				`rules[0].when.fact: unknown fact "profit"; declare it under facts (declared: ${declared})`,
				'rules[1].when.value: "low" is not a number, and margin is declared as one',
			].join('\n'),
		);
	});

	it.each([null, undefined, 'policy', 7, []])('refuses %p as a document', async (document) => {
		expect(await problemsOf(document)).toHaveLength(1);
	});
});
