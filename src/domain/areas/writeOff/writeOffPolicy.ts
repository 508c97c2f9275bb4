import type { Policy } from '../../policy/policy';
import { writeOffFactDeclarations } from './writeOffFacts';

const routine = {
	scrapValue: 40,
	currency: 'EUR',
	hasReason: true,
	isShort: false,
	writeOffs30Days: 120,
	writeOffsOfLocation30Days: 300,
};

/** A starting point: breakage goes without a word, where somebody says why; the rest is looked at. */
export const writeOffPolicy: Policy = {
	id: 'write-off',
	version: '1',
	area: 'write_off',
	currency: 'company',
	facts: writeOffFactDeclarations,
	rules: [
		{
			id: 'more-than-there-is',
			when: { fact: 'isShort', operator: 'equal', value: true },
			outcome: 'reject',
			reason: 'More is to be written off than there is',
		},
		{
			id: 'value-above-limit',
			when: { fact: 'scrapValue', operator: 'greaterThan', value: 2_500 },
			outcome: 'escalate',
			reason: 'Goods worth {{scrapValue}} are to be written off, more than 2,500',
			role: 'finance',
		},
		{
			id: 'value-above-routine',
			when: { fact: 'scrapValue', operator: 'greaterThan', value: 100 },
			outcome: 'require_approval',
			reason: 'Goods worth {{scrapValue}} are to be written off, more than 100',
			role: 'warehouse_manager',
			slaClass: 'standard',
		},
		{
			id: 'without-reason',
			when: { fact: 'hasReason', operator: 'equal', value: false },
			outcome: 'require_approval',
			reason: 'Nobody has said why the goods are to be written off',
			role: 'warehouse_manager',
			slaClass: 'standard',
		},
		{
			id: 'much-by-one-person',
			when: { fact: 'writeOffs30Days', operator: 'greaterThan', value: 750 },
			outcome: 'require_approval',
			reason: 'With this, the same person has written off {{writeOffs30Days}} in 30 days',
			role: 'finance',
			slaClass: 'standard',
		},
		{
			id: 'much-from-one-place',
			when: { fact: 'writeOffsOfLocation30Days', operator: 'greaterThan', value: 4_000 },
			outcome: 'require_approval',
			reason:
				'With this, {{writeOffsOfLocation30Days}} have been written off from the place in 30 days',
			role: 'warehouse_manager',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'warehouse_manager', slaClass: 'standard' },
	examples: [
		{ name: 'A little breakage is written off', facts: routine, outcome: 'auto_approve' },
		{
			name: 'A value at the limit is written off',
			facts: { ...routine, scrapValue: 100 },
			outcome: 'auto_approve',
		},
		{
			name: 'A value above it needs approval',
			facts: { ...routine, scrapValue: 100.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A high value goes to finance',
			facts: { ...routine, scrapValue: 2_500.01 },
			outcome: 'escalate',
		},
		{
			name: 'Without a reason it needs approval',
			facts: { ...routine, hasReason: false },
			outcome: 'require_approval',
		},
		{
			name: 'Many little ones of one person need approval',
			facts: { ...routine, writeOffs30Days: 750.01 },
			outcome: 'require_approval',
		},
		{
			name: 'Much from one place needs approval',
			facts: { ...routine, writeOffsOfLocation30Days: 4_000.01 },
			outcome: 'require_approval',
		},
		{
			name: 'What is not there cannot be written off',
			facts: { ...routine, isShort: true },
			outcome: 'reject',
		},
		{
			name: 'A value that is not known needs approval',
			facts: { ...routine, scrapValue: null },
			outcome: 'require_approval',
		},
	],
};
