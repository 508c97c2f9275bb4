import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { alwaysOpen, workCalendarSchema, type WorkCalendar } from '../domain/sla/workCalendar';
import { parseParameters } from './readParameters';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The fields in which an analyst describes when people work. */
export const calendarFields: INodeProperties[] = [
	{
		displayName: 'Time Zone',
		name: 'zone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Berlin',
		description:
			'Zone of the working hours, as the IANA names it. Empty means the time zone of the workflow.',
	},
	{
		displayName: 'Working Hours',
		name: 'hours',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Hours',
		default: { rows: [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }] },
		description:
			'When people work. Several rows for one day are added up; a time until before the start ends on the next day.',
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
	},
];

const calendarParameters = z.object({
	zone: z.string(),
	hours: z.object({
		rows: z
			.array(z.object({ weekdays: z.array(z.number()), from: z.string(), to: z.string() }))
			.default([]),
	}),
	holidays: z.string(),
});

export const calendarShape = calendarParameters.shape;

/**
 * The work calendar that the fields describe.
 *
 * @param workflowZone zone to use when none is given
 * @throws {ParameterInvalidError} names the field at fault
 */
export function calendarFrom(
	{ zone, hours, holidays }: z.infer<typeof calendarParameters>,
	workflowZone: string,
): WorkCalendar {
	return parseParameters(workCalendarSchema, {
		name: 'Working hours',
		zone: zone.trim() || workflowZone,
		hours: hours.rows.flatMap(({ weekdays: days, from, to }) =>
			days.map((weekday) => ({ weekday, from, to })),
		),
		holidays: holidays
			.split(',')
			.map((day) => day.trim())
			.filter((day) => day !== ''),
	});
}

/** The calendar to count in: some matters do not wait for office hours. */
export function calendarFor(calendar: WorkCalendar, aroundTheClock: boolean): WorkCalendar {
	return aroundTheClock ? alwaysOpen : calendar;
}
