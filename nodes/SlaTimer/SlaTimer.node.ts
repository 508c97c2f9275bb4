import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { approvalSigningTest } from '../../src/n8n/approvalSigningTest';
import { forEachItem } from '../../src/n8n/forEachItem';
import { waitingWebhooks } from '../../src/n8n/waitingWebhooks';
import { answerCall } from './answerCall';
import { operationName, operations } from './operations';
import { slaTimerProperties } from './SlaTimer.properties';

export class SlaTimer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SLA Timer',
		name: 'slaTimer',
		icon: { light: 'file:slaTimer.svg', dark: 'file:slaTimer.dark.svg' },
		group: ['transform'],
		version: [1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ ({ adjust: "Adjust", check: "Check", pause: "Pause", resume: "Resume", start: "Start", stop: "Stop", sweep: "Sweep", waitUntil: "Wait Until" })[$parameter["operation"]] }}',
		description: 'Give a case a due time that counts working hours only',
		waitingNodeTooltip: 'Waiting for the clock, or for what ends the wait earlier.',
		defaults: { name: 'SLA Timer' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ ({ check: ["On Time", "Warning", "Breached"], sweep: ["Breached", "Warning"], waitUntil: ["Look Again", "Breached", "Met", "Warning"] }[$parameter["operation"]] || [""]).map((displayName) => displayName ? { type: "main", displayName } : { type: "main" }) }}`,
		credentials: [
			{
				name: 'odooApprovalsApi',
				displayName: 'Odoo',
				// A clock may be started without Odoo, where the calendar is in the node.
				required: false,
				displayOptions: { hide: { operation: ['check'] } },
			},
			{
				name: 'approvalSigningApi',
				displayName: 'Signing Keys',
				required: true,
				testedBy: 'approvalSigningTest',
				displayOptions: { show: { operation: ['waitUntil'] } },
			},
		],
		webhooks: waitingWebhooks,
		usableAsTool: true,
		properties: slaTimerProperties,
	};

	methods = { credentialTest: { approvalSigningTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { run, ...outputs } =
			operations[operationName.parse(this.getNodeParameter('operation', 0))];
		return await forEachItem(this, run, outputs);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answerCall(this);
	}
}
