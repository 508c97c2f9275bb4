import type { INodeProperties } from 'n8n-workflow';
import { REMOVAL_WORDS } from '../../src/odoo/blueprint/remove';
import { ownAreasField } from './ownAreaFields';
import { areaOptions, guardOptions, heldByDefault } from '../../src/n8n/areaOptions';

const show = (...tasks: string[]) => ({
	show: { operation: ['setUpOdoo'], ...(tasks.length > 0 && { task: tasks }) },
});

/** The fields of Set Up Odoo. */
export const setUpFields: INodeProperties[] = [
	{
		displayName:
			'This needs the credential of an Odoo administrator. Nothing else does: keep it out of the other nodes.',
		name: 'setUpNotice',
		type: 'notice',
		default: '',
		displayOptions: show(),
	},
	{
		displayName: 'Task',
		name: 'task',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Install or Upgrade',
				value: 'install',
				description: 'Make what is missing and bring up to date what is older; safe to run again',
			},
			{
				name: 'Remove',
				value: 'remove',
				description: 'Take approvals out of Odoo again',
			},
			{
				name: 'Verify',
				value: 'verify',
				description: 'Say what is missing or has been altered, and change nothing',
			},
		],
		default: 'install',
		displayOptions: show(),
	},
	{
		displayName: 'Approval Areas',
		name: 'areas',
		type: 'multiOptions',
		noDataExpression: true,
		options: areaOptions,
		default: [...areaOptions.map(({ value }) => value)],
		description:
			'Which kinds of approval to set up. Areas whose Odoo apps are not installed are left out.',
		displayOptions: show('install'),
	},
	ownAreasField,
	{
		displayName: 'Hold Records Of',
		name: 'heldAreas',
		type: 'multiOptions',
		noDataExpression: true,
		options: guardOptions,
		default: [...heldByDefault],
		description:
			'In which areas nobody may release a record past its approval: while its case is open, or when it was refused, Odoo refuses it to everybody, imports too, says who is asked, and puts the attempt on record',
		displayOptions: show('install'),
	},
	{
		displayName: 'Integration Login',
		name: 'integrationLogin',
		type: 'string',
		default: '',
		placeholder: 'e.g. approvals@example.com',
		description:
			'Login of the user whose key the other nodes use. The user must exist; it is put in the group Approval Integration.',
		displayOptions: show('install'),
	},
	{
		displayName: 'Triggers May Make Rules',
		name: 'mayMakeRules',
		type: 'boolean',
		default: true,
		description:
			'Whether Odoo Trigger may make automation rules of one fixed form, to listen to records of any model. Otherwise an administrator makes them by a button in Odoo; approval areas need none.',
		displayOptions: show('install'),
	},
	{
		displayName: 'Approver Logins',
		name: 'approverLogins',
		type: 'string',
		default: '',
		placeholder: 'e.g. anna@example.com, bert@example.com',
		description: 'Logins, separated by commas, of users who may be asked to decide',
		displayOptions: show('install'),
	},
	{
		displayName: 'Manager Logins',
		name: 'managerLogins',
		type: 'string',
		default: '',
		placeholder: 'e.g. mia@example.com',
		description: 'Logins, separated by commas, of users who look after cases that nobody decided',
		displayOptions: show('install'),
	},
	{
		displayName: 'Confirmation',
		name: 'confirmation',
		type: 'string',
		default: '',
		placeholder: `e.g. ${REMOVAL_WORDS}`,
		description: `Type "${REMOVAL_WORDS}" to confirm`,
		displayOptions: show('remove'),
	},
	{
		displayName: 'Keep Cases',
		name: 'keepData',
		type: 'boolean',
		default: true,
		description: 'Whether to keep the cases and their trails; otherwise they are deleted for good',
		displayOptions: show('remove'),
	},
];
