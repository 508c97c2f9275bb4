import {
	NodeHelpers,
	type INodeType,
	type INodeTypes,
	type IVersionedNodeType,
} from 'n8n-workflow';
import { AiSummarize } from '../../../nodes/AiSummarize/AiSummarize.node';
import { ApprovalInsights } from '../../../nodes/ApprovalInsights/ApprovalInsights.node';
import { ApprovalRoute } from '../../../nodes/ApprovalRoute/ApprovalRoute.node';
import { Escalate } from '../../../nodes/Escalate/Escalate.node';
import { OdooRecord } from '../../../nodes/OdooRecord/OdooRecord.node';
import { OdooTrigger } from '../../../nodes/OdooTrigger/OdooTrigger.node';
import { PolicyEvaluate } from '../../../nodes/PolicyEvaluate/PolicyEvaluate.node';
import { SlaTimer } from '../../../nodes/SlaTimer/SlaTimer.node';
import { builtInNodes } from './builtInNodes';
import { chatModelNode } from './chatModelNode';

/** Under this name n8n knows the nodes of the installed package. */
const PACKAGE = 'n8n-nodes-odoo-approvals';

/** Every node of this package. */
export const ourNodes: INodeType[] = [
	new AiSummarize(),
	new ApprovalInsights(),
	new ApprovalRoute(),
	new Escalate(),
	new OdooRecord(),
	new OdooTrigger(),
	new PolicyEvaluate(),
	new SlaTimer(),
];

const byType = new Map<string, INodeType | IVersionedNodeType>([
	...ourNodes.map((node) => [`${PACKAGE}.${node.description.name}`, node] as const),
	...[...builtInNodes, chatModelNode].map(
		(node) => [`n8n-nodes-base.${node.description.name}`, node] as const,
	),
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
