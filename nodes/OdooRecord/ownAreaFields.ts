import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { ownDecisions } from '../../src/n8n/readOwnAreas';

const effectOptions: INodePropertyOptions[] = [
	{ name: 'Call a Method', value: 'call', description: 'What a button of the form does in Odoo' },
	{ name: 'Leave the Record as It Is', value: 'leave' },
	{
		name: 'Put Back the Watched Fields',
		value: 'put_back',
		description: 'Give them what they held before the change that was asked about',
	},
	{ name: 'Set a Field', value: 'set' },
];

const areaFields: INodeProperties[] = [
	{
		displayName: 'ID',
		name: 'id',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. payment_terms',
		description: 'Lower-case letters, digits and _. Odoo Trigger listens for it by this ID.',
	},
	{
		displayName: 'Name',
		name: 'label',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Payment terms',
		description: 'What people call it; it stands on every case',
	},
	{
		displayName: 'Model',
		name: 'model',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. res.partner',
		description: 'Technical name of the records that it is about',
	},
	{
		displayName: 'Asks When',
		name: 'asks',
		type: 'options',
		options: [
			{
				name: 'A Watched Field Changes',
				value: 'changed',
				description: 'For master data: it was one thing and is another now',
			},
			{
				name: 'The Record Is Saved Like the Domain Says',
				value: 'saved',
				description:
					'For documents: it reached a state in which somebody has to agree. Records that were saved while nothing listened are caught up on.',
			},
		],
		default: 'changed',
	},
	{
		displayName: 'Watched Fields',
		name: 'fields',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. property_payment_term_id',
		description:
			'Technical names, separated by commas. A change of one of them asks; a change while people are asked makes them be asked anew.',
	},
	{
		displayName: 'Domain',
		name: 'domain',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: "e.g. [('customer_rank', '>', 0)]",
		description: "Which records ask, in Odoo's own notation or as JSON; all when empty",
	},
	...ownDecisions.flatMap(effectFields),
	{
		displayName: 'Hold',
		name: 'hold',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: "e.g. [('state', '=', 'done')]",
		description:
			'What a record is like after the step that Odoo is to refuse to everybody while its case is open or when it was refused, as a domain. Nothing is held when empty.',
	},
];

/** The areas that an administrator describes. */
export const ownAreasField: INodeProperties = {
	displayName: 'Own Areas',
	name: 'ownAreas',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Own Area',
	default: {},
	description:
		'Kinds of approval of your own. Odoo then reports such records, and does what is said here when they are decided. One that is no longer listed is taken out of Odoo.',
	displayOptions: { show: { operation: ['setUpOdoo'], task: ['install'] } },
	options: [
		{
			name: 'rows',
			displayName: 'Own Area',
			values: areaFields,
		},
	],
};

function effectFields({ prefix, words }: (typeof ownDecisions)[number]): INodeProperties[] {
	const shown = (...kinds: string[]) => ({ show: { [prefix]: kinds } });
	return [
		{
			displayName: words,
			name: prefix,
			type: 'options',
			options: effectOptions,
			default: 'leave',
			description: 'What is done in Odoo, with the rights of the integration user',
		},
		{
			displayName: `${words}: Method`,
			name: `${prefix}Method`,
			type: 'string',
			default: '',
			placeholder: 'e.g. action_confirm',
			description: 'Name of a method of the model that takes no arguments',
			displayOptions: shown('call'),
		},
		{
			displayName: `${words}: Field`,
			name: `${prefix}Field`,
			type: 'string',
			default: '',
			placeholder: 'e.g. state',
			description:
				'Technical name of the field that is set. After a method: the field that tells whether it worked; when empty, it worked when Odoo raises no error.',
			displayOptions: shown('call', 'set'),
		},
		{
			displayName: `${words}: Value`,
			name: `${prefix}Value`,
			type: 'string',
			default: '',
			placeholder: 'e.g. confirmed',
			description:
				'What the field is set to, such as a text, a number, true, or the ID of a record. After a method: what it must hold; separate several values by commas.',
			displayOptions: shown('call', 'set'),
		},
	];
}
