import type { INodeProperties } from 'n8n-workflow';
import { areaOptions, firstArea } from '../../src/n8n/areaOptions';
import { recordFields } from './recordFields';

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Company Names or IDs',
			name: 'companies',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'companies' },
			default: [],
			description:
				'Only records of these companies, and records without a company. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			displayOptions: { show: { '/event': ['recordChanges', 'recordNeedsApproval'] } },
		},
		{
			displayName: 'Delivery',
			name: 'delivery',
			type: 'options',
			options: [
				{
					name: 'Wait Until Claimed',
					value: 'claim',
					description:
						'Events wait in Odoo until a workflow claims them (Odoo Record, Claim Pending Events); for an Odoo that cannot reach n8n',
				},
				{ name: 'Webhook', value: 'webhook', description: 'Odoo calls this workflow at once' },
			],
			default: 'webhook',
			description: 'How events come here. A test in the editor is always called.',
		},
		{
			displayName: 'Domain',
			name: 'domain',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: "e.g. [('team_id.name', '=', 'Europe')]",
			description:
				"Only records that meet this domain, in Odoo's own notation or as JSON, on top of what the area asks for",
			displayOptions: { show: { '/event': ['recordNeedsApproval'] } },
		},
		{
			displayName: 'Include Copies of the Database',
			name: 'includesCopies',
			type: 'boolean',
			default: false,
			description:
				'Whether a copy of the database, such as a test system restored from it, may report here too',
		},
	],
};

export const odooTriggerProperties: INodeProperties[] = [
	{
		displayName:
			'Odoo reports to this workflow as soon as it is published, and again and again until the event is acknowledged. Run Odoo Record, Set Up Odoo, once before.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Case Decided in Odoo',
				value: 'caseDecided',
				description:
					'Somebody decided a case in Odoo or by their link, or its record changed. Serves the page that links lead to.',
			},
			{
				name: 'Record Needs Approval',
				value: 'recordNeedsApproval',
				description: 'A record was saved in a way that asks for approval',
			},
			{
				name: 'Record of Any Model Changes',
				value: 'recordChanges',
				description:
					'A record was created, updated or deleted, reached a state, or a date of it has come',
			},
		],
		default: 'recordNeedsApproval',
	},
	{
		displayName: 'Approval Areas',
		name: 'areas',
		type: 'multiOptions',
		noDataExpression: true,
		options: areaOptions,
		default: [firstArea],
		description: 'Which kinds of approval this workflow handles',
		displayOptions: { show: { event: ['recordNeedsApproval'] } },
	},
	{
		displayName: 'Own Areas',
		name: 'ownAreas',
		type: 'string',
		default: '',
		placeholder: 'e.g. payment_terms',
		description:
			'IDs, separated by commas, of areas of your own, as they were set up in Odoo (Odoo Record, Set Up Odoo)',
		displayOptions: { show: { event: ['recordNeedsApproval'] } },
	},
	{
		displayName: 'Approval Areas',
		name: 'caseAreas',
		type: 'multiOptions',
		noDataExpression: true,
		options: areaOptions,
		default: [],
		description: 'Which kinds of approval to listen for. Nothing chosen means all of them.',
		displayOptions: { show: { event: ['caseDecided'] } },
	},
	{
		displayName:
			'Odoo needs an automation rule for this, which is made when you publish or listen. Where the user of the credential may not make it, the error says what an administrator has to create, and publishing again checks it.',
		name: 'ruleNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { event: ['recordChanges'] }, hide: { recordEvent: ['due'] } },
	},
	...recordFields,
	options,
];
