import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, INodeCredentials, INodeParameters } from 'n8n-workflow';
import type { WorkflowJson } from './n8n/TestWorkflow';

const credentialsOf: Readonly<Record<string, string[]>> = {
	odooTrigger: ['odooApprovalsApi', 'approvalSigningApi'],
	approvalRoute: ['odooApprovalsApi', 'approvalSigningApi'],
	odooRecord: ['odooApprovalsApi'],
	escalate: ['odooApprovalsApi'],
	slaTimer: ['odooApprovalsApi'],
	approvalInsights: ['odooApprovalsApi', 'approvalSigningApi'],
	policyEvaluate: ['odooApprovalsApi'],
};

/**
 * A template as an analyst has it after choosing the credentials.
 *
 * @param filledIn what else was filled in, by the node's name
 */
export function readTemplate(
	name: string,
	filledIn: Readonly<Record<string, INodeParameters>> = {},
): WorkflowJson {
	const file = join(__dirname, '..', '..', 'workflows', `${name}.json`);
	const template = JSON.parse(readFileSync(file, 'utf8')) as WorkflowJson;
	const nodes = template.nodes.map((node) => {
		const parameters = { ...node.parameters, ...filledIn[node.name] };
		return { ...node, parameters, credentials: credentialsFor(node) };
	});
	return { ...template, nodes };
}

function credentialsFor({ type }: INode): INodeCredentials {
	const types = credentialsOf[type.split('.').at(-1) ?? ''] ?? [];
	return Object.fromEntries(types.map((one) => [one, { id: one, name: one }]));
}
