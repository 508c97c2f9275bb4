import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Execution } from './n8n/Execution';
import { TestN8n } from './n8n/TestN8n';
import { outputs, runNode, type NodeRun } from './runNode';
import { adviceText } from './sampleAdvice';
import { sampleFile } from './sampleFile';
import { startModel, type Model, type ModelReply } from './startModel';

export const goodReply: ModelReply = { content: adviceText() };

/** How one run differs from the usual one: the sample case, a model by credential. */
export interface Setting extends Partial<NodeRun> {
	/** Parameters of the node that differ. */
	changes?: INodeParameters;
	/** What the credential holds beside key and address. */
	credential?: IDataObject;
	/** Address in the credential, made of that of the server. */
	address?: (url: string) => string;
}

export interface Asked {
	execution: Execution;
	/** The model, which has stopped. */
	model: Model;
	/** What each item carries after the node. */
	items: IDataObject[];
	/** The advice section of the first item. */
	advice: IDataObject;
}

/** Runs AI Summarize once, with a model that replies so. */
export async function askModel(
	reply: Parameters<typeof startModel>[0],
	{ changes, credential, address = (url) => url, ...node }: Setting = {},
): Promise<Asked> {
	const model = await startModel(reply);
	const openAiApi = { apiKey: 'sk-test', url: address(model.url), ...credential };
	const n8n = await TestN8n.start({ openAiApi: openAiApi as never });
	const execution = await runNode(n8n, {
		type: 'aiSummarize',
		parameters: {
			operation: 'summarize',
			modelSource: 'credential',
			model: 'test-model',
			limits: { timeoutSeconds: 2, retries: 0 },
			...changes,
		},
		items: [structuredClone(sampleFile)],
		credentials: ['openAiApi'],
		...node,
	});
	await n8n.stop();
	await model.stop();
	const items = execution.error ? [] : (outputs(execution)[0] ?? []);
	return { execution, model, items, advice: (items[0]?.['advice'] ?? {}) as IDataObject };
}
