import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { operatorNames, operators } from '../../src/domain/policy/operators';
import { factOptions } from '../../src/n8n/factOptions';

const show = { show: { policySource: ['table'] } };

const outcomeOptions: INodePropertyOptions[] = [
	{ name: 'Auto-Approve', value: 'auto_approve' },
	{ name: 'Escalate', value: 'escalate' },
	{ name: 'Needs Approval', value: 'require_approval' },
	{ name: 'Reject', value: 'reject' },
];

const operatorOptions: INodePropertyOptions[] = operatorNames.map((value) => ({
	name: operators[value].words,
	value,
}));

const firstFact = factOptions[0]?.value ?? '';

/** The fields of a policy that is written as a table. */
export const tableFields: INodeProperties[] = [
	{
		displayName: 'Policy ID',
		name: 'policyId',
		type: 'string',
		default: 'my-policy',
		required: true,
		description: 'Name of the policy; it is kept with every decision',
		displayOptions: show,
	},
	{
		displayName: 'Policy Version',
		name: 'policyVersion',
		type: 'string',
		default: '1',
		required: true,
		description: 'Raise it when the rules change, so that people can tell versions apart',
		displayOptions: show,
	},
	{
		displayName: 'Rules',
		name: 'rules',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Rule',
		default: {},
		description: 'All rules are read; the strictest outcome among those that match wins',
		displayOptions: show,
		options: [
			{
				name: 'rows',
				displayName: 'Rule',
				// eslint-disable-next-line n8n-nodes-base/node-param-fixed-collection-type-unsorted-items -- a rule reads as a sentence
				values: [
					{
						displayName: 'Fact',
						name: 'fact',
						type: 'options',
						options: factOptions,
						default: firstFact,
					},
					{
						displayName: 'Comparison',
						name: 'operator',
						type: 'options',
						options: operatorOptions,
						default: 'lessThan',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. 15',
						description: 'What the fact is compared with. For a list, separate values by commas.',
					},
					{
						displayName: 'Outcome',
						name: 'outcome',
						type: 'options',
						options: outcomeOptions,
						default: 'require_approval',
					},
					{
						displayName: 'Reason',
						name: 'reason',
						type: 'string',
						default: '',
						placeholder: 'e.g. Margin {{marginPercent}} is too low',
						description:
							'Sentence for the approver; a fact in double braces is filled in. Empty means that the comparison is put into words.',
					},
					{
						displayName: 'Role',
						name: 'role',
						type: 'string',
						default: 'sales_manager',
						description: 'Role to ask, as in the authority rows of Approval Route',
					},
					{
						displayName: 'SLA Class',
						name: 'slaClass',
						type: 'string',
						default: 'standard',
						description: 'Class of the target in SLA Timer',
					},
				],
			},
		],
	},
	{
		displayName: 'Otherwise',
		name: 'defaultOutcome',
		type: 'options',
		options: outcomeOptions,
		default: 'require_approval',
		description: 'Outcome when no rule matches',
		displayOptions: show,
	},
	{
		displayName: 'Otherwise Ask Role',
		name: 'defaultRole',
		type: 'string',
		default: 'sales_manager',
		description: 'Role to ask when no matching rule names one',
		displayOptions: show,
	},
	{
		displayName: 'Otherwise SLA Class',
		name: 'defaultSlaClass',
		type: 'string',
		default: 'standard',
		required: true,
		description: 'Class of the target when no matching rule names one',
		displayOptions: show,
	},
];
