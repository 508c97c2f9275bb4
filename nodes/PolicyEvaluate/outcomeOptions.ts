import type { INodePropertyOptions } from 'n8n-workflow';

/** What a rule can say, by name. */
export const outcomeOptions: INodePropertyOptions[] = [
	{ name: 'Auto-Approve', value: 'auto_approve' },
	{ name: 'Escalate', value: 'escalate' },
	{ name: 'Needs Approval', value: 'require_approval' },
	{ name: 'Reject', value: 'reject' },
];
