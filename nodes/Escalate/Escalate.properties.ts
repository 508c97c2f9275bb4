import type { INodeProperties } from 'n8n-workflow';
import { authorityFields } from '../../src/n8n/authorityFields';

export const escalateProperties: INodeProperties[] = [
	{
		displayName:
			'Connect <b>Escalated</b> back to the Approval Route that the case came from. When the ladder has ended, the case is left to the approval managers in Odoo.',
		name: 'loopNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Ladder',
		name: 'ladder',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Rung',
		default: { rows: [{ role: 'finance', workingMinutes: 240 }] },
		description: 'Who is asked next, from the first rung to the last; each rung is climbed once',
		options: [
			{
				name: 'rows',
				displayName: 'Rung',
				values: [
					{
						displayName: 'Role to Ask',
						name: 'role',
						type: 'string',
						default: '',
						placeholder: 'e.g. finance',
					},
					{
						displayName: 'Working Minutes',
						name: 'workingMinutes',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 240,
						description: 'How long this rung has, counted in the calendar of the case',
					},
				],
			},
		],
	},
	...authorityFields,
];
