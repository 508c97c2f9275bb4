import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { authorityMatrixSchema, type AuthorityMatrix } from '../domain/authority/authority';
import { parseParameters } from './readParameters';

const approverKinds = [
	{ name: 'User', value: 'user', description: 'One user, by login' },
	{ name: 'Group', value: 'group', description: 'Everyone in a group of Odoo' },
];

/** The fields in which an analyst says who may approve what. */
export const authorityFields: INodeProperties[] = [
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
		options: [
			{
				name: 'rows',
				displayName: 'Authority',
				values: [
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
						description: 'Login of the user, or external ID of the group',
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
						description: 'How many people of this role have to approve',
					},
				],
			},
		],
	},
	{
		displayName: 'Fallback Group',
		name: 'fallbackGroup',
		type: 'string',
		default: 'n8n_approvals.group_manager',
		description:
			'External ID of the group that is asked when nobody with the role is left, so that no case stalls',
	},
];

const authorityParameters = z.object({
	authority: z.object({
		rows: z
			.array(
				z.object({
					role: z.string(),
					kind: z.enum(['user', 'group']),
					approver: z.string(),
					limit: z.number(),
					quorum: z.number(),
				}),
			)
			.default([]),
	}),
	fallbackGroup: z.string(),
});

export const authorityShape = authorityParameters.shape;

/** The matrix that the fields describe. @throws {ParameterInvalidError} names the field at fault */
export function authorityFrom({
	authority,
	fallbackGroup,
}: z.infer<typeof authorityParameters>): AuthorityMatrix {
	return parseParameters(authorityMatrixSchema, {
		rows: authority.rows.map(({ role, kind, approver, limit, quorum }) => ({
			role: role.trim(),
			approver:
				kind === 'user' ? { kind, login: approver.trim() } : { kind, group: approver.trim() },
			limit: limit === 0 ? null : limit,
			quorum,
		})),
		fallback: { kind: 'group', group: fallbackGroup.trim() },
	});
}
