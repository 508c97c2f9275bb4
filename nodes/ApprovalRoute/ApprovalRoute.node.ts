import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { forEachItem } from '../../src/n8n/forEachItem';
import { waitingWebhooks } from '../../src/n8n/waitingWebhooks';
import { answerVisitor } from './answerVisitor';
import { approvalSigningTest } from '../../src/n8n/approvalSigningTest';
import { approvalRouteProperties } from './ApprovalRoute.properties';
import { operationName, operations } from './operations';

export class ApprovalRoute implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Approval Route',
		name: 'approvalRoute',
		icon: { light: 'file:approvalRoute.svg', dark: 'file:approvalRoute.dark.svg' },
		group: ['transform'],
		version: [1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ ({ routeAndWait: "Route and Wait", routeOnly: "Route Only", relayDecision: "Relay Decision" })[$parameter["operation"]] }}',
		description: 'Ask the right people about a case and wait for their decision',
		waitingNodeTooltip:
			'Waiting for a decision. The approvers have their own links in the messages that Odoo sent them.',
		defaults: { name: 'Approval Route' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ ({ routeOnly: ["Routed", "Already Handled", "Changed"], relayDecision: ["Woken", "No One Waiting"] }[$parameter["operation"]] || ["Overdue", "Approved", "Rejected", "Sent Back", "Changed"]).map((displayName) => ({ type: "main", displayName })) }}`,
		credentials: [
			{ name: 'odooApprovalsApi', displayName: 'Odoo', required: true },
			{
				name: 'approvalSigningApi',
				displayName: 'Signing Keys',
				required: true,
				testedBy: 'approvalSigningTest',
			},
		],
		webhooks: waitingWebhooks,
		usableAsTool: true,
		properties: approvalRouteProperties,
	};

	methods = { credentialTest: { approvalSigningTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { run, ...outputs } =
			operations[operationName.parse(this.getNodeParameter('operation', 0))];
		return await forEachItem(this, run, outputs);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answerVisitor(this);
	}
}
