import type { INodeProperties } from 'n8n-workflow';
import { authorityFields } from '../../src/n8n/authorityFields';
import { ladderField } from './ladderFields';

export const escalateProperties: INodeProperties[] = [
	{
		displayName:
			'Connect <b>Escalated</b> back to the Approval Route that the case came from. When the ladder has ended, the case is in the manual queue in Odoo: Approvals › Manual Queue.',
		name: 'loopNotice',
		type: 'notice',
		default: '',
	},
	ladderField,
	...authorityFields,
	{
		displayName: 'Options',
		name: 'escalateOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Owner of the Manual Queue',
				name: 'queueOwner',
				type: 'string',
				default: '',
				placeholder: 'e.g. olivia@example.com',
				description:
					'Login in Odoo of the person who looks after a case when the ladder has ended. Empty means an approval manager.',
			},
			{
				displayName: 'Quiet From',
				name: 'quietFrom',
				type: 'string',
				default: '20:00',
				placeholder: 'e.g. 20:00',
				description:
					'When quiet hours begin, in the time zone of the workflow; until they end, only the duty desk is disturbed. Needs Quiet Until.',
			},
			{
				displayName: 'Quiet Until',
				name: 'quietUntil',
				type: 'string',
				default: '07:00',
				placeholder: 'e.g. 07:00',
				description: 'When quiet hours end. Needs Quiet From.',
			},
			{
				displayName: 'Remind at Most Every (Minutes)',
				name: 'reminderGapMinutes',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 240,
				description: 'Least time between two reminders about one case',
			},
		],
	},
];
