import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { forEachItem } from '../../src/n8n/forEachItem';
import { aiSummarizeProperties } from './AiSummarize.properties';
import { operationName, operations } from './operations';

export class AiSummarize implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'AI Summarize',
		name: 'aiSummarize',
		icon: { light: 'file:aiSummarize.svg', dark: 'file:aiSummarize.dark.svg' },
		group: ['transform'],
		version: [1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ ({ extract: "Extract from Message", summarize: "Summarize Case" })[$parameter["operation"]] }}',
		description:
			'Summarise a case, or read a message, for the people who decide. Advice only: it decides nothing.',
		defaults: { name: 'AI Summarize' },
		inputs: [
			NodeConnectionTypes.Main,
			{
				type: NodeConnectionTypes.AiLanguageModel,
				displayName: 'Model',
				required: false,
				maxConnections: 1,
			},
		],
		outputs: [NodeConnectionTypes.Main],
		outputNames: ['Advice'],
		credentials: [
			{
				// eslint-disable-next-line @n8n/community-nodes/no-credential-reuse, @n8n/community-nodes/valid-credential-references -- n8n's own, which people already have for OpenAI and its likes
				name: 'openAiApi',
				required: false,
				displayOptions: { show: { modelSource: ['credential'] } },
			},
		],
		usableAsTool: true,
		properties: aiSummarizeProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = operations[operationName.parse(this.getNodeParameter('operation', 0))];
		return await forEachItem(this, operation, { outputs: 1 });
	}
}
