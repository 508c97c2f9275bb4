import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { forEachItem } from '../../src/n8n/forEachItem';
import { evaluate } from './evaluate.operation';
import { policyEvaluateProperties } from './PolicyEvaluate.properties';
import { getDocument } from './getDocument.operation';
import { simulate } from './simulate.operation';

/** The outputs of each operation, in order; those of Evaluate are the outcomes, mildest first. */
const outputNames = {
	evaluate: ['Auto-Approve', 'Needs Approval', 'Escalate', 'Reject'],
	getDocument: ['Document'],
	simulate: ['Summary', 'Records'],
};

export class PolicyEvaluate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Policy Evaluate',
		name: 'policyEvaluate',
		icon: { light: 'file:policyEvaluate.svg', dark: 'file:policyEvaluate.dark.svg' },
		group: ['transform'],
		version: [1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ ({ simulate: "Simulate: ", getDocument: "Get: " }[$parameter["operation"]] ?? "") + ($parameter["policySource"] === "preset" ? "Preset: " + $parameter["area"] : $parameter["policySource"] === "table" ? "Table: " + ($parameter["area"] === "own" ? $parameter["ownArea"] : $parameter["area"]) : "Policy as JSON") }}',
		description: 'Decide what a policy says about a case: routine, for a person, or not at all',
		defaults: { name: 'Policy Evaluate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ (${JSON.stringify(outputNames)}[$parameter["operation"]]).map((displayName) => ({ type: "main", displayName })) }}`,
		credentials: [
			{
				name: 'odooApprovalsApi',
				displayName: 'Odoo',
				required: true,
				displayOptions: { show: { operation: ['simulate'], cases: ['records'] } },
			},
		],
		usableAsTool: true,
		properties: policyEvaluateProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		switch (this.getNodeParameter('operation', 0)) {
			case 'simulate':
				return await simulate(this);
			case 'getDocument':
				return await forEachItem(this, getDocument, { outputs: 1 });
			default:
				return await forEachItem(this, evaluate, { outputs: 4, failureOutput: 1 });
		}
	}
}
