import type { INodeProperties } from 'n8n-workflow';

/** What a clock is started with, beside the calendar. */
export const startFields: INodeProperties[] = [
	{
		displayName: 'Targets',
		name: 'targets',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Target',
		default: {
			rows: [
				{ class: 'standard', workingMinutes: 480, aroundTheClock: false },
				{ class: 'urgent', workingMinutes: 60, aroundTheClock: false },
			],
		},
		description: 'How long a decision may take, for each SLA class that the policy uses',
		options: [
			{
				name: 'rows',
				displayName: 'Target',
				values: [
					{
						displayName: 'SLA Class',
						name: 'class',
						type: 'string',
						default: '',
						placeholder: 'e.g. standard',
					},
					{
						displayName: 'Working Minutes',
						name: 'workingMinutes',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 480,
					},
					{
						displayName: 'Around the Clock',
						name: 'aroundTheClock',
						type: 'boolean',
						default: false,
						description: 'Whether this class also runs outside working hours',
					},
				],
			},
		],
	},
	{
		displayName: 'Warn After (%)',
		name: 'warnPercent',
		type: 'string',
		default: '75',
		placeholder: 'e.g. 50, 75, 90',
		description:
			'Shares of the target after which the case counts as close to its due time, separated by commas',
	},
	{
		displayName: 'Started At',
		name: 'startedAt',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.event.at }}',
		description:
			'Instant from which time counts, as ISO 8601; it may lie in the past. Empty means now.',
	},
];
