import type { Condition } from '../../../src/domain/policy/condition';
import { evaluateShadow } from '../../../src/domain/policy/evaluateShadow';
import { PolicyInvalidError } from '../../../src/domain/policy/errors';
import { aPolicy, aRule, evaluate, margin, someFacts, tier } from './samplePolicy';

const routine = { ...someFacts, margin: 28, amount: 12_400 };

describe('near misses', () => {
	const nearMissesOf = async (when: Condition, facts = routine) =>
		(await evaluate(aPolicy([aRule({ when, outcome: 'escalate' })]), facts)).nearMisses;

	it('says how far a stricter rule was from matching', async () => {
		expect(await nearMissesOf(margin('lessThan', 27))).toEqual([
			{
				ruleId: 'low-margin',
				outcome: 'escalate',
				fact: 'margin',
				operator: 'lessThan',
				value: 28,
				threshold: 27,
				unit: '%',
				gap: 1,
				gapPercent: 3.7037,
				sentence:
					'Margin: 28 %, only 1 % away from "is below 27 %", which goes to a higher authority at once',
			},
		]);
	});

	it.each<[string, Condition]>([
		['farther away than the policy calls near', margin('lessThan', 25)],
		['what is no number', tier('equal', 'B')],
		['a limit of zero', margin('lessThan', 0)],
		[
			'what more than one number keeps from matching',
			{ all: [margin('lessThan', 27), margin('lessThan', 26)] },
		],
	])('leaves out %s', async (_name, when) => {
		expect(await nearMissesOf(when)).toEqual([]);
	});

	it('takes the nearer end of a range and the easier of several ways', async () => {
		const when: Condition = {
			any: [
				{ all: [tier('equal', 'B'), margin('lessThan', 1)] },
				{ fact: 'margin', operator: 'between', value: [10, 26] },
			],
		};
		expect(await nearMissesOf(when)).toMatchObject([
			{ gap: 2, sentence: expect.stringContaining('is between 10 % and 26 %') },
		]);
	});

	it('puts the nearest first and says nothing of rules that would change nothing', async () => {
		const rules = [
			aRule({ id: 'far', when: margin('lessThan', 26), outcome: 'reject' }),
			aRule({ id: 'near', when: margin('lessThan', 27.5), outcome: 'escalate' }),
			aRule({ id: 'same', when: margin('lessThan', 27.9) }),
			aRule({ id: 'asks', when: margin('greaterThan', 20) }),
		];
		const { nearMisses } = await evaluate(aPolicy(rules), routine);
		expect(nearMisses.map(({ ruleId }) => ruleId)).toEqual(['near', 'far']);
	});

	it('calls near what the policy calls near', async () => {
		const rules = [aRule({ when: margin('lessThan', 20) })];
		const policy = aPolicy(rules, { nearMissPercent: 40 });
		expect((await evaluate(policy, routine)).nearMisses).toHaveLength(1);
	});
});

describe('the risk score', () => {
	it('adds up the weights of the rules that match', async () => {
		const rules = [
			aRule({ id: 'one', riskWeight: 20 }),
			aRule({ id: 'two', when: tier('equal', 'A'), riskWeight: 12.5 }),
			aRule({ id: 'other', when: tier('equal', 'B'), riskWeight: 40 }),
			aRule({ id: 'weightless', when: margin('lessThan', 14) }),
		];
		expect((await evaluate(aPolicy(rules), someFacts)).riskScore).toBe(32.5);
	});
});

describe('sampling', () => {
	const sampled = (percent: number) =>
		aPolicy([aRule()], { sampling: { percent, role: 'auditor' } });
	const keys = Array.from({ length: 2_000 }, (_, index) => `sale.order:${index}`);

	it('shows to people what policy would have approved', async () => {
		expect(await evaluate(sampled(100), routine)).toMatchObject({
			outcome: 'require_approval',
			role: 'auditor',
			sampled: true,
			rules: [],
		});
	});

	it('draws its share, and always the same', async () => {
		const draw = async () => {
			const drawn = [];
			for (const caseKey of keys) {
				if ((await evaluate(sampled(5), routine, { caseKey })).sampled) drawn.push(caseKey);
			}
			return drawn;
		};
		const first = await draw();
		expect(first.length).toBeGreaterThan(70);
		expect(first.length).toBeLessThan(130);
		expect(await draw()).toEqual(first);
	});

	it('goes on with the same sample in another version, and widens it with the share', async () => {
		for (const caseKey of keys.slice(0, 200)) {
			const few = await evaluate({ ...sampled(5), version: '4' }, routine, { caseKey });
			const many = await evaluate(sampled(20), routine, { caseKey });
			expect(many.sampled || !few.sampled).toBe(true);
		}
	});

	it('draws nothing from what people see anyway, and nothing without a key', async () => {
		expect((await evaluate(sampled(100), someFacts)).sampled).toBe(false);
		expect((await evaluate(sampled(100), routine, { caseKey: null })).sampled).toBe(false);
		expect((await evaluate(aPolicy(), routine)).sampled).toBe(false);
	});
});

describe('a shadow policy', () => {
	const occasion = { now: '2026-03-02T09:00:00.000Z', caseKey: 'one' };
	const stricter = aPolicy([aRule({ when: margin('lessThan', 30), outcome: 'reject' })], {
		id: 'trial',
		version: '4-draft',
	});

	it('says what it would have decided, and why', async () => {
		const live = await evaluate(aPolicy(), routine);
		expect(
			await evaluateShadow(live, async () => await Promise.resolve(stricter), routine, occasion),
		).toMatchObject({
			id: 'trial',
			version: '4-draft',
			outcome: 'reject',
			ruleIds: ['low-margin'],
			agrees: false,
			sentence: 'By policy trial, version 4-draft, it is rejected: Margin 28 % is below 15 %',
		});
	});

	it('agrees where it says the same', async () => {
		const live = await evaluate(aPolicy(), routine);
		const same = async () => await Promise.resolve(aPolicy());
		expect(await evaluateShadow(live, same, routine, occasion)).toMatchObject({
			agrees: true,
			sentence: 'Policy sample, version 3, says the same',
		});
	});

	it('never fails, whatever is wrong with it', async () => {
		const live = await evaluate(aPolicy(), routine);
		const unsound = async () =>
			await Promise.reject(new PolicyInvalidError([{ path: 'rules', message: 'Required' }]));
		expect(await evaluateShadow(live, unsound, routine, occasion)).toEqual({
			id: null,
			version: null,
			hash: null,
			outcome: null,
			ruleIds: [],
			agrees: false,
			sentence: 'The shadow policy could not be evaluated: rules: Required',
		});
	});
});
