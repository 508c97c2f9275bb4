import type { INodeProperties } from 'n8n-workflow';
import { keptAside } from './keptAside';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const startingCalendar = {
	name: 'Working hours',
	zone: 'Europe/Berlin',
	hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '17:00' })),
	holidays: ['2026-12-25'],
	specialDays: [{ date: '2026-12-24', hours: [{ from: '08:00', to: '12:00' }] }],
	closures: [],
};

const inFields = { calendarSource: ['fields'] };

/** The fields in which an analyst describes when people work. */
export const calendarFields: INodeProperties[] = [
	{
		displayName: 'Calendar From',
		name: 'calendarSource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Fields of This Node', value: 'fields', description: 'Hours that are written here' },
			{
				name: 'JSON',
				value: 'json',
				description: 'A calendar as a document, which an expression may take from an earlier node',
			},
			{
				name: 'Odoo',
				value: 'odoo',
				description: 'A working schedule of Odoo, with its public holidays and absences',
			},
		],
		default: 'fields',
		description: 'Where it is written when people work',
	},
	{
		displayName: 'Time Zone',
		name: 'zone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Berlin',
		description:
			'Zone of the working hours, as the IANA names it. Empty means the time zone of the workflow.',
		displayOptions: { show: inFields },
	},
	{
		displayName: 'Working Hours',
		name: 'hours',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Hours',
		default: { rows: [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }] },
		description:
			'When people work. Several rows for one day are added up and must not overlap; a time until before the start ends on the next day.',
		displayOptions: { show: inFields },
		options: [
			{
				name: 'rows',
				displayName: 'Hours',
				values: [
					{
						displayName: 'Weekdays',
						name: 'weekdays',
						type: 'multiOptions',
						options: weekdays.map((name, index) => ({ name, value: index + 1 })),
						default: [1, 2, 3, 4, 5],
					},
					{
						displayName: 'From',
						name: 'from',
						type: 'string',
						default: '08:00',
						placeholder: 'e.g. 08:00',
					},
					{
						displayName: 'Until',
						name: 'to',
						type: 'string',
						default: '17:00',
						placeholder: 'e.g. 17:00',
					},
				],
			},
		],
	},
	{
		displayName: 'Holidays',
		name: 'holidays',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-12-25, 2026-12-26',
		description: 'Days without work, as YYYY-MM-DD, separated by commas',
		displayOptions: { show: inFields },
	},
	{
		displayName: 'Special Days',
		name: 'specialDays',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Day',
		default: {},
		description: 'Days with hours of their own, such as the half day before a holiday',
		displayOptions: { show: inFields },
		options: [
			{
				name: 'rows',
				displayName: 'Day',
				values: [
					{
						displayName: 'Date',
						name: 'date',
						type: 'string',
						default: '',
						placeholder: 'e.g. 2026-12-24',
					},
					{
						displayName: 'From',
						name: 'from',
						type: 'string',
						default: '08:00',
						placeholder: 'e.g. 08:00',
					},
					{
						displayName: 'Until',
						name: 'to',
						type: 'string',
						default: '12:00',
						placeholder: 'e.g. 12:00',
					},
				],
			},
		],
	},
	{
		displayName: 'Calendar',
		name: 'calendarDocument',
		type: 'json',
		typeOptions: { rows: 12 },
		default: JSON.stringify(startingCalendar, null, 2),
		description:
			'Shifts by weekday (1 is Monday), holidays, days with hours of their own, and closures as instants in UTC',
		displayOptions: { show: { calendarSource: ['json'] } },
	},
	{
		displayName: 'Working Schedule Of',
		name: 'scheduleKind',
		type: 'options',
		options: [
			{
				name: 'A User',
				value: 'user',
				description: 'The schedule of one person, with their own absences',
			},
			{
				name: 'A Working Schedule by Name',
				value: 'schedule',
				description: 'One of Settings › Technical › Working Schedules',
			},
			{ name: 'The Company', value: 'company', description: 'The working hours of the company' },
		],
		default: 'company',
		displayOptions: { show: { calendarSource: ['odoo'] } },
	},
	{
		displayName: 'Name or Login',
		name: 'scheduleName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Standard 40 hours/week',
		description:
			'Name of the working schedule, login of the user, or name of the company. Empty means the company of the integration user.',
		displayOptions: { show: { calendarSource: ['odoo'] } },
	},
	...Object.entries({
		zone: 'The time zone is kept.',
		hours: 'The working hours are kept.',
		holidays: 'The holidays are kept.',
		specialDays: 'The special days are kept.',
	}).map(([name, words]) => keptAside(name, { calendarSource: ['json', 'odoo'] }, words)),
	keptAside(
		'calendarDocument',
		{ calendarSource: ['fields', 'odoo'] },
		'The JSON document is kept.',
	),
	...Object.entries({
		scheduleKind: 'Whose schedule of Odoo it is is kept.',
		scheduleName: 'The name of the schedule is kept.',
	}).map(([name, words]) => keptAside(name, { calendarSource: ['fields', 'json'] }, words)),
];
