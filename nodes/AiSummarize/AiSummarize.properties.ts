import type { INodeProperties } from 'n8n-workflow';
import { factOptions } from '../../src/n8n/factOptions';

const show = { show: { useModel: [true] } };

/** The customer's tier and the figures that policies compare; no names of people or companies. */
const sharedFacts = factOptions.map(({ value }) => value);

export const aiSummarizeProperties: INodeProperties[] = [
	{
		displayName:
			'The summary is advice for the approver. When no model is used, or it fails, is too slow or unsure, the summary is put together from the rules that matched, and the flow goes on.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Use a Language Model',
		name: 'useModel',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			'Whether to ask a language model. Any server that speaks the protocol of OpenAI will do; its address is in the credential.',
	},
	{
		displayName: 'Model',
		name: 'model',
		type: 'string',
		default: 'gpt-4.1-mini',
		required: true,
		placeholder: 'e.g. gpt-4.1-mini',
		description: 'Name of the model, as the server knows it',
		displayOptions: show,
	},
	{
		displayName: 'Facts to Share',
		name: 'facts',
		type: 'multiOptions',
		options: factOptions,
		default: [...sharedFacts],
		description: 'What the model may see of the facts. Names of people are never sent.',
		displayOptions: show,
	},
	{
		displayName: 'Share Figures',
		name: 'shareFigures',
		type: 'boolean',
		default: false,
		description: 'Whether the model may see the labelled figures, which name the customer',
		displayOptions: show,
	},
	{
		displayName: 'Share Lines',
		name: 'shareLines',
		type: 'boolean',
		default: true,
		description: 'Whether the model may see the lines of the document',
		displayOptions: show,
	},
	{
		displayName: 'Time Limit (Seconds)',
		name: 'timeoutSeconds',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 120 },
		default: 20,
		description: 'How long to wait for the model before the summary is made from rules',
		displayOptions: show,
	},
	{
		displayName: 'Lowest Confidence (%)',
		name: 'minimumConfidence',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 50,
		description: 'Advice that is less sure of itself is not shown',
		displayOptions: show,
	},
];
