import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { WorkflowDraft } from '../real/N8nApi';

const ourPackage = 'n8n-nodes-odoo-approvals';

const nodeSchema = z
	.object({ name: z.string(), type: z.string(), parameters: z.record(z.unknown()) })
	.passthrough();
const templateSchema = z.object({
	name: z.string(),
	nodes: z.array(nodeSchema),
	connections: z.record(z.unknown()),
	settings: z.record(z.unknown()),
});

export type TemplateNode = z.infer<typeof nodeSchema>;

/** A credential of n8n: what a node refers to it by. */
export interface CredentialReference {
	id: string;
	name: string;
}

export interface TemplateCredentials {
	odooApprovalsApi: CredentialReference;
	approvalSigningApi: CredentialReference;
}

/** Nodes that have an address of their own. */
const listeners = [ourType('odooTrigger'), 'n8n-nodes-base.webhook'];

/** Which credentials each of our nodes needs; those that are not named need none. */
const needs: Readonly<Record<string, ReadonlyArray<keyof TemplateCredentials>>> = {
	odooTrigger: ['odooApprovalsApi', 'approvalSigningApi'],
	odooRecord: ['odooApprovalsApi'],
	approvalRoute: ['odooApprovalsApi', 'approvalSigningApi'],
	escalate: ['odooApprovalsApi'],
	slaTimer: ['odooApprovalsApi'],
	approvalInsights: ['odooApprovalsApi', 'approvalSigningApi'],
	policyEvaluate: ['odooApprovalsApi'],
};

/**
 * Reads a template and fills in what an analyst would fill in.
 *
 * @param name of its file, without the ending
 * @param parameters values for nodes, by the node's name; the others keep the template's
 */
export async function fillTemplate(
	name: string,
	credentials: TemplateCredentials,
	parameters: Readonly<Record<string, Record<string, unknown>>> = {},
): Promise<WorkflowDraft & { nodes: TemplateNode[] }> {
	const file = join(__dirname, '../../workflows', `${name}.json`);
	const template = templateSchema.parse(JSON.parse(await readFile(file, 'utf8')));
	const unknown = Object.keys(parameters).find(
		(node) => !template.nodes.some((one) => one.name === node),
	);
	if (unknown !== undefined) throw new Error(`${name} has no node "${unknown}"`);
	return {
		...template,
		nodes: template.nodes.map((node) => ({
			...node,
			// As the editor does, so that two workflows made from one template never share an address.
			...(listeners.includes(node.type) ? { webhookId: randomUUID() } : {}),
			parameters: { ...node.parameters, ...parameters[node.name] },
			credentials: credentialsOf(node, credentials),
		})),
	};
}

/** The address at which the trigger of a filled template listens once it is published. */
export function webhookUrlOf(n8nUrl: string, { nodes }: { nodes: TemplateNode[] }): string {
	const trigger = nodes.find(({ type }) => type === ourType('odooTrigger'));
	return `${n8nUrl}/webhook/${z.string().parse(trigger?.['webhookId'])}/odoo-approvals`;
}

function credentialsOf(
	{ type }: TemplateNode,
	credentials: TemplateCredentials,
): Record<string, CredentialReference> {
	const needed = needs[type.replace(`${ourPackage}.`, '')] ?? [];
	return Object.fromEntries(needed.map((name) => [name, credentials[name]]));
}

function ourType(name: string): string {
	return `${ourPackage}.${name}`;
}
