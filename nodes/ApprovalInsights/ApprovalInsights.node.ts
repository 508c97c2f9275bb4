import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { approvalSigningTest } from '../../src/n8n/approvalSigningTest';
import { forEachItem } from '../../src/n8n/forEachItem';
import { approvalInsightsProperties } from './ApprovalInsights.properties';
import { operationName, operations } from './operations';

export class ApprovalInsights implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Approval Insights',
		name: 'approvalInsights',
		icon: { light: 'file:approvalInsights.svg', dark: 'file:approvalInsights.dark.svg' },
		group: ['transform'],
		version: [1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ ({ anomalies: "Anomalies", checkThresholds: "Check Thresholds", dashboardPage: "Dashboard Page", figures: "Figures", openCases: "Open Cases", openMetrics: "OpenMetrics", processTrace: "Process Trace" })[$parameter["operation"]] }}',
		description: 'See what waits for a decision, what went wrong and what is broken',
		defaults: { name: 'Approval Insights' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'odooApprovalsApi', displayName: 'Odoo', required: true },
			{
				name: 'approvalSigningApi',
				displayName: 'Signing Keys',
				required: true,
				testedBy: 'approvalSigningTest',
				displayOptions: {
					show: { operation: ['dashboardPage', 'openCases'], dashboardAccess: ['signedLink'] },
				},
			},
		],
		usableAsTool: true,
		properties: approvalInsightsProperties,
	};

	methods = { credentialTest: { approvalSigningTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { run, ...outputs } =
			operations[operationName.parse(this.getNodeParameter('operation', 0))];
		return await forEachItem(this, run, outputs);
	}
}
