import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { forEachItem } from '../../src/n8n/forEachItem';
import { escalateCase } from './escalateCase.operation';
import { escalateProperties } from './Escalate.properties';

export class Escalate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Escalate',
		name: 'escalate',
		icon: { light: 'file:escalate.svg', dark: 'file:escalate.dark.svg' },
		group: ['transform'],
		version: [1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ ($parameter["ladder"]["rows"] || []).map((rung) => rung.role || rung.action).join(" → ") }}',
		description: 'Remind, warn or ask others about a case that nobody decided in time',
		defaults: { name: 'Escalate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Escalated', 'Exhausted'],
		credentials: [{ name: 'odooApprovalsApi', displayName: 'Odoo', required: true }],
		usableAsTool: true,
		properties: escalateProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await forEachItem(this, escalateCase, { outputs: 2, failureOutput: 1 });
	}
}
