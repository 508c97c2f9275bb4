import type { INodeProperties } from 'n8n-workflow';
import { languageOption, limitField, zoneOption } from './sharedFields';

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
	limitField('openCases'),
	{
		displayName: 'Options',
		name: 'insightOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: shown,
		options: [
			languageOption('In which the messages are written; names of areas stay as they are'),
			zoneOption,
		],
	},
];
