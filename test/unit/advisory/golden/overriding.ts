import { count, goldenArea, goldenCase, money, text, yesNo } from './GoldenArea';

export const overriding = goldenArea({
	file: 'overrides',
	label: 'Override',
	category: 'override',
	role: 'operations_manager',
	facts: {
		kind: text('Kind of override'),
		value: money('Value'),
		overridesThisMonth: count('Overrides of this person this month'),
		hasReason: yesNo('A reason is given'),
	},
	byDefault: 'require_approval',
	rules: [
		{
			id: 'write-off',
			when: { fact: 'value', operator: 'greaterThan', value: 500 },
			outcome: 'require_approval',
			reason: 'A {{kind}} of {{value}} is above 500',
			role: 'operations_manager',
		},
		{
			id: 'often',
			when: { fact: 'overridesThisMonth', operator: 'greaterThan', value: 5 },
			outcome: 'escalate',
			reason: 'It is this person’s override no. {{overridesThisMonth}} this month',
			role: 'operations_director',
		},
		{
			id: 'no-reason',
			when: { fact: 'hasReason', operator: 'equal', value: false },
			outcome: 'reject',
			reason: 'No reason is given',
		},
	],
	cases: [
		goldenCase('A small stock adjustment', 'ADJ/0007', 'Lars Lager', 45, {
			kind: 'stock adjustment',
			value: 45,
			overridesThisMonth: 1,
			hasReason: true,
		}),
		goldenCase('A large write-off', 'ADJ/0008', 'Lars Lager', 2_150, {
			kind: 'write-off',
			value: 2_150,
			overridesThisMonth: 2,
			hasReason: true,
		}),
		goldenCase('Again a rush order', 'S00120', 'Sam Seller', 700, {
			kind: 'rush order',
			value: 700,
			overridesThisMonth: 9,
			hasReason: true,
		}),
		goldenCase('Without a reason', 'ADJ/0009', 'Lars Lager', 480, {
			kind: 'vendor change',
			value: 480,
			overridesThisMonth: 1,
			hasReason: false,
		}),
	],
});
