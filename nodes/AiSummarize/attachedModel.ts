import { NodeConnectionTypes, type IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { AttachedModel, type ChatModel } from '../../src/advisory/model/AttachedModel';
import type { LanguageModel } from '../../src/advisory/model/LanguageModel';
import type { LimitParameters } from './limits';
import { noModel } from './noModel';

const chatModelSchema = z.custom<ChatModel>(
	(given) => typeof given === 'object' && given !== null && 'invoke' in given,
);

/** The Chat Model on the connector of the node, or why there is none. */
export async function attachedModel(
	context: IExecuteFunctions,
	itemIndex: number,
	{ timeoutSeconds }: LimitParameters,
): Promise<LanguageModel | string> {
	const attached = await supplied(context, itemIndex);
	if (attached === BROKEN) return 'The attached model cannot be used; its own node says why.';
	const parsed = chatModelSchema.safeParse([attached].flat()[0]);
	if (!parsed.success) return noModel.notAttached;
	const [name = 'Model'] = modelNodesOf(context);
	return new AttachedModel(parsed.data, {
		name,
		timeoutMs: timeoutSeconds * 1000,
		cancelled: context.getExecutionCancelSignal(),
	});
}

const BROKEN = Symbol('broken');

/** As a tool the node has no such input; and a sub-node may fail, such as without a credential. */
async function supplied(context: IExecuteFunctions, itemIndex: number): Promise<unknown> {
	try {
		return await context.getInputConnectionData(NodeConnectionTypes.AiLanguageModel, itemIndex);
	} catch {
		const isAttached = modelNodesOf(context).length > 0;
		return isAttached ? BROKEN : undefined;
	}
}

function modelNodesOf(context: IExecuteFunctions): string[] {
	return context
		.getParentNodes(context.getNode().name, {
			connectionType: NodeConnectionTypes.AiLanguageModel,
			depth: 1,
		})
		.map((node) => node.name);
}
