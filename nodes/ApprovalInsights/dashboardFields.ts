import type { INodeProperties } from 'n8n-workflow';
import { limitField, pageLanguageOption, zoneOption } from './sharedFields';

const shown = { show: { operation: ['dashboardPage'] } };
const linked = { show: { operation: ['openCases'], dashboardAccess: ['signedLink'] } };

/** The fields of the operation Dashboard Page. */
export const dashboardFields: INodeProperties[] = [
	{
		displayName: 'Access',
		name: 'dashboardAccess',
		type: 'options',
		options: [
			{
				name: 'Checked Before',
				value: 'before',
				description: 'The Webhook node asks for a name and a password',
			},
			{
				name: 'Signed Link',
				value: 'signedLink',
				description: 'Whoever has a link of Open Cases that still works may look',
			},
		],
		default: 'before',
		description: 'Who sees to it that only the right people look at the page',
		displayOptions: shown,
	},
	{
		displayName: 'Since',
		name: 'since',
		type: 'dateTime',
		default: '={{ $now.minus({ days: 30 }).toISO() }}',
		required: true,
		description:
			'Where the time begins that is counted, by the hour, day, week or month, whichever suits it. What waits is shown whatever its age.',
		displayOptions: shown,
	},
	limitField('dashboardPage'),
	{
		displayName: 'Options',
		name: 'dashboardOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: shown,
		options: [
			pageLanguageOption('In which the page is written; names of areas stay as they are'),
			zoneOption,
		],
	},
];

/** Those by which the operation Open Cases gives a link to it. */
export const dashboardLinkFields: INodeProperties[] = [
	{
		displayName: 'Link to the Dashboard',
		name: 'dashboardAccess',
		type: 'options',
		options: [
			{ name: 'None', value: 'none' },
			{
				name: 'Signed Link',
				value: 'signedLink',
				description: 'Opens the dashboard of the same areas for whoever has it, for some days',
			},
		],
		default: 'none',
		description: 'Whether the messages lead to the dashboard page',
		displayOptions: { show: { operation: ['openCases'] } },
	},
	{
		displayName: 'Dashboard Address',
		name: 'dashboardUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://n8n.example.com/webhook/approval-dashboard-link',
		description: 'Production URL of the Webhook node that serves the page to signed links',
		displayOptions: linked,
	},
	{
		displayName: 'Days the Link Works',
		name: 'dashboardDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 90 },
		default: 7,
		description: 'After that, the link in the next digest works',
		displayOptions: linked,
	},
];
