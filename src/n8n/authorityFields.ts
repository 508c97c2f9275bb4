import type { INodeProperties } from 'n8n-workflow';
import type { AuthorityMatrix } from '../domain/authority/authority';
import { authorityRowFields } from './authorityRowFields';
import { keptAside } from './keptAside';

const startingMatrix: { [Part in keyof AuthorityMatrix]: unknown } = {
	rows: [
		{
			role: 'sales_manager',
			approver: { kind: 'group', group: 'sales_team.group_sale_manager' },
			limit: null,
		},
	],
	fallback: { kind: 'group', group: 'n8n_approvals.group_manager' },
};

/** The fields in which an analyst says who may approve what. */
export const authorityFields: INodeProperties[] = [
	{
		displayName: 'Authority From',
		name: 'authoritySource',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'JSON',
				value: 'json',
				description: 'A matrix as a document, which an expression may take from an earlier node',
			},
			{
				name: 'Odoo',
				value: 'odoo',
				description: 'The matrix that is kept in Odoo under Approvals › Authority',
			},
			{ name: 'Rows in This Node', value: 'rows', description: 'Lines that are written here' },
		],
		default: 'rows',
		description: 'Where it is written who may approve in which role, and up to how much',
	},
	{
		displayName: 'Authority',
		name: 'authority',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Authority',
		default: {
			rows: [
				{
					role: 'sales_manager',
					kind: 'group',
					approver: 'sales_team.group_sale_manager',
					limit: 0,
					quorum: 1,
				},
			],
		},
		description:
			'Who may approve in which role, and up to how much. Whoever requested or changed the record is left out by itself.',
		displayOptions: { show: { authoritySource: ['rows'] } },
		options: [{ name: 'rows', displayName: 'Authority', values: authorityRowFields }],
	},
	{
		displayName: 'Authority',
		name: 'authorityDocument',
		type: 'json',
		typeOptions: { rows: 12 },
		default: JSON.stringify(startingMatrix, null, 2),
		description:
			'Lines of the matrix, and the fallback that is asked when nobody with the role is left',
		displayOptions: { show: { authoritySource: ['json'] } },
	},
	{
		displayName: 'Fallback Group',
		name: 'fallbackGroup',
		type: 'string',
		default: 'n8n_approvals.group_manager',
		description:
			'External ID of the group that is asked when nobody with the role is left, so that no case stalls',
		displayOptions: { show: { authoritySource: ['rows', 'odoo'] } },
	},
	keptAside('authority', { authoritySource: ['json', 'odoo'] }, 'The rows of the node are kept.'),
	keptAside(
		'authorityDocument',
		{ authoritySource: ['rows', 'odoo'] },
		'The JSON document is kept.',
	),
	keptAside(
		'fallbackGroup',
		{ authoritySource: ['json'] },
		'The fallback is part of the document.',
	),
];
