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
import { simulate } from './simulate.operation';

export class PolicyEvaluate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Policy Evaluate',
		name: 'policyEvaluate',
		icon: { light: 'file:policyEvaluate.svg', dark: 'file:policyEvaluate.dark.svg' },
		group: ['transform'],
		version: [1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ ($parameter["operation"] === "simulate" ? "Simulate: " : "") + ($parameter["policySource"] === "preset" ? "Preset: " + $parameter["area"] : $parameter["policySource"] === "table" ? $parameter["policyId"] : "Policy as JSON") }}',
		description: 'Decide what a policy says about a case: routine, for a person, or not at all',
		defaults: { name: 'Policy Evaluate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ ($parameter["operation"] === "simulate" ? ["Summary", "Records"] : ["Auto-Approve", "Needs Approval", "Escalate", "Reject"]).map((displayName) => ({ type: "main", displayName })) }}`,
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
		if (this.getNodeParameter('operation', 0) === 'simulate') return await simulate(this);
		return await forEachItem(this, evaluate, { outputs: 4, failureOutput: 1 });
	}
}
