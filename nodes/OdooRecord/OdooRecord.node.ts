import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { forEachItem } from '../../src/n8n/forEachItem';
import { operationName, operations } from './operations';
import { odooRecordProperties } from './OdooRecord.properties';

export class OdooRecord implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Record',
		name: 'odooRecord',
		icon: { light: 'file:odooRecord.svg', dark: 'file:odooRecord.dark.svg' },
		group: ['transform'],
		version: [1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ ({ acknowledgeEvent: "Acknowledge Event", applyDecision: "Apply Decision", catchUp: "Catch Up", claimEvents: "Claim Pending Events", gatherFacts: "Gather Facts", postMessage: "Post Message", recordFailure: "Record Failure", replayEvents: "Replay Events", setUpOdoo: "Set Up Odoo: " + $parameter["task"], verifyAuditTrail: "Verify Audit Trail" })[$parameter["operation"]] }}',
		description: 'Read the facts of a record in Odoo and carry decisions out there',
		defaults: { name: 'Odoo Record' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ ({ acknowledgeEvent: ["Result", "Already Handled"], applyDecision: ["Applied", "Already Handled", "Changed", "Not Released"], gatherFacts: ["Result", "Already Handled"], verifyAuditTrail: ["Intact", "Broken"] }[$parameter["operation"]] || ["Result"]).map((displayName) => ({ type: "main", displayName })) }}`,
		credentials: [{ name: 'odooApprovalsApi', displayName: 'Odoo', required: true }],
		usableAsTool: true,
		properties: odooRecordProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = operationName.parse(this.getNodeParameter('operation', 0));
		const { run, ...outputs } = operations[operation];
		return await forEachItem(this, run, outputs);
	}
}
