import type { INodeProperties } from 'n8n-workflow';
import { areaOptions, firstArea } from '../../src/n8n/areaOptions';

const show = (more: Record<string, string[]> = {}) => ({
	show: { operation: ['gatherFacts'], ...more },
});

const factFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. paymentDays',
		description: 'One word, by which policies and expressions call it',
	},
	{
		displayName: 'Field',
		name: 'path',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. property_payment_term_id.line_ids.nb_days',
		description:
			'Technical name of a field of the record. Dots lead on to fields of the records that it leads to.',
	},
	{
		displayName: 'What Counts',
		name: 'measure',
		type: 'options',
		options: [
			{ name: 'All Values as a List', value: 'list' },
			{ name: 'How Many There Are', value: 'count' },
			{ name: 'The Largest', value: 'largest' },
			{ name: 'The Smallest', value: 'smallest' },
			{ name: 'The Sum', value: 'sum' },
			{
				name: 'The Value',
				value: 'value',
				description: 'Of a record, what it is called. Nothing, or several values, is not known.',
			},
			{
				name: 'Whether There Is Any',
				value: 'any',
				description: 'Yes where a box is ticked, a text is there, or a record',
			},
		],
		default: 'value',
	},
	{
		displayName: 'When',
		name: 'when',
		type: 'options',
		options: [
			{ name: 'As It Is', value: 'now' },
			{
				name: 'As It Was Before',
				value: 'before',
				description: 'Before the change that is asked about; for fields that the area watches',
			},
		],
		default: 'now',
	},
	{
		displayName: 'Label',
		name: 'label',
		type: 'string',
		default: '',
		placeholder: 'e.g. Days to pay',
		description: 'What approvers read; made of the name when empty',
	},
	{
		displayName: 'Unit',
		name: 'unit',
		type: 'string',
		default: '',
		placeholder: 'e.g. days',
		description: 'Unit for approvers; "money" makes it an amount in the currency of the case',
	},
];

const ownFields: INodeProperties[] = [
	{
		displayName: 'Own Area',
		name: 'ownArea',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. payment_terms',
		description: 'ID of the area, as it was set up in Odoo',
		displayOptions: show({ source: ['record'], reading: ['own'] }),
	},
	{
		displayName: 'Model',
		name: 'ownModel',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. res.partner',
		description: 'Technical name of the model that the area is about',
		displayOptions: show({ source: ['record'], reading: ['own'] }),
	},
	{
		displayName: 'Facts',
		name: 'ownFacts',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Fact',
		default: {},
		description:
			'What policies compare and approvers see. What the integration user may not read, or Odoo does not have, is not known, and then people decide.',
		displayOptions: show({ reading: ['own'] }),
		options: [{ name: 'rows', displayName: 'Fact', values: factFields }],
	},
	{
		displayName: 'Options',
		name: 'ownOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: show({ reading: ['own'] }),
		options: [
			{
				displayName: 'Amount Field',
				name: 'amountPath',
				type: 'string',
				default: '',
				placeholder: 'e.g. amount_total',
				description: 'Where the amount stands by which authority is limited',
			},
			{
				displayName: 'Currency Field',
				name: 'currencyPath',
				type: 'string',
				default: 'currency_id',
				description: 'Where the currency of that amount stands',
			},
			{
				displayName: 'Requester',
				name: 'requester',
				type: 'options',
				options: [
					{ name: 'Whoever Changed It Last', value: 'write_uid' },
					{ name: 'Whoever Looks After It', value: 'user_id' },
					{ name: 'Whoever Made It', value: 'create_uid' },
				],
				default: 'write_uid',
				description:
					'Who asks for the approval. Whoever changed the record never decides about it themselves.',
			},
		],
	},
];

/** The fields of Gather Facts. */
export const gatherFields: INodeProperties[] = [
	{
		displayName: 'Record',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'From the Event',
				value: 'event',
				description: 'The record that Odoo reported to Odoo Trigger',
			},
			{
				name: 'By ID',
				value: 'record',
				description: 'Any record, without an event; good for trying things out',
			},
		],
		default: 'event',
		displayOptions: show(),
	},
	{
		displayName: 'What Is Read',
		name: 'reading',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'What the Area Says',
				value: 'area',
				description: 'Everything that an area of the package has to know',
			},
			{
				name: 'What I Choose',
				value: 'own',
				description: 'For an area of your own, which was described in Set Up Odoo',
			},
		],
		default: 'area',
		displayOptions: show(),
	},
	{
		displayName: 'Approval Area',
		name: 'area',
		type: 'options',
		options: areaOptions,
		default: firstArea,
		description: 'Which kind of approval the record needs',
		displayOptions: show({ source: ['record'], reading: ['area'] }),
	},
	{
		displayName: 'Record ID',
		name: 'recordId',
		type: 'number',
		default: 0,
		required: true,
		placeholder: 'e.g. 42',
		description: "The record's ID in Odoo's database, as in the address of its form",
		displayOptions: show({ source: ['record'] }),
	},
	...ownFields,
];
