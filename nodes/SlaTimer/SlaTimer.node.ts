import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { forEachItem } from '../../src/n8n/forEachItem';
import { checkClockOperation } from './check.operation';
import { slaTimerProperties } from './SlaTimer.properties';
import { startClockOperation } from './start.operation';

export class SlaTimer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SLA Timer',
		name: 'slaTimer',
		icon: { light: 'file:slaTimer.svg', dark: 'file:slaTimer.dark.svg' },
		group: ['transform'],
		version: [1.1],
		defaultVersion: 1.1,
		subtitle: '={{ $parameter["operation"] === "check" ? "Check" : "Start" }}',
		description: 'Give a case a due time that counts working hours only',
		defaults: { name: 'SLA Timer' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ $parameter["operation"] === "check" ? [{ type: "main", displayName: "On Time" }, { type: "main", displayName: "Warning" }, { type: "main", displayName: "Breached" }] : [{ type: "main" }] }}`,
		usableAsTool: true,
		properties: slaTimerProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return this.getNodeParameter('operation', 0) === 'check'
			? await forEachItem(this, checkClockOperation, { outputs: 3, failureOutput: 2 })
			: await forEachItem(this, startClockOperation, { outputs: 1 });
	}
}
