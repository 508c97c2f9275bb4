import type { INodeProperties } from 'n8n-workflow';

const byCredential = { show: { modelSource: ['credential'] } };
/** What is shown only where a model is asked. */
export const withModel = { modelSource: ['attached', 'credential'] };

const number = (
	displayName: string,
	name: string,
	value: number,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: value,
	description,
});

/** Which model is asked, and how long and dearly. */
export const modelFields: INodeProperties[] = [
	{
		displayName: 'Language Model',
		name: 'modelSource',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Attached Chat Model',
				value: 'attached',
				description: 'The Chat Model node on the connector below; with none there, no model',
			},
			{ name: 'None', value: 'none', description: 'Only facts and rules' },
			{
				name: 'OpenAI or Compatible Server',
				value: 'credential',
				description:
					'Any server that speaks the protocol of OpenAI, at the address in the credential',
			},
		],
		default: 'attached',
	},
	{
		displayName: 'Model',
		name: 'model',
		type: 'string',
		default: 'gpt-4.1-mini',
		required: true,
		placeholder: 'e.g. gpt-4.1-mini',
		description: 'Name of the model, as the server knows it; on Azure that of the deployment',
		displayOptions: byCredential,
	},
	{
		displayName: 'Protocol',
		name: 'protocol',
		type: 'options',
		options: [
			{ name: 'Chat Completions', value: 'chat', description: 'What every such server has' },
			{ name: 'Responses', value: 'responses', description: 'The newer one of OpenAI' },
		],
		default: 'chat',
		displayOptions: byCredential,
	},
	{
		displayName: 'Lowest Confidence (%)',
		name: 'minimumConfidence',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 50,
		description: 'Advice that is less sure of itself is marked as uncertain',
		displayOptions: { show: withModel },
	},
	{
		displayName: 'Limits',
		name: 'limits',
		type: 'collection',
		placeholder: 'Add Limit',
		default: {},
		displayOptions: { show: withModel },
		options: [
			{
				displayName: 'Currency of Prices',
				name: 'currency',
				type: 'string',
				default: 'USD',
				description: 'ISO 4217 code',
			},
			number('Highest Cost per Execution', 'maxCost', 1, 'Counted when prices are given'),
			number('Price per Million Tokens Read', 'priceInput', 0, 'For keeping what it cost'),
			number('Price per Million Tokens Written', 'priceOutput', 0, 'For keeping what it cost'),
			number('Requests per Execution', 'maxRequests', 50, 'Items after that get no model'),
			number('Retries', 'retries', 1, 'How often a request is made again when the server is busy'),
			number('Seconds per Execution', 'maxSeconds', 120, 'Time spent on models, of all items'),
			number('Time Limit (Seconds)', 'timeoutSeconds', 20, 'For one answer, with its retries'),
			number('Tokens per Execution', 'maxTokens', 200000, 'Read and written together'),
		],
	},
];
