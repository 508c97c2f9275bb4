import { comparisonsIn } from '../../../src/domain/policy/condition';
import type { Rule } from '../../../src/domain/policy/policy';
import { evaluate } from './samplePolicy';
import { areas } from '../../../src/domain/areas/areas';
import { salesOrderPolicy } from '../../../src/domain/areas/salesOrderRelease/salesOrderPolicy';
import { formatValue } from '../../../src/domain/formatValue';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { thresholdsOf, withThresholds } from '../../../src/domain/policy/policyThresholds';

describe('thresholdsOf', () => {
	it('names each limit of the sales policy once, by the plainest rule that states it', () => {
		const limits = thresholdsOf(salesOrderPolicy).map(({ name, fact, operator, value }) => ({
			name,
			fact,
			operator,
			value,
		}));
		expect(limits).toEqual([
			{ name: 'marginFarBelowCost', fact: 'marginPercent', operator: 'lessThan', value: -20 },
			{ name: 'valueAboveLimit', fact: 'orderAmount', operator: 'greaterThan', value: 50_000 },
			{ name: 'marginBelowFloor', fact: 'marginPercent', operator: 'lessThan', value: 15 },
			{
				name: 'lowMarginAndUrgentDaysToCommitment',
				fact: 'daysToCommitment',
				operator: 'lessThanInclusive',
				value: 1,
			},
			{
				name: 'discountAboveLimit',
				fact: 'maxDiscountPercent',
				operator: 'greaterThan',
				value: 10,
			},
			{ name: 'costUnknown', fact: 'linesWithoutCost', operator: 'greaterThan', value: 0 },
		]);
	});

	it('says what follows beyond a limit', () => {
		const { outcome, role } = thresholdsOf(salesOrderPolicy)[1] ?? {};
		expect({ outcome, role }).toEqual({ outcome: 'escalate', role: 'finance' });
	});

	it.each(areas.map(({ id, defaultPolicy }) => ({ id, policy: defaultPolicy })))(
		'$id: no two limits have the same name',
		({ policy }) => {
			const names = thresholdsOf(policy).map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
		},
	);
});

describe('withThresholds', () => {
	const facts = {
		orderAmount: 12_000,
		currency: 'EUR',
		marginPercent: 13,
		maxDiscountPercent: 5,
		linesWithoutCost: 0,
		daysToCommitment: null,
	};

	it('is the same policy when nothing is changed', () => {
		expect(withThresholds(salesOrderPolicy, { marginBelowFloor: 15 })).toBe(salesOrderPolicy);
	});

	it.each([
		{ floor: 15, outcome: 'require_approval', reasons: ['Margin 13 % is below 15 %'] },
		{ floor: 13.5, outcome: 'require_approval', reasons: ['Margin 13 % is below 13.5 %'] },
		{ floor: 13, outcome: 'auto_approve', reasons: [] },
	])('a margin of 13 under a floor of $floor: $outcome', async ({ floor, outcome, reasons }) => {
		const policy = await parsePolicy(withThresholds(salesOrderPolicy, { marginBelowFloor: floor }));
		const result = await evaluate(policy, facts);
		expect(result.outcome).toBe(outcome);
		expect(result.rules.map(({ reason }) => reason)).toEqual(reasons);
	});

	it('says that it is not the preset any more', () => {
		const { version, examples } = withThresholds(salesOrderPolicy, { valueAboveLimit: 20_000 });
		expect({ version, examples }).toEqual({ version: '1 (adjusted)', examples: [] });
	});

	it.each(
		areas.flatMap(({ id, defaultPolicy: policy }) =>
			thresholdsOf(policy).map((threshold) => ({ id, policy, threshold })),
		),
	)('$id: no reason names the old $threshold.name after a change', ({ policy, threshold }) => {
		const { name, fact, value } = threshold;
		const changed = withThresholds(policy, { [name]: value + 7 });
		const unit = policy.facts[fact]?.unit;
		const old = formatValue(value, unit);
		// Not as a part of another number, such as 5,000 in 25,000.
		const sought = old.replaceAll(/[.\\%]/g, '\\$&');
		const names = (reason: string) =>
			new RegExp(`(?<![\\d.,])${sought}(?!\\d|[.,]\\d)`).test(reason);
		// Two facts may have limits of the same number.
		const compares = ({ when }: Rule) =>
			comparisonsIn(when).some((one) => one.fact === fact && one.value === value);
		const stated = policy.rules.filter(
			(rule) => unit !== undefined && compares(rule) && names(rule.reason),
		);
		const still = changed.rules.filter(
			({ id, reason }) => stated.some((rule) => rule.id === id) && names(reason),
		);
		expect(still).toEqual([]);
	});
});
