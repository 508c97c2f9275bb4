import { WebhookContext } from 'n8n-core';
import type {
	IRunExecutionData,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { HttpExchange } from './HttpExchange';

interface Circumstances {
	/** Those of the node that the address is for. */
	webhooks: readonly IWebhookDescription[];
	additionalData: IWorkflowExecuteAdditionalData;
	mode: WorkflowExecuteMode;
	/** Whether somebody listens for a test in the editor. */
	isTest: boolean;
	/** Of the execution that waits; `null` for a trigger. */
	runExecutionData: IRunExecutionData | null;
}

export type WebhookOutcome = IWebhookResponseData;

/**
 * Calls a node's `webhook()` as n8n does. When it throws in a waiting node, n8n goes on with an empty
 * item on the first output, and so does this.
 */
export async function callWebhook(
	exchange: HttpExchange,
	workflow: Workflow,
	nodeName: string,
	{ webhooks, additionalData, mode, isTest, runExecutionData }: Circumstances,
): Promise<WebhookOutcome> {
	const node = workflow.getNode(nodeName);
	const type = node && workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const description = webhooks.find(({ httpMethod }) => httpMethod === exchange.method);
	if (!node || !type?.webhook || !description) {
		exchange.answer(404, { message: 'No matching webhook' });
		return { noWebhookResponse: true };
	}
	Object.assign(additionalData, {
		httpRequest: exchange.request,
		httpResponse: exchange.response,
	});
	const webhookData = {
		httpMethod: exchange.method === 'GET' ? ('GET' as const) : ('POST' as const),
		node: nodeName,
		path: description.path,
		webhookDescription: description,
		isTest,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: additionalData,
	};
	const context = new WebhookContext(
		workflow,
		node,
		additionalData,
		mode,
		webhookData,
		[],
		runExecutionData,
	);
	try {
		// The engine's class and the nodes' interface differ in optional members that nothing here uses.
		return await type.webhook.call(context as unknown as IWebhookFunctions);
	} catch (error) {
		if (!exchange.isAnswered) exchange.answer(500, { message: String(error) });
		const consumed = runExecutionData ? { workflowData: [[{ json: {} }]] } : {};
		return { noWebhookResponse: true, ...consumed };
	}
}
