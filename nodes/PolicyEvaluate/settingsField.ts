import type { INodeProperties } from 'n8n-workflow';
import { outcomeOptions } from './outcomeOptions';

/** What can be set of a policy beside its rules, in alphabetical order as the editor wants it. */
export const settingsField: INodeProperties = {
	displayName: 'Settings',
	name: 'policySettings',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	displayOptions: { show: { policySource: ['preset', 'table'] } },
	options: [
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			default: 'company',
			placeholder: 'e.g. EUR',
			description:
				'In which the limits for amounts are stated: an ISO code, or "company" for the own currency of the company that the record belongs to. A record of a company with another currency is not compared; people decide it.',
		},
		{
			displayName: 'Near Miss (%)',
			name: 'nearMissPercent',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 10,
			description: 'How close to a limit, in percent of it, counts as a near miss',
		},
		{
			displayName: 'Otherwise',
			name: 'defaultOutcome',
			type: 'options',
			options: outcomeOptions,
			default: 'auto_approve',
			description: 'Outcome when no rule matches',
		},
		{
			displayName: 'Otherwise Ask Role',
			name: 'defaultRole',
			type: 'string',
			default: 'sales_manager',
			description: 'Role to ask when no matching rule names one',
		},
		{
			displayName: 'Otherwise SLA Class',
			name: 'defaultSlaClass',
			type: 'string',
			default: 'standard',
			description: 'Class of the target when no matching rule names one',
		},
		{
			displayName: 'Policy ID',
			name: 'policyId',
			type: 'string',
			default: '',
			placeholder: 'e.g. sales-order-release-north',
			description: 'Name of the policy; it is kept with every decision',
		},
		{
			displayName: 'Policy Version',
			name: 'policyVersion',
			type: 'string',
			default: '1',
			description:
				'Raise it when the rules change, so that people can tell versions apart. Every decision also keeps a hash of the whole content.',
		},
		{
			displayName: 'Sampling Role',
			name: 'samplingRole',
			type: 'string',
			default: 'sales_manager',
			description: 'Role that looks at the sample',
		},
		{
			displayName: 'Sampling Share (%)',
			name: 'samplingPercent',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 2,
			description:
				'Share of what would be approved automatically that a person is asked about anyway. A record is drawn once: handing it in again changes nothing.',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: 'UTC',
			placeholder: 'e.g. Europe/Berlin',
			description: 'In which days are counted',
		},
		{
			displayName: 'Valid From',
			name: 'validFrom',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2026-01-01',
			description: 'First day on which the policy may decide',
		},
		{
			displayName: 'Valid Until',
			name: 'validUntil',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2026-12-31',
			description: 'Last day on which the policy may decide; after it the node stops with an error',
		},
	],
};
