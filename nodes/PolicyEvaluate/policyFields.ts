import type { INodeProperties } from 'n8n-workflow';
import { areas } from '../../src/domain/areas/areas';
import { areaOptions } from '../../src/n8n/areaOptions';
import { presetFields } from './presetFields';
import { tableFields } from './tableFields';

const firstArea = areaOptions[0]?.value ?? '';

const examplePolicy = {
	id: 'my-policy',
	version: '1',
	area: 'sales_order_release',
	facts: { marginPercent: { type: 'number', unit: '%', label: 'Margin' } },
	rules: [
		{
			id: 'margin-below-floor',
			when: { fact: 'marginPercent', operator: 'lessThan', value: 15 },
			outcome: 'require_approval',
			reason: 'Margin {{marginPercent}} is below 15 %',
			role: 'sales_manager',
		},
	],
	default: { outcome: 'auto_approve', slaClass: 'standard' },
	examples: [
		{
			name: 'A low margin needs approval',
			facts: { marginPercent: 9 },
			outcome: 'require_approval',
		},
	],
};

export const policyFields: INodeProperties[] = [
	{
		displayName: 'Policy',
		name: 'policySource',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'As JSON',
				value: 'json',
				description: 'A whole policy document, with nested conditions and worked examples',
			},
			{
				name: 'As Table',
				value: 'table',
				description: 'Your own rules, one in each row',
			},
			{
				name: 'Preset',
				value: 'preset',
				description: 'The rules that come with the approval area, with your own limits',
			},
		],
		default: 'preset',
	},
	{
		displayName: 'Approval Area',
		name: 'area',
		type: 'options',
		noDataExpression: true,
		options: areaOptions,
		default: firstArea,
		description: 'Which kind of approval the policy is for',
		displayOptions: { show: { policySource: ['preset', 'table'] } },
	},
	...areas.flatMap(presetFields),
	...tableFields,
	{
		displayName: 'Policy Document',
		name: 'policyDocument',
		type: 'json',
		typeOptions: { rows: 16 },
		default: JSON.stringify(examplePolicy, null, 2),
		required: true,
		description: 'The policy. Its own examples are checked before it decides anything.',
		displayOptions: { show: { policySource: ['json'] } },
	},
];
