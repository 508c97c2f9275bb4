import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { approvalSigningTest } from '../../src/n8n/approvalSigningTest';
import { listSearch, loadOptions } from './lists';
import { odooTriggerProperties } from './OdooTrigger.properties';
import { receiveEvent } from './receiveEvent';
import { serveCase } from './serveCase';
import { subscribe, unsubscribe } from './subscription';

/** Where Odoo reports. */
const events: IWebhookDescription = {
	name: 'default',
	httpMethod: 'POST',
	path: 'odoo-approvals',
	responseMode: 'onReceived',
	responseData: '',
};

/**
 * Where approvers' links lead; the ledger knows its address from that of the events. n8n has two
 * names for webhooks, and its own forms use this one for what people open.
 */
const page: IWebhookDescription = {
	...events,
	name: 'setup',
	httpMethod: 'GET',
	path: 'odoo-approvals/page',
	ndvHideUrl: true,
};

export class OdooTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Trigger',
		name: 'odooTrigger',
		icon: { light: 'file:odooTrigger.svg', dark: 'file:odooTrigger.dark.svg' },
		group: ['trigger'],
		version: [1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ $parameter["event"] === "recordChanges" ? ($parameter["model"]?.value || "Record") + ": " + $parameter["recordEvent"] : $parameter["event"] === "caseDecided" ? "Case decided in Odoo" : "Record needs approval" }}',
		description:
			'Starts when a record in Odoo needs approval or changes, or when a case was decided there',
		eventTriggerDescription: 'Waiting for Odoo to report an event',
		activationMessage: 'From now on Odoo reports its events to this workflow.',
		defaults: { name: 'Odoo Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		outputNames: ['Event'],
		credentials: [
			{ name: 'odooApprovalsApi', displayName: 'Odoo', required: true },
			{
				name: 'approvalSigningApi',
				displayName: 'Signing Keys',
				required: true,
				testedBy: 'approvalSigningTest',
			},
		],
		webhooks: [events, page, { ...page, httpMethod: 'POST' }],
		properties: odooTriggerProperties,
	};

	methods = { credentialTest: { approvalSigningTest }, loadOptions, listSearch };

	webhookMethods = {
		default: {
			/** Subscribing twice is as good as once, so there is nothing to look up. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(false);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await subscribe(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unsubscribe(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return this.getWebhookName() === page.name ? await serveCase(this) : await receiveEvent(this);
	}
}
