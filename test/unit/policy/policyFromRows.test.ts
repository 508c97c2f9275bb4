import { PolicyInvalidError } from '../../../src/domain/policy/errors';
import { policyFromRows, type PolicyRow } from '../../../src/domain/policy/policyFromRows';
import { aPolicy, someFacts, evaluate } from './samplePolicy';

const { id, version, area, currency, facts, default: fallback } = aPolicy();
const base = { id, version, area, currency, facts, default: fallback };

function aRow(changes: Partial<PolicyRow> = {}): PolicyRow {
	return {
		join: 'rule',
		fact: 'margin',
		measure: 'value',
		percentOf: '',
		operator: 'lessThan',
		value: '15',
		outcome: 'require_approval',
		reason: 'Too low',
		role: 'sales_manager',
		slaClass: 'standard',
		riskWeight: 0,
		...changes,
	};
}

describe('policyFromRows', () => {
	it('makes a rule of each row', async () => {
		const rows = [
			aRow(),
			aRow({ fact: 'tier', operator: 'in', value: 'B, C', role: ' ', slaClass: '' }),
		];
		expect(await policyFromRows(rows, base)).toEqual({
			...base,
			rules: [
				{
					id: 'row-1',
					when: { fact: 'margin', operator: 'lessThan', value: 15 },
					outcome: 'require_approval',
					reason: 'Too low',
					role: 'sales_manager',
					slaClass: 'standard',
				},
				{
					id: 'row-2',
					when: { fact: 'tier', operator: 'in', value: ['B', 'C'] },
					outcome: 'require_approval',
					reason: 'Too low',
				},
			],
			examples: [],
		});
	});

	it.each<{ name: string; row: Partial<PolicyRow>; value: unknown }>([
		{ name: 'a number', row: { value: ' 15.5 ' }, value: 15.5 },
		{ name: 'a negative number', row: { value: '-20' }, value: -20 },
		{ name: 'a text', row: { fact: 'tier', operator: 'equal', value: '15' }, value: '15' },
		{
			name: 'a boolean',
			row: { fact: 'isNewCustomer', operator: 'equal', value: 'True' },
			value: true,
		},
		{
			name: 'the other boolean',
			row: { fact: 'isNewCustomer', operator: 'notEqual', value: 'false' },
			value: false,
		},
		{ name: 'numbers', row: { operator: 'notIn', value: '1,2.5' }, value: [1, 2.5] },
		{ name: 'nothing', row: { operator: 'isMissing', value: 'whatever' }, value: undefined },
	])('reads $name as its fact is declared', async ({ row, value }) => {
		const { rules } = await policyFromRows([aRow(row)], base);
		expect(rules[0]?.when).toEqual({
			fact: 'margin',
			operator: 'lessThan',
			...row,
			value,
		});
	});

	it.each<{ name: string; row: Partial<PolicyRow>; path: string; message: string }>([
		{
			name: 'a word for a number',
			row: { value: 'low' },
			path: 'rows[1].value',
			message: '"low" is not a number, which margin is compared with',
		},
		{
			name: 'a number with a unit',
			row: { value: '15 %' },
			path: 'rows[1].value',
			message: '"15 %" is not a number, which margin is compared with',
		},
		{
			name: 'nothing for a number',
			row: { value: ' ' },
			path: 'rows[1].value',
			message: '"" is not a number, which margin is compared with',
		},
		{
			name: 'a gap in a list',
			row: { fact: 'tier', operator: 'in', value: 'A,,B' },
			path: 'rows[1].value',
			message: '"" is not a string, which tier is compared with',
		},
		{
			name: 'a word for a boolean',
			row: { fact: 'isNewCustomer', operator: 'equal', value: 'constructor' },
			path: 'rows[1].value',
			message: '"constructor" is not a boolean, which isNewCustomer is compared with',
		},
		{
			name: 'an unknown fact',
			row: { fact: 'profit' },
			path: 'rules[1].when.fact',
			message:
				'unknown fact "profit"; declare it under facts (declared: margin, amount, currency, tier, isNewCustomer)',
		},
	])('refuses $name, naming the row', async ({ row, path, message }) => {
		const policy = policyFromRows([aRow(), aRow(row)], base);
		await expect(policy).rejects.toThrow(PolicyInvalidError);
		await expect(policy).rejects.toMatchObject({ problems: [{ path, message }] });
	});

	it.each<{ name: string; row: Partial<PolicyRow>; reason: string }>([
		{ name: 'a share', row: {}, reason: 'Margin 11.5 % is below 15 %' },
		{
			name: 'an amount',
			row: { fact: 'amount', operator: 'greaterThan', value: '5000' },
			reason: 'Value 12,400 EUR is above 5,000',
		},
		{
			name: 'a list',
			row: { fact: 'tier', operator: 'in', value: 'A, B' },
			reason: 'Customer tier A is one of A, B',
		},
		{
			name: 'a fact without a label',
			row: { fact: 'isNewCustomer', operator: 'equal', value: 'false' },
			reason: 'isNewCustomer is no',
		},
	])('states the comparison when a row gives no reason: $name', async ({ row, reason }) => {
		const policy = await policyFromRows([aRow({ reason: '', ...row })], base);
		const { rules } = await evaluate(policy, someFacts);
		expect(rules[0]?.reason).toBe(reason);
	});

	it('states that a fact is missing when a row gives no reason', async () => {
		const policy = await policyFromRows([aRow({ reason: '', operator: 'isMissing' })], base);
		const { rules } = await evaluate(policy, { ...someFacts, margin: null });
		expect(rules[0]?.reason).toBe('Margin is not known');
	});
});
