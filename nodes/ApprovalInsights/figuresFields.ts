import type { INodeProperties } from 'n8n-workflow';
import { zoneOption } from './sharedFields';

const shown = { show: { operation: ['figures'] } };

/** The fields of the operation Figures. */
export const figuresFields: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '={{ $now.minus({ days: 28 }).startOf("week").toISO() }}',
		required: true,
		description: 'Where the time begins that is looked at',
		displayOptions: shown,
	},
	{
		displayName: 'Until',
		name: 'until',
		type: 'dateTime',
		default: '',
		description: 'Where it ends. Empty means now. What waits is always told as it is now.',
		displayOptions: shown,
	},
	{
		displayName: 'By Period',
		name: 'period',
		type: 'options',
		options: [
			{ name: 'Day', value: 'day' },
			{ name: 'Hour', value: 'hour' },
			{ name: 'Month', value: 'month' },
			{ name: 'None', value: 'none', description: 'Only the time as a whole' },
			{ name: 'Week', value: 'week', description: 'From Monday to Sunday' },
		],
		default: 'week',
		description:
			'In which steps the time is told as well. By area, company, approver and policy version it always is.',
		displayOptions: shown,
	},
	{
		displayName: 'Options',
		name: 'figureOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: shown,
		options: [zoneOption],
	},
];
