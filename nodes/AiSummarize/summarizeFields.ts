import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { factOptions } from '../../src/n8n/factOptions';
import { withModel } from './modelFields';
import { languageOptions } from '../../src/n8n/languageOptions';

const shown = (also: NonNullable<IDisplayOptions['show']> = {}): IDisplayOptions => ({
	show: { operation: ['summarize'], ...also },
});

/** The fields of the operation Summarize Case. */
export const summarizeFields: INodeProperties[] = [
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: languageOptions,
		default: 'en',
		description: 'In which it is written; labels and reasons stay as areas and policies have them',
		displayOptions: shown(),
	},
	{
		displayName: 'Tone',
		name: 'tone',
		type: 'options',
		options: [
			{ name: 'Brief', value: 'brief' },
			{ name: 'Formal', value: 'formal' },
			{ name: 'Friendly', value: 'friendly' },
			{ name: 'Neutral', value: 'neutral' },
		],
		default: 'neutral',
		displayOptions: shown(withModel),
	},
	{
		displayName: 'What the Model May See',
		name: 'sharing',
		type: 'options',
		options: [
			{
				name: 'As the Area Says',
				value: 'area',
				description: 'The facts and figures that the area of the case lists; no names',
			},
			{
				name: 'Only These',
				value: 'chosen',
				description: 'Facts and figures that you choose. For areas of your own.',
			},
		],
		default: 'area',
		displayOptions: shown(withModel),
	},
	{
		displayName: 'Facts to Share',
		name: 'facts',
		type: 'multiOptions',
		options: factOptions,
		default: [],
		description: 'An expression may give a list of names of facts of your own',
		displayOptions: shown({ ...withModel, sharing: ['chosen'] }),
	},
	{
		displayName: 'Figures to Share',
		name: 'figures',
		type: 'string',
		default: '',
		placeholder: 'e.g. Payment terms, Margin',
		description: 'Labels of figures, separated by commas',
		displayOptions: shown({ ...withModel, sharing: ['chosen'] }),
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: shown(withModel),
		options: [
			{
				displayName: 'Names to Take Out',
				name: 'names',
				type: 'string',
				default: '',
				description:
					'Names of people and companies, separated by commas, that are replaced before anything leaves. The requester and the names that the area knows always are.',
			},
			{
				displayName: 'Notes and Messages',
				name: 'texts',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Text',
				default: {},
				description: 'Order notes, messages and names of files, given to the model as data',
				options: [
					{
						displayName: 'Text',
						name: 'text',
						values: [
							{
								displayName: 'What It Is',
								name: 'label',
								type: 'string',
								default: '',
								placeholder: 'e.g. Order note',
							},
							{
								displayName: 'Text',
								name: 'text',
								type: 'string',
								typeOptions: { rows: 3 },
								default: '',
							},
						],
					},
				],
			},
			{
				displayName: 'Roles to Recommend',
				name: 'roles',
				type: 'string',
				default: '',
				placeholder: 'e.g. finance, sales_director',
				description:
					'Beside those of the policy, separated by commas. A recommendation is shown and never routed to.',
			},
			{
				displayName: 'Share Lines',
				name: 'shareLines',
				type: 'boolean',
				default: true,
				description: 'Whether the model may see the lines of the document',
			},
			{
				displayName: 'When Unsure',
				name: 'whenUnsure',
				type: 'options',
				options: [
					{ name: 'Show It, Marked as Uncertain', value: 'mark' },
					{ name: 'Use the Summary From Rules', value: 'rules' },
				],
				default: 'mark',
				description: 'What becomes of advice below the lowest confidence',
			},
		],
	},
];
