import type { INodeProperties } from 'n8n-workflow';
import { NO_AREA } from '../../src/domain/events/eventSection';
import { areaOptions } from '../../src/n8n/areaOptions';

const topic: INodeProperties = {
	displayName: 'Events',
	name: 'topic',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Cases Decided in Odoo',
			value: 'case',
			description: 'For the workflow that relays decisions',
		},
		{
			name: 'Records',
			value: 'record',
			description: 'Records that need approval, and whatever else is listened for',
		},
	],
	default: 'record',
	displayOptions: { show: { operation: ['claimEvents'] } },
};

const areas: INodeProperties = {
	displayName: 'Approval Areas',
	name: 'areas',
	type: 'multiOptions',
	noDataExpression: true,
	options: [
		...areaOptions,
		{
			name: 'None',
			value: NO_AREA,
			description: 'Events of records that belong to no approval area',
		},
	],
	default: [],
	description: 'Which kinds of approval it is about. Nothing chosen means all of them.',
	displayOptions: { show: { operation: ['catchUp', 'claimEvents'] } },
};

const ownAreas: INodeProperties = {
	displayName: 'Own Areas',
	name: 'ownAreas',
	type: 'string',
	default: '',
	placeholder: 'e.g. payment_terms',
	description: 'IDs, separated by commas, of areas of your own that it is about as well',
	displayOptions: { show: { operation: ['catchUp', 'claimEvents'] } },
};

const claimFields: INodeProperties[] = [
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 2000 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { operation: ['claimEvents'] } },
	},
	{
		displayName: 'Lease in Minutes',
		name: 'leaseMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1440 },
		default: 10,
		description:
			'How long nobody else is given the events. Work on an event must begin before that; one that nobody worked on is handed out again.',
		displayOptions: { show: { operation: ['claimEvents'] } },
	},
];

const catchUpFields: INodeProperties[] = [
	{
		displayName: 'Changed Within',
		name: 'within',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: 24,
		description: 'How far back to look for changes of records',
		displayOptions: { show: { operation: ['catchUp'] } },
	},
	{
		displayName: 'Unit',
		name: 'unit',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Minutes', value: 'minutes' },
		],
		default: 'hours',
		displayOptions: { show: { operation: ['catchUp'] } },
	},
];

const replayFields: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'which',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'All Dead Letters',
				value: 'dead',
				description: 'Every event that Odoo has given up sending',
			},
			{
				name: 'By ID',
				value: 'ids',
				description: 'Certain events, dead or not',
			},
		],
		default: 'dead',
		displayOptions: { show: { operation: ['replayEvents'] } },
	},
	{
		displayName: 'Event IDs',
		name: 'outboxIds',
		type: 'string',
		default: '={{ $json.event?.outboxId }}',
		required: true,
		placeholder: 'e.g. 17, 18',
		description: 'IDs of events in Odoo, separated by commas',
		displayOptions: { show: { operation: ['replayEvents'], which: ['ids'] } },
	},
];

const failureFields: INodeProperties[] = [
	{
		displayName: 'Execution ID',
		name: 'executionId',
		type: 'string',
		default: '={{ $json.execution?.id }}',
		description:
			'ID of the execution that failed, as an Error Trigger gives it. Without one nothing is noted.',
		displayOptions: { show: { operation: ['recordFailure'] } },
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		default:
			'={{ [$json.workflow?.name, $json.execution?.lastNodeExecuted, ($json.execution ?? $json.trigger)?.error?.message].filter(Boolean).join(": ") }}',
		required: true,
		description: 'What went wrong, for people who read it in Odoo; at most 2000 characters',
		displayOptions: { show: { operation: ['recordFailure'] } },
	},
];

/** The fields of the operations on events. */
export const eventFields: INodeProperties[] = [
	topic,
	areas,
	ownAreas,
	...claimFields,
	...catchUpFields,
	...replayFields,
	...failureFields,
];
