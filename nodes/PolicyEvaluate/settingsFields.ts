import type { INodeProperties } from 'n8n-workflow';
import { shownFor } from './shownFor';

/** What can be set of a policy beside its rules, in alphabetical order as the editor wants it. */
export const settingsFields: INodeProperties[] = [
	{
		displayName: 'Settings',
		name: 'policySettings',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		displayOptions: shownFor(['preset', 'table']),
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
				description:
					'Last day on which the policy may decide; after it the node stops with an error',
			},
		],
	},
	{
		displayName: 'Shadow Policy',
		name: 'shadowPolicy',
		type: 'json',
		typeOptions: { rows: 4 },
		default: '',
		description:
			'A second policy document, on trial. What it would have decided is recorded with the case; it decides nothing. Empty means none.',
	},
];
