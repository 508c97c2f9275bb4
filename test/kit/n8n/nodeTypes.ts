import {
	NodeConnectionTypes,
	NodeHelpers,
	type INodeType,
	type INodeTypes,
	type INodeTypeDescription,
	type IVersionedNodeType,
} from 'n8n-workflow';
import { AiSummarize } from '../../../nodes/AiSummarize/AiSummarize.node';
import { ApprovalRoute } from '../../../nodes/ApprovalRoute/ApprovalRoute.node';
import { Escalate } from '../../../nodes/Escalate/Escalate.node';
import { OdooRecord } from '../../../nodes/OdooRecord/OdooRecord.node';
import { OdooTrigger } from '../../../nodes/OdooTrigger/OdooTrigger.node';
import { PolicyEvaluate } from '../../../nodes/PolicyEvaluate/PolicyEvaluate.node';
import { SlaTimer } from '../../../nodes/SlaTimer/SlaTimer.node';

/** Under this name n8n knows the nodes of the installed package. */
const PACKAGE = 'n8n-nodes-odoo-approvals';

/** Every node of this package. */
export const ourNodes: INodeType[] = [
	new AiSummarize(),
	new ApprovalRoute(),
	new Escalate(),
	new OdooRecord(),
	new OdooTrigger(),
	new PolicyEvaluate(),
	new SlaTimer(),
];

/** Nodes of n8n's own that only begin, end or annotate a flow: they hand on what they get. */
const passing = ['manualTrigger', 'noOp', 'stickyNote', 'scheduleTrigger', 'stopAndError'];

function passingNode(name: string): INodeType {
	const description: INodeTypeDescription = {
		displayName: name,
		name,
		group: ['transform'],
		version: [1, 1.1, 1.2, 1.3],
		description: 'Hands on what it gets',
		defaults: { name },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};
	return {
		description,
		async execute() {
			return await Promise.resolve([this.getInputData()]);
		},
	};
}

const byType = new Map<string, INodeType | IVersionedNodeType>([
	...ourNodes.map((node) => [`${PACKAGE}.${node.description.name}`, node] as const),
	...passing.map((name) => [`n8n-nodes-base.${name}`, passingNode(name)] as const),
]);

/** The node types that workflow tests run: ours as they are, and a few of n8n's as stand-ins. */
export const nodeTypes: INodeTypes = {
	getByName: (type) => found(type),
	getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(found(type), version),
	getKnownTypes: () => ({}),
};

function found(type: string): INodeType | IVersionedNodeType {
	const node = byType.get(type);
	if (!node) throw new Error(`No node type "${type}" in the workflow tests`);
	return node;
}
