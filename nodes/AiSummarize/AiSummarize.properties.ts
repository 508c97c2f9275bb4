import type { INodeProperties } from 'n8n-workflow';
import { extractFields } from './extractFields';
import { modelFields } from './modelFields';
import { summarizeFields } from './summarizeFields';

export const aiSummarizeProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Extract From Message',
				value: 'extract',
				description: 'Read dates, quantities, delays and order numbers out of a message',
				action: 'Extract from a message',
			},
			{
				name: 'Summarize Case',
				value: 'summarize',
				description: 'Write for the approver what is asked, why, and what speaks for and against',
				action: 'Summarize a case',
			},
		],
		default: 'summarize',
	},
	{
		displayName:
			'What comes out is advice for people; no node decides by it. Without a model, or when it fails, dawdles or makes figures up, the flow goes on with what can be told from facts and rules.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	...modelFields,
	...extractFields,
	...summarizeFields,
];
