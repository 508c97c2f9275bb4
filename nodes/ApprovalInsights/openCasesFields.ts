import type { INodeProperties } from 'n8n-workflow';
import { languageOptions } from '../../src/n8n/languageOptions';
import { zoneOption } from './sharedFields';

const shown = { show: { operation: ['openCases'] } };

/** The fields of the operation Open Cases. */
export const openCasesFields: INodeProperties[] = [
	{
		displayName: 'Since',
		name: 'since',
		type: 'dateTime',
		default: '={{ $now.minus({ days: 1 }).toISO() }}',
		required: true,
		description:
			'When you looked last: what was decided, ran late or went wrong since then is told. What waits is told whatever its age.',
		displayOptions: shown,
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 500 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: shown,
	},
	{
		displayName: 'Options',
		name: 'insightOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: shown,
		options: [
			{
				displayName: 'Language',
				name: 'language',
				type: 'options',
				options: languageOptions,
				default: 'en',
				description: 'In which the messages are written; names of areas stay as they are',
			},
			zoneOption,
		],
	},
];
