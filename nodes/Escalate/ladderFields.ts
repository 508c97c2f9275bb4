import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { RungAction } from '../../src/domain/escalation/ladder';

const actions: Readonly<Record<RungAction, Omit<INodePropertyOptions, 'value'>>> = {
	fallback: {
		name: 'Ask the Fallback Group',
		description: 'The group that the authority matrix names for when nobody else is left',
	},
	next_level: {
		name: 'Ask the Next Authority Level',
		description: 'The next higher level of the role that policy asked for',
	},
	ask: { name: 'Ask Another Role', description: 'They are asked instead of those asked before' },
	queue: {
		name: 'Hand Over to the Manual Queue',
		description: 'Ends the ladder: one person looks after the case',
	},
	page: {
		name: 'Page the Duty Desk',
		description: 'Tells the people of a role, also in quiet hours; they are not asked',
	},
	priority: { name: 'Raise the Priority', description: 'Marks the case as urgent' },
	remind: {
		name: 'Remind Those Asked',
		description: 'Whoever has not answered yet gets another message',
	},
	warn: {
		name: 'Warn a Manager',
		description: 'Tells the people of a role; they are not asked',
	},
};

const actionOptions = Object.entries(actions)
	.map(([value, described]) => ({ value, ...described }))
	.sort((left, right) => left.name.localeCompare(right.name));

/** Columns that most rungs leave empty. */
const furtherFields: INodeProperties[] = [
	{
		displayName: 'Climb At',
		name: 'at',
		type: 'options',
		options: [
			{
				name: 'Due Time',
				value: 'due',
				description: 'When those who are asked have not decided in time',
			},
			{
				name: 'Warning',
				value: 'warning',
				description:
					'Before that, at a warning of the clock; Approval Route has to leave at warnings',
			},
		],
		default: 'due',
	},
	{
		displayName: 'From Risk Score',
		name: 'fromRisk',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'The rung is for cases in which policy sees this much risk, or more',
	},
	{
		displayName: 'SLA Classes',
		name: 'slaClasses',
		type: 'string',
		default: '',
		placeholder: 'e.g. urgent',
		description: 'Classes that the rung is for, separated by commas. Empty means all.',
	},
];

const rungFields: INodeProperties[] = [
	{
		displayName: 'What to Do',
		name: 'action',
		type: 'options',
		options: actionOptions,
		default: 'ask',
	},
	{
		displayName: 'Role',
		name: 'role',
		type: 'string',
		default: '',
		placeholder: 'e.g. finance',
		description: 'Whom to turn to, as the authority matrix below names them',
		displayOptions: { show: { action: ['ask', 'warn', 'page'] } },
	},
	{
		displayName: 'Working Minutes',
		name: 'workingMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 240,
		description: 'Time until the next rung, counted in the calendar of the case',
	},
	{
		displayName: 'More',
		name: 'more',
		type: 'collection',
		placeholder: 'Add Condition',
		default: {},
		options: furtherFields,
	},
];

/** The fields in which an analyst says what happens when nobody decides in time. */
export const ladderField: INodeProperties = {
	displayName: 'Ladder',
	name: 'ladder',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Rung',
	default: { rows: [{ action: 'ask', role: 'finance', workingMinutes: 240 }] },
	description: 'What happens, from the first rung to the last; each rung is climbed once',
	options: [{ name: 'rows', displayName: 'Rung', values: rungFields }],
};
