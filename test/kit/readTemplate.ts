import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import type { WorkflowJson } from './n8n/TestWorkflow';

const credentialsOf: Readonly<Record<string, string[]>> = {
	odooTrigger: ['odooApprovalsApi', 'approvalSigningApi'],
	approvalRoute: ['odooApprovalsApi', 'approvalSigningApi'],
	odooRecord: ['odooApprovalsApi'],
	escalate: ['odooApprovalsApi'],
};

/** A template as an analyst has it after choosing the credentials. */
export function readTemplate(name: string): WorkflowJson {
	const file = join(__dirname, '..', '..', 'workflows', `${name}.json`);
	const template = JSON.parse(readFileSync(file, 'utf8')) as WorkflowJson;
	return { ...template, nodes: template.nodes.map(withCredentials) };
}

function withCredentials(node: INode): INode {
	const types = credentialsOf[node.type.split('.').at(-1) ?? ''] ?? [];
	const credentials = Object.fromEntries(types.map((type) => [type, { id: type, name: type }]));
	return { ...node, credentials };
}
