import type { INodeProperties } from 'n8n-workflow';

/** The fields of the operation Evaluate, beside the policy. */
export const evaluateFields: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { operation: ['evaluate'] } },
		options: [
			{
				displayName: 'Shadow Policy',
				name: 'shadowPolicy',
				type: 'json',
				typeOptions: { rows: 8 },
				default: '{}',
				description:
					'A second policy document, on trial. What it would have decided is recorded with the case; it decides nothing.',
			},
		],
	},
];
