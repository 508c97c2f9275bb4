import type { INodeProperties } from 'n8n-workflow';

const shown = (scope: string) => ({
	show: { operation: ['verifyAuditTrail'], auditScope: [scope] },
});

/** The fields of the operation Verify Audit Trail. */
export const auditFields: INodeProperties[] = [
	{
		displayName: 'Verify',
		name: 'auditScope',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'A Case', value: 'case' },
			{ name: 'The Cases of a Period', value: 'period', description: 'By when they were opened' },
			{ name: 'The Cases of a Record', value: 'record' },
		],
		default: 'case',
		description: 'Whose trails are checked',
		displayOptions: { show: { operation: ['verifyAuditTrail'] } },
	},
	{
		displayName: 'Case ID',
		name: 'caseId',
		type: 'string',
		default: '={{ $json.routing?.caseId ?? $json.outcome?.caseId }}',
		required: true,
		description: 'ID of the approval case in Odoo',
		displayOptions: shown('case'),
	},
	{
		displayName: 'Model',
		name: 'auditedModel',
		type: 'string',
		default: '={{ $json.record?.model }}',
		required: true,
		placeholder: 'e.g. sale.order',
		description: 'Model of the record, as Odoo names it',
		displayOptions: shown('record'),
	},
	{
		displayName: 'Record ID',
		name: 'auditedRecordId',
		type: 'string',
		default: '={{ $json.record?.id }}',
		required: true,
		description: "The record's ID in Odoo's database",
		displayOptions: shown('record'),
	},
	{
		displayName: 'From',
		name: 'auditedFrom',
		type: 'dateTime',
		default: '={{ $now.minus({ days: 30 }).startOf("day").toISO() }}',
		required: true,
		description: 'Cases that were opened from then on',
		displayOptions: shown('period'),
	},
	{
		displayName: 'Until',
		name: 'auditedUntil',
		type: 'dateTime',
		default: '={{ $now.toISO() }}',
		required: true,
		description: 'Cases that were opened before then',
		displayOptions: shown('period'),
	},
];
