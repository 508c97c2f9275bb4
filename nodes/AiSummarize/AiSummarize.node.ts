import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { forEachItem } from '../../src/n8n/forEachItem';
import { aiSummarizeProperties } from './AiSummarize.properties';
import { summarizeCaseOperation } from './summarizeCase.operation';

export class AiSummarize implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'AI Summarize',
		name: 'aiSummarize',
		icon: { light: 'file:aiSummarize.svg', dark: 'file:aiSummarize.dark.svg' },
		group: ['transform'],
		version: [1.1],
		defaultVersion: 1.1,
		subtitle: '={{ $parameter["useModel"] ? $parameter["model"] : "Summary from rules" }}',
		description: 'Summarise a case for the people who decide it. Advice only: it decides nothing.',
		defaults: { name: 'AI Summarize' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		outputNames: ['Advice'],
		credentials: [
			{
				// eslint-disable-next-line @n8n/community-nodes/no-credential-reuse, @n8n/community-nodes/valid-credential-references -- n8n's own, which people already have for OpenAI and its likes
				name: 'openAiApi',
				required: false,
				displayOptions: { show: { useModel: [true] } },
			},
		],
		usableAsTool: true,
		properties: aiSummarizeProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await forEachItem(this, summarizeCaseOperation, { outputs: 1 });
	}
}
