import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { areas } from '../../src/domain/areas/areas';

type Shown = NonNullable<IDisplayOptions['show']>;

const shown = (also: Shown = {}): IDisplayOptions => ({
	show: { operation: ['simulate'], ...also },
});

const listings = {
	all: { name: 'All', value: 'all', description: 'Every record that was evaluated' },
	changed: {
		name: 'Those That Change',
		value: 'changed',
		description: 'Records that have another outcome under the other policy',
	},
	none: { name: 'None', value: 'none', description: 'Only the figures' },
	notApproved: {
		name: 'Those Not Approved Automatically',
		value: 'notApproved',
		description: 'Records that a person has to see, or that are rejected',
	},
};

const listDescription = 'Which records leave by the output Records, each with the reasons';

/** The fields of the operation Simulate. */
export const simulateFields: INodeProperties[] = [
	{
		displayName: 'Cases',
		name: 'cases',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Incoming Items',
				value: 'items',
				description: 'Case files, as Odoo Record (Gather Facts) makes them',
			},
			{
				name: 'Records in Odoo',
				value: 'records',
				description: 'Records of the model that the policy is for, read in pages',
			},
		],
		default: 'records',
		description: 'What the policy is replayed over',
		displayOptions: shown(),
	},
	{
		displayName: 'Filter',
		name: 'filter',
		type: 'string',
		default: '',
		placeholder: "e.g. [('state', '=', 'sale'), ('date_order', '>=', '2026-01-01')]",
		description: 'Domain that chooses the records, as Odoo writes it. Empty means all of them.',
		displayOptions: shown({ cases: ['records'] }),
	},
	{
		displayName: 'Maximum Records',
		name: 'maxRecords',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10000,
		description: 'How many records are read at most; the newest come first',
		displayOptions: shown({ cases: ['records'] }),
	},
	{
		displayName: 'Compare With',
		name: 'compareWith',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Another Policy',
				value: 'policy',
				description: 'Shows which records would change their outcome, and why',
			},
			{ name: 'Nothing', value: 'nothing', description: 'Replays the policy above alone' },
		],
		default: 'nothing',
		displayOptions: shown(),
	},
	...areas.map(({ id, defaultPolicy }): INodeProperties => ({
		displayName: 'Other Policy',
		name: 'comparedPolicy',
		type: 'json',
		typeOptions: { rows: 16 },
		default: JSON.stringify(defaultPolicy, null, 2),
		required: true,
		description:
			'Policy document that would take the place of the policy above. It begins with the preset.',
		displayOptions: shown({ compareWith: ['policy'], area: [id] }),
	})),
	{
		displayName: 'Records to List',
		name: 'recordsToList',
		type: 'options',
		noDataExpression: true,
		options: [listings.all, listings.none, listings.notApproved],
		default: 'notApproved',
		description: listDescription,
		displayOptions: shown({ compareWith: ['nothing'] }),
	},
	{
		displayName: 'Records to List',
		name: 'recordsToList',
		type: 'options',
		noDataExpression: true,
		options: [listings.all, listings.none, listings.notApproved, listings.changed],
		default: 'changed',
		description: listDescription,
		displayOptions: shown({ compareWith: ['policy'] }),
	},
	{
		displayName: 'Options',
		name: 'simulationOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: shown(),
		options: [
			{
				displayName: 'Maximum Listed Records',
				name: 'maxListed',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 10000 },
				default: 1000,
				description: 'How many records are listed at most; the rest is only counted',
			},
			{
				displayName: 'Page Size',
				name: 'pageSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 500 },
				default: 200,
				description: 'How many records are read from Odoo in one call',
			},
		],
	},
];
