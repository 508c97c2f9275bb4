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

export class PolicyEvaluate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Policy Evaluate',
		name: 'policyEvaluate',
		icon: { light: 'file:policyEvaluate.svg', dark: 'file:policyEvaluate.dark.svg' },
		group: ['transform'],
		version: [1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ $parameter["policySource"] === "preset" ? "Preset: " + $parameter["area"] : $parameter["policySource"] === "table" ? $parameter["policyId"] : "Policy as JSON" }}',
		description: 'Decide what a policy says about a case: routine, for a person, or not at all',
		defaults: { name: 'Policy Evaluate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
		],
		outputNames: ['Auto-Approve', 'Needs Approval', 'Escalate', 'Reject'],
		usableAsTool: true,
		properties: policyEvaluateProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await forEachItem(this, evaluate, { outputs: 4, failureOutput: 1 });
	}
}
