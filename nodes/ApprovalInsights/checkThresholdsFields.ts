import type { INodeProperties } from 'n8n-workflow';
import { languageOption, zoneOption } from './sharedFields';

const shown = { show: { operation: ['checkThresholds'] } };

/** The fields of the operation Check Thresholds. */
export const checkThresholdsFields: INodeProperties[] = [
	{
		displayName: 'Oldest Case (Hours)',
		name: 'oldestWaiting',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 72,
		description: 'How long a case may wait; one that has waited longer is told of',
		displayOptions: shown,
	},
	{
		displayName: 'Overdue Cases',
		name: 'overdueCases',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 499 },
		default: 5,
		description: 'How many cases may be overdue',
		displayOptions: shown,
	},
	{
		displayName: 'Dead Letters',
		name: 'deadLetters',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'How many events there may be that Odoo has given up',
		displayOptions: shown,
	},
	{
		displayName: 'Event Lag (Minutes)',
		name: 'outboxLag',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 60,
		description: 'How long an event may wait until n8n has dealt with it',
		displayOptions: shown,
	},
	{
		displayName: 'Late Decisions (Percent)',
		name: 'lateDecisions',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 20,
		description: 'How many of the decisions by people may come after the promised time',
		displayOptions: shown,
	},
	{
		displayName: 'Options',
		name: 'thresholdOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: shown,
		options: [
			{
				displayName: 'At Least So Many Decisions',
				name: 'leastDecisions',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 10,
				description:
					'Of fewer decisions the share of late ones is not told: one of two says nothing',
			},
			{
				displayName: 'Decisions of the Last (Hours)',
				name: 'decisionHours',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 8760 },
				default: 24,
				description: 'Of how long ago decisions count',
			},
			languageOption('In which the messages are written'),
			zoneOption,
		],
	},
];
