import type { INodeProperties } from 'n8n-workflow';

const forRecord = { awaited: ['record'] };

/** What is waited for, and how long. */
export const waitFields: INodeProperties[] = [
	{
		displayName:
			'Connect <b>Look Again</b> back to the input of this node: when its time has come n8n passes an item on without asking the node, which looks in Odoo once the item comes round. One case per execution.',
		name: 'lookAgainNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Wait Until',
		name: 'until',
		type: 'options',
		options: [
			{ name: 'Due Time', value: 'due', description: 'The case is due' },
			{
				name: 'Next Warning or Due Time',
				value: 'warning',
				description: 'The next warning of the clock, or the due time after the last',
			},
		],
		default: 'due',
	},
	{
		displayName: 'Or Until',
		name: 'awaited',
		type: 'options',
		options: [
			{
				name: 'A Call to Its Address',
				value: 'call',
				description: 'Somebody sends a POST to the address in $JSON.wait.URL',
			},
			{
				name: 'A Record Reaches a State',
				value: 'record',
				description: 'A field of a record in Odoo has one of some values',
			},
			{
				name: 'The Case Is Decided',
				value: 'decision',
				description: 'People have decided on the case in Odoo',
			},
		],
		default: 'record',
		description: 'What ends the wait earlier: then the clock is met',
	},
	{
		displayName: 'Field',
		name: 'awaitedField',
		type: 'string',
		default: 'state',
		placeholder: 'e.g. state',
		description: 'Technical name of the field; a path such as picking_ids.state leads on',
		displayOptions: { show: forRecord },
	},
	{
		displayName: 'Values',
		name: 'awaitedValues',
		type: 'string',
		default: '',
		placeholder: 'e.g. purchase, done',
		description:
			'Technical values of which the field has one when it has come, separated by commas',
		displayOptions: { show: forRecord },
	},
	{
		displayName: 'Model',
		name: 'awaitedModel',
		type: 'string',
		default: '',
		placeholder: 'e.g. purchase.order',
		description: 'Model of the record. Empty means the record of the item.',
		displayOptions: { show: forRecord },
	},
	{
		displayName: 'Record ID',
		name: 'awaitedId',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.purchaseId }}',
		description: 'ID of the record. Empty means the record of the item.',
		displayOptions: { show: forRecord },
	},
];
