import type { INodeProperties } from 'n8n-workflow';
import { areas } from '../../src/domain/areas/areas';
import { areaOptions, firstArea, OWN_AREA } from '../../src/n8n/areaOptions';
import { keptAside } from '../../src/n8n/keptAside';
import { presetFields } from './presetFields';
import { settingsField } from './settingsField';
import { ownPolicyBase } from './ownPolicyBase';
import { ownRulesField, rulesField } from './tableFields';

/** What a document begins with. */
const documents = [
	...areas.map(({ id, defaultPolicy }) => [id, defaultPolicy] as const),
	[OWN_AREA, ownPolicyBase('my_area', {})] as const,
];

/** The fields that describe a policy, in three ways. */
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
				description: 'Your own rules, a row for each comparison',
			},
			{
				name: 'Preset',
				value: 'preset',
				description: 'The rules that come with the approval area, with your own limits',
			},
		],
		default: 'preset',
		description:
			'How the policy is written. Table and JSON begin with the rules of the preset; what you wrote in one way stays while you look at another.',
	},
	{
		displayName: 'Approval Area',
		name: 'area',
		type: 'options',
		noDataExpression: true,
		options: [
			...areaOptions,
			{ name: 'Own Area', value: OWN_AREA, description: 'One that was described in Set Up Odoo' },
		],
		default: firstArea,
		description:
			'Which kind of approval the policy is for. A JSON document of your own names its area itself.',
	},
	{
		displayName: 'An area of your own has no preset: choose As Table or As JSON.',
		name: 'noPresetNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { policySource: ['preset'], area: [OWN_AREA] } },
	},
	{
		displayName: 'Own Area',
		name: 'ownArea',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. payment_terms',
		description: 'ID of the area, as it was set up in Odoo',
		displayOptions: { show: { policySource: ['table'], area: [OWN_AREA] } },
	},
	...areas.map(presetFields),
	...areas.map(rulesField),
	ownRulesField,
	...documents.map(([id, begun]): INodeProperties => ({
		displayName: 'Policy Document',
		name: 'policyDocument',
		type: 'json',
		typeOptions: { rows: 20 },
		default: JSON.stringify(begun, null, 2),
		required: true,
		description:
			'The policy. Its own examples are checked before it decides anything. An expression may take it from an earlier node, so that it can live in Git or in Odoo.',
		displayOptions: { show: { policySource: ['json'], area: [id] } },
	})),
	settingsField,
	keptAside('limits', { policySource: ['table', 'json'] }, 'The limits of the preset are kept.'),
	keptAside('rules', { policySource: ['preset', 'json'] }, 'The rows of the table are kept.'),
	keptAside('policyDocument', { policySource: ['preset', 'table'] }, 'The JSON document is kept.'),
	keptAside(
		'policySettings',
		{ policySource: ['json'] },
		'The settings of preset and table are kept.',
	),
];
