import type { INodeProperties } from 'n8n-workflow';
import { openCasesFields } from './openCasesFields';

export const approvalInsightsProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Open Cases',
				value: 'openCases',
				description: 'What waits now and what happened since the last look, ready to be sent',
				action: 'Look at what waits',
			},
		],
		default: 'openCases',
	},
	...openCasesFields,
];
