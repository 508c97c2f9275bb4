import type { INodeProperties } from 'n8n-workflow';
import { areaOptions } from '../../src/n8n/areaOptions';

export const odooTriggerProperties: INodeProperties[] = [
	{
		displayName:
			'Odoo reports to this workflow as soon as it is published, and again and again until a case is opened. Run Odoo Record, Set Up Odoo, once before.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Case Decided in Odoo',
				value: 'caseDecided',
				description:
					'Somebody decided a case in Odoo or by their link, or its record changed. Serves the page that links lead to.',
			},
			{
				name: 'Record Needs Approval',
				value: 'recordNeedsApproval',
				description: 'A record was saved in a way that asks for approval',
			},
		],
		default: 'recordNeedsApproval',
	},
	{
		displayName: 'Approval Areas',
		name: 'areas',
		type: 'multiOptions',
		noDataExpression: true,
		options: areaOptions,
		default: [areaOptions[0]?.value ?? ''],
		required: true,
		description: 'Which kinds of approval this workflow handles',
		displayOptions: { show: { event: ['recordNeedsApproval'] } },
	},
	{
		displayName: 'Approval Areas',
		name: 'caseAreas',
		type: 'multiOptions',
		noDataExpression: true,
		options: areaOptions,
		default: [],
		description: 'Which kinds of approval to listen for. Nothing chosen means all of them.',
		displayOptions: { show: { event: ['caseDecided'] } },
	},
];
