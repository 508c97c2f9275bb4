import type { INodeProperties } from 'n8n-workflow';
import { auditFields } from './auditFields';
import { eventFields } from './eventFields';
import { gatherFields } from './gatherFields';
import { setUpFields } from './setUpFields';

const caseFields: INodeProperties[] = [
	{
		displayName: 'Case ID',
		name: 'caseId',
		type: 'string',
		default: '={{ $json.routing?.caseId ?? $json.outcome?.caseId }}',
		required: true,
		description: 'ID of the approval case in Odoo',
		displayOptions: { show: { operation: ['postMessage'] } },
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. The customer was told about the delay',
		description: 'Note for the people who look at the case; it becomes part of its trail',
		displayOptions: { show: { operation: ['postMessage'] } },
	},
];

export const odooRecordProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Acknowledge Event',
				value: 'acknowledgeEvent',
				description:
					'Tell Odoo that an event is dealt with, so that it does not come again; opening a case does so by itself',
				action: 'Acknowledge an event',
			},
			{
				name: 'Apply Decision',
				value: 'applyDecision',
				description: 'Carry out in Odoo what policy or people decided, if nothing changed since',
				action: 'Apply a decision',
			},
			{
				name: 'Catch Up',
				value: 'catchUp',
				description:
					'Report records that ask for approval but of which no event tells, such as those changed while the workflow was not published. Their events then come as usual, by webhook or claim.',
				action: 'Catch up on missed changes',
			},
			{
				name: 'Claim Pending Events',
				value: 'claimEvents',
				description: 'Take events that wait in Odoo, where Odoo cannot reach this n8n',
				action: 'Claim pending events',
			},
			{
				name: 'Gather Facts',
				value: 'gatherFacts',
				description: 'Read the record with everything that its approval depends on',
				action: 'Gather the facts of a record',
			},
			{
				name: 'Post Message',
				value: 'postMessage',
				description: 'Note something on a case',
				action: 'Post a message on a case',
			},
			{
				name: 'Record Failure',
				value: 'recordFailure',
				description: 'Note with the event or case in Odoo that an execution failed',
				action: 'Record the failure of an execution',
			},
			{
				name: 'Replay Events',
				value: 'replayEvents',
				description: 'Have events sent again, as if for the first time',
				action: 'Replay events',
			},
			{
				name: 'Set Up Odoo',
				value: 'setUpOdoo',
				description: 'Install, check or remove what approvals need in Odoo',
				action: 'Set up approvals',
			},
			{
				name: 'Verify Audit Trail',
				value: 'verifyAuditTrail',
				description: 'Check that nobody changed the trail of a case, of a record or of a period',
				action: 'Verify the audit trail of cases',
			},
		],
		default: 'gatherFacts',
	},
	...gatherFields,
	...caseFields,
	...auditFields,
	...eventFields,
	...setUpFields,
];
