import type { INodeProperties } from 'n8n-workflow';

const approverKinds = [
	{
		name: 'Field of the Record',
		value: 'field',
		description: 'Whoever a field leads to, such as team_id.user_id: the leader of the sales team',
	},
	{ name: 'Group', value: 'group', description: 'Everyone in a group of Odoo' },
	{ name: 'User', value: 'user', description: 'One user, by login' },
];

const names = (displayName: string, name: string, what: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description: `Names of ${what} that the line is for, separated by commas. Empty means all.`,
});

/** Columns that most lines leave empty. */
const furtherFields: INodeProperties[] = [
	{
		displayName: 'All Must Approve',
		name: 'all',
		type: 'boolean',
		default: true,
		description: 'Whether everyone who is asked on this level has to approve',
	},
	names('Areas', 'areas', 'approval areas'),
	{
		displayName: 'Asked Above',
		name: 'above',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'The line is asked only about amounts above this, such as for a second approval',
	},
	{
		displayName: 'Asked When',
		name: 'whenFact',
		type: 'string',
		default: '',
		placeholder: 'e.g. isNewSupplier',
		description:
			'Fact that has to be true for the line to be asked; one that is not known counts as true',
	},
	names('Companies', 'company', 'companies'),
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: '',
		placeholder: 'e.g. EUR',
		description: 'Currency of the limit. Empty means that of the amount.',
	},
	{
		displayName: 'Fallback Group',
		name: 'fallback',
		type: 'string',
		default: '',
		description: 'External ID of the group that is asked first when too few are left on this level',
	},
	names('Product Categories', 'productCategory', 'product categories'),
	names('Regions', 'region', 'regions'),
	{
		displayName: 'Valid From',
		name: 'validFrom',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-01',
		description: 'First day on which the line counts',
	},
	{
		displayName: 'Valid Until',
		name: 'validUntil',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-12-31',
		description: 'Last day on which the line counts',
	},
	names('Warehouses', 'warehouse', 'warehouses'),
];

/** The columns of one line of the matrix. */
export const authorityRowFields: INodeProperties[] = [
	{
		displayName: 'Role',
		name: 'role',
		type: 'string',
		default: '',
		placeholder: 'e.g. sales_manager',
		description: 'Role that a policy rule or a rung of the ladder asks for',
	},
	{
		displayName: 'Approver Is A',
		name: 'kind',
		type: 'options',
		options: approverKinds,
		default: 'user',
	},
	{
		displayName: 'Approver',
		name: 'approver',
		type: 'string',
		default: '',
		placeholder: 'e.g. mary@example.com or sales_team.group_sale_manager',
		description: 'Login of the user, external ID of the group, or names of fields joined by dots',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'Highest amount this authority covers, in the currency of the record. 0 means no limit.',
	},
	{
		displayName: 'Approvals Needed',
		name: 'quorum',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'How many people of this level have to approve',
	},
	{
		displayName: 'Level',
		name: 'level',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'Levels are asked one after the other, the lowest first',
	},
	{
		displayName: 'More',
		name: 'more',
		type: 'collection',
		placeholder: 'Add Condition',
		default: {},
		options: furtherFields,
	},
];
