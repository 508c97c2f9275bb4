import { LoadOptionsContext } from 'n8n-core';
import type {
	ILoadOptionsFunctions,
	INodeParameters,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { nodeTypes } from './nodeTypes';
import { instantiate, sketchWorkflow } from './TestWorkflow';

export interface ListRequest {
	/** Type of the node, without the package. */
	type: string;
	/** Name of the list's method. */
	method: string;
	/** What the node's fields hold. */
	parameters?: INodeParameters;
	/** The field that the list belongs to, such as `conditions.rows[0].value`. */
	path?: string;
	/** What was typed into the search box. */
	search?: string;
}

type Items = Array<{ name: string; value: unknown }>;

/** Loads a list as the editor does: names and values, in order. */
export async function loadList(
	additionalData: IWorkflowExecuteAdditionalData,
	{ type, method, parameters = {}, path = 'field', search }: ListRequest,
): Promise<Items> {
	const workflow = instantiate('list', sketchWorkflow({ Node: { type, parameters } }));
	const node = workflow.getNode('Node');
	if (!node) throw new Error('There is no node');
	const data = { ...additionalData, currentNodeParameters: parameters };
	const context = new LoadOptionsContext(workflow, node, data, `parameters.${path}`);
	const { methods = {} } = nodeTypes.getByNameAndVersion(node.type, node.typeVersion) as INodeType;
	// The engine's class and the nodes' interface differ in optional members that nothing here uses.
	const items = await read(methods, method, context as unknown as ILoadOptionsFunctions, search);
	return items.map(({ name, value }) => ({ name, value }));
}

async function read(
	{ listSearch = {}, loadOptions = {} }: NonNullable<INodeType['methods']>,
	method: string,
	context: ILoadOptionsFunctions,
	search?: string,
): Promise<Items> {
	if (listSearch[method]) return (await listSearch[method].call(context, search)).results;
	if (loadOptions[method]) return await loadOptions[method].call(context);
	throw new Error(`There is no list "${method}"`);
}
