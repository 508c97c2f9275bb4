import type { IDataObject, INode, INodeParameters, IWorkflowSettings } from 'n8n-workflow';
import type { Execution } from './n8n/Execution';
import type { TestN8n } from './n8n/TestN8n';
import { sketchWorkflow } from './n8n/TestWorkflow';

export interface NodeRun {
	type: string;
	parameters?: INodeParameters;
	items: IDataObject[];
	onError?: INode['onError'];
	credentials?: string[];
	settings?: IWorkflowSettings;
	/** What an attached Chat Model says; none is attached when left out. */
	chatModel?: string;
}

/** Name of the node that is tried. */
export const TRIED = 'Tried';

/** Name of the Chat Model that is attached to it. */
const MODEL = 'Attached Model';

/** Runs one node with some items, as a flow of n8n would. */
export async function runNode(
	n8n: TestN8n,
	{ items, settings, chatModel, ...node }: NodeRun,
): Promise<Execution> {
	const workflow = sketchWorkflow({
		Start: { type: 'n8n-nodes-base.manualTrigger', to: [[TRIED]] },
		[TRIED]: node,
		...(chatModel !== undefined && {
			[MODEL]: { type: 'n8n-nodes-base.chatModel', parameters: { says: chatModel } },
		}),
	});
	workflow.connections[MODEL] = {
		ai_languageModel: [[{ node: TRIED, type: 'ai_languageModel', index: 0 }]],
	};
	return await n8n.run({ ...workflow, ...(settings && { settings }) }, 'Start', items);
}

/** What the node put out, by output. */
export function outputs(execution: Execution): IDataObject[][] {
	return execution.outputsOf(TRIED);
}

/** Message and description of the error that ended the execution. */
export function failure({ error }: Execution): unknown {
	return error && { message: error.message, description: error.description };
}
