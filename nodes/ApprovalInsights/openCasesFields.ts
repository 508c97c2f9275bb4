import type { INodeProperties } from 'n8n-workflow';
import { areaOptions } from '../../src/n8n/areaOptions';
import { languageOptions } from '../../src/n8n/languageOptions';

const shown = { show: { operation: ['openCases'] } };

/** The fields of the operation Open Cases. */
export const openCasesFields: INodeProperties[] = [
	{
		displayName: 'Areas',
		name: 'areas',
		type: 'multiOptions',
		options: areaOptions,
		default: [],
		description: 'Kinds of approval to look at. Empty means all.',
		displayOptions: shown,
	},
	{
		displayName: 'Own Areas',
		name: 'ownAreas',
		type: 'string',
		default: '',
		placeholder: 'e.g. payment_terms',
		description:
			'IDs, separated by commas, of areas of your own to look at as well. Only needed where areas are chosen above, or to look at these alone.',
		displayOptions: shown,
	},
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
			{
				displayName: 'Time Zone',
				name: 'zone',
				type: 'string',
				default: '',
				placeholder: 'e.g. Europe/Berlin',
				description:
					'In which times are written, and in which today ends. Empty means the time zone of the workflow.',
			},
		],
	},
];
