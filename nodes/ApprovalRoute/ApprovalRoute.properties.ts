import type { INodeProperties } from 'n8n-workflow';
import { authorityFields } from '../../src/n8n/authorityFields';

export const approvalRouteProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Relay Decision',
				value: 'relayDecision',
				description: 'Wake the execution that waits for a case which was decided in Odoo',
				action: 'Relay a decision',
			},
			{
				name: 'Route and Wait',
				value: 'routeAndWait',
				description: 'Open the case in Odoo, ask the approvers and wait for their decision',
				action: 'Route a case and wait for the decision',
			},
			{
				name: 'Route Only',
				value: 'routeOnly',
				description: 'Open the case in Odoo and ask the approvers there, without waiting',
				action: 'Route a case without waiting',
			},
		],
		default: 'routeAndWait',
	},
	{
		displayName:
			'One case per execution: the wait ends for all items at once. It wakes at the due time that SLA Timer has set.',
		name: 'waitNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: ['routeAndWait'] } },
	},
	...authorityFields.map((field) => ({
		...field,
		displayOptions: {
			show: { operation: ['routeAndWait', 'routeOnly'], ...field.displayOptions?.show },
		},
	})),
	{
		displayName: 'Links Valid For (Days)',
		name: 'linkDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 90 },
		default: 14,
		description: 'How long an approver can use their link; the case itself stays open in Odoo',
		displayOptions: { show: { operation: ['routeAndWait', 'routeOnly'] } },
	},
	{
		displayName: 'Options',
		name: 'routeOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { operation: ['routeAndWait', 'routeOnly'] } },
		options: [
			{
				displayName: 'Approve Together Up To Risk',
				name: 'bulkUpToRisk',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description:
					'Highest risk score with which people in Odoo may approve a case along with others, without opening it',
			},
			{
				displayName: 'Decide in Odoo From Risk',
				name: 'odooFromRisk',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 50,
				description:
					'Risk score from which a link no longer decides: the page sends the approver to Odoo, which knows who they are',
			},
			{
				displayName: 'Leave at Warnings',
				name: 'leaveAtWarnings',
				type: 'boolean',
				default: true,
				description:
					'Whether the case leaves by Overdue at each warning of its clock too, so that Escalate can remind people before it is due. Connect Escalated back to this node.',
			},
		],
	},
];
