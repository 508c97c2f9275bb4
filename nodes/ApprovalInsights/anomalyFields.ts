import type { INodeProperties } from 'n8n-workflow';

const shown = { show: { operation: ['anomalies'] } };

/** The fields of the operation Anomalies. */
export const anomalyFields: INodeProperties[] = [
	{
		displayName: 'Last Days',
		name: 'recentDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 90 },
		default: 14,
		description: 'How many days are looked at. Few days have too few cases to say anything.',
		displayOptions: shown,
	},
	{
		displayName: 'Days Before',
		name: 'baseDays',
		type: 'number',
		typeOptions: { minValue: 7, maxValue: 730 },
		default: 90,
		description: 'How many days before those they are compared with',
		displayOptions: shown,
	},
];
