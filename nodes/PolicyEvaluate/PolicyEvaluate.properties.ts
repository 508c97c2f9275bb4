import type { INodeProperties } from 'n8n-workflow';
import { evaluateFields } from './evaluateFields';
import { policyFields } from './policyFields';
import { simulateFields } from './simulateFields';

export const policyEvaluateProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Evaluate',
				value: 'evaluate',
				action: 'Evaluate a policy for a case',
				description: 'Decide what the policy says about each case',
			},
			{
				name: 'Get Document',
				value: 'getDocument',
				action: 'Get the policy as a document',
				description: 'Give out the policy as one JSON document, however it is written here',
			},
			{
				name: 'Simulate',
				value: 'simulate',
				action: 'Simulate a policy over past records',
				description: 'Show what the policy would have decided in the past; decides nothing',
			},
		],
		default: 'evaluate',
	},
	...policyFields,
	...evaluateFields,
	...simulateFields,
];
