import {
	Workflow,
	type IConnections,
	type INode,
	type INodeParameters,
	type IWorkflowSettings,
} from 'n8n-workflow';
import { nodeTypes } from './nodeTypes';

/** A workflow as n8n exports it, as far as it matters for running it. */
export interface WorkflowJson {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
}

export interface NodeSketch {
	/** Type without the package, such as `policyEvaluate`; one with a dot is taken as it is. */
	type: string;
	parameters?: INodeParameters;
	/** Names of the nodes that each output leads to, by output. */
	to?: string[][];
	onError?: INode['onError'];
	/** Names of credential types; the credential has the same name. */
	credentials?: string[];
}

const usualCredentials: Record<string, string[]> = {
	approvalInsights: ['odooApprovalsApi', 'approvalSigningApi'],
	odooTrigger: ['odooApprovalsApi', 'approvalSigningApi'],
	odooRecord: ['odooApprovalsApi'],
	approvalRoute: ['odooApprovalsApi', 'approvalSigningApi'],
	escalate: ['odooApprovalsApi'],
};

/** Builds a workflow out of a sketch: nodes by name, each with where its outputs lead. */
export function sketchWorkflow(nodes: Record<string, NodeSketch>): WorkflowJson {
	return {
		name: 'Test',
		nodes: Object.entries(nodes).map(([name, sketch], index) => toNode(name, sketch, index)),
		connections: Object.fromEntries(
			Object.entries(nodes).map(([name, { to = [] }]) => [
				name,
				{ main: to.map((targets) => targets.map((node) => ({ node, type: 'main', index: 0 }))) },
			]),
		),
	};
}

function toNode(name: string, sketch: NodeSketch, index: number): INode {
	const { type, parameters = {}, onError, credentials = usualCredentials[type] ?? [] } = sketch;
	return {
		id: `node-${index}`,
		name,
		type: type.includes('.') ? type : `n8n-nodes-odoo-approvals.${type}`,
		typeVersion: type.includes('.') ? 1 : 1.1,
		position: [0, 0],
		webhookId: `webhook-${index}`,
		parameters,
		...(onError && { onError }),
		credentials: Object.fromEntries(credentials.map((one) => [one, { id: one, name: one }])),
	};
}

/** A fresh workflow object, as n8n makes one for each run. */
export function instantiate(
	id: string,
	{ name, nodes, connections, settings }: WorkflowJson,
): Workflow {
	return new Workflow({
		id,
		name,
		nodes: structuredClone(nodes),
		connections: structuredClone(connections),
		active: true,
		nodeTypes,
		settings: { executionOrder: 'v1', timezone: 'Europe/Berlin', ...settings },
	});
}
