import type { INodeProperties } from 'n8n-workflow';
import { conditionOperators } from '../../src/domain/events/domainFromConditions';

const show = (more: Record<string, string[]> = {}) => ({
	show: { event: ['recordChanges'], ...more },
});

/** What is chosen from lists of a model's fields is there once the model is chosen. */
const ofModel = (more: Record<string, string[]> = {}) => ({ ...show(more), hide: { model: [''] } });

/** A list of the chosen model's fields. */
const fieldsFrom = (loadOptionsMethod: string) => ({
	loadOptionsMethod,
	loadOptionsDependsOn: ['model.value'],
});

const chooseField =
	'Choose from the list, or specify a technical name using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

const whatFields: INodeProperties[] = [
	{
		displayName: 'Model',
		name: 'model',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'Which kind of record to listen to. The list shows what this user may read.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'models', searchable: true },
			},
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. purchase.order',
			},
		],
		displayOptions: show(),
	},
	{
		displayName: 'What Happens',
		name: 'recordEvent',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Created', value: 'created', description: 'A record was created' },
			{ name: 'Deleted', value: 'deleted', description: 'A record was deleted' },
			{
				name: 'State Reached',
				value: 'reached',
				description: 'A field, such as the state, was given a certain value',
			},
			{
				name: 'Time Is Due',
				value: 'due',
				description: 'The time in a date field has come, or comes soon',
			},
			{
				name: 'Updated',
				value: 'updated',
				description: 'One of the fields that you choose was given another value',
			},
		],
		default: 'created',
		displayOptions: show(),
	},
	{
		displayName: 'Watched Field Names or IDs',
		name: 'watchedFields',
		type: 'multiOptions',
		typeOptions: fieldsFrom('storedFields'),
		default: [],
		required: true,
		description: `Only a change of one of these fields is reported. ${chooseField}.`,
		displayOptions: ofModel({ recordEvent: ['updated'] }),
	},
	{
		displayName: 'Field Name or ID',
		name: 'stateField',
		type: 'options',
		typeOptions: fieldsFrom('stateFields'),
		default: '',
		required: true,
		description: `Field that has to be given the value, such as the state. ${chooseField}.`,
		displayOptions: ofModel({ recordEvent: ['reached'] }),
	},
	{
		displayName: 'Value',
		name: 'stateValue',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'Value that the field has to be given',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'stateValues', searchable: true },
			},
			{
				displayName: 'By Value',
				name: 'value',
				type: 'string',
				placeholder: 'e.g. sale',
			},
		],
		displayOptions: ofModel({ recordEvent: ['reached'] }),
	},
	{
		displayName: 'Date Field Name or ID',
		name: 'dateField',
		type: 'options',
		typeOptions: fieldsFrom('dateFields'),
		default: '',
		required: true,
		description: `Field with the time; a day without a time counts from its beginning in UTC. ${chooseField}.`,
		displayOptions: ofModel({ recordEvent: ['due'] }),
	},
	{
		displayName: 'How Long',
		name: 'amount',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'How long before or after that time to report; 0 reports when it comes',
		displayOptions: ofModel({ recordEvent: ['due'] }),
	},
	{
		displayName: 'Unit',
		name: 'unit',
		type: 'options',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Minutes', value: 'minutes' },
		],
		default: 'days',
		displayOptions: ofModel({ recordEvent: ['due'] }),
	},
	{
		displayName: 'Before or After',
		name: 'direction',
		type: 'options',
		options: [
			{ name: 'After', value: 'after' },
			{ name: 'Before', value: 'before' },
		],
		default: 'before',
		displayOptions: ofModel({ recordEvent: ['due'] }),
	},
];

const conditions: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Condition',
	default: {},
	options: [
		{
			name: 'rows',
			displayName: 'Condition',
			values: [
				{
					displayName: 'Field Name or ID',
					name: 'field',
					type: 'options',
					typeOptions: fieldsFrom('conditionFields'),
					default: '',
					description: `Field of the record. ${chooseField}.`,
				},
				{
					displayName: 'Operator',
					name: 'operator',
					type: 'options',
					options: Object.entries(conditionOperators)
						.map(([value, { label }]) => ({ name: label, value }))
						.sort((left, right) => left.name.localeCompare(right.name)),
					default: 'is',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'resourceLocator',
					default: { mode: 'value', value: '' },
					description:
						'Days as 2026-01-31, times in UTC as 2026-01-31 08:00:00; for Is One Of, several values with commas between them',
					modes: [
						{
							displayName: 'From List',
							name: 'list',
							type: 'list',
							typeOptions: { searchListMethod: 'conditionValues', searchable: true },
						},
						{
							displayName: 'By Value',
							name: 'value',
							type: 'string',
							placeholder: 'e.g. 500',
						},
					],
					displayOptions: { hide: { operator: ['isSet', 'isNotSet'] } },
				},
			],
		},
	],
	displayOptions: ofModel({ filterMode: ['conditions'] }),
};

const filterFields: INodeProperties[] = [
	{
		displayName: 'Only Records That Meet',
		name: 'filterMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'A Domain', value: 'domain', description: "A condition in Odoo's own notation" },
			{ name: 'Conditions', value: 'conditions', description: 'Conditions picked from lists' },
			{ name: 'No Condition', value: 'none', description: 'Every record of the model' },
		],
		default: 'none',
		displayOptions: ofModel(),
	},
	conditions,
	{
		displayName: 'Conditions to Meet',
		name: 'match',
		type: 'options',
		options: [
			{ name: 'All of Them', value: 'all' },
			{ name: 'Any of Them', value: 'any' },
		],
		default: 'all',
		displayOptions: ofModel({ filterMode: ['conditions'] }),
	},
	{
		displayName: 'Domain',
		name: 'domain',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder:
			"e.g. ['|', ('amount_total', '>', 500), ('partner_id.country_id.code', '!=', 'DE')]",
		description:
			"A domain as Odoo shows it in developer mode, or as JSON: conditions with '&amp;', '|' and '!' before them. Values only: names such as uid mean nothing here.",
		displayOptions: ofModel({ filterMode: ['domain'] }),
	},
	{
		displayName: 'Field Names or IDs to Send',
		name: 'sendFields',
		type: 'multiOptions',
		typeOptions: fieldsFrom('sendableFields'),
		default: [],
		description: `Fields whose values, as they were saved, come with the event. ${chooseField}.`,
		displayOptions: ofModel(),
	},
];

/** The fields for events of records of any model. */
export const recordFields: INodeProperties[] = [...whatFields, ...filterFields];
