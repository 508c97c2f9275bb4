import { NodeConnectionTypes, NodeOperationError, type INodeType } from 'n8n-workflow';

/**
 * A Chat Model node as n8n's are: what it supplies answers with what stands in its field `says`, or
 * fails when that is empty. What it heard is in `heardByChatModel`.
 */
export const chatModelNode: INodeType = {
	description: {
		displayName: 'Chat Model',
		name: 'chatModel',
		group: ['transform'],
		version: [1],
		description: 'Stands in for a Chat Model node of n8n',
		defaults: { name: 'Chat Model' },
		inputs: [],
		outputs: [NodeConnectionTypes.AiLanguageModel],
		properties: [{ name: 'says', displayName: 'Says', type: 'string', default: '' }],
	},
	async supplyData(itemIndex) {
		const says = String(this.getNodeParameter('says', itemIndex));
		if (says === 'broken') throw new NodeOperationError(this.getNode(), 'No credential, sk-secret');
		return await Promise.resolve({ response: { invoke: invokeWith(says) } });
	},
};

export const heardByChatModel: unknown[] = [];

function invokeWith(says: string) {
	return async (messages: unknown) => {
		heardByChatModel.push(messages);
		if (says === '') throw new Error('The provider of the model said no, with the key sk-secret');
		if (says === 'silence') return await new Promise(() => undefined);
		return {
			content: [
				{ type: 'reasoning', text: 'Hmm, {let me see}' },
				{ type: 'text', text: says },
			],
			usage_metadata: { input_tokens: 200, output_tokens: 40 },
			response_metadata: { model_name: 'attached-model' },
		};
	};
}
