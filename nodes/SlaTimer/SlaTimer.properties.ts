import type { INodeProperties } from 'n8n-workflow';
import { calendarFields } from '../../src/n8n/calendarFields';

/** Shows a field for one operation only. */
const onlyForStart = (field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { operation: ['start'] } },
});

export const slaTimerProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Check',
				value: 'check',
				description: 'See whether a case is on time, close to its due time, or past it',
				action: 'Check the clock of a case',
			},
			{
				name: 'Start',
				value: 'start',
				description: 'Start the clock of a case: sets when to warn and when it is due',
				action: 'Start the clock of a case',
			},
		],
		default: 'start',
	},
	...[
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
		} satisfies INodeProperties,
		{
			displayName: 'Warn After (%)',
			name: 'warnPercent',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: 75,
			description: 'Share of the target after which the case counts as close to its due time',
		} satisfies INodeProperties,
		...calendarFields,
	].map(onlyForStart),
];
