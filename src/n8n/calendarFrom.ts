import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { CalendarInvalidError } from '../domain/sla/errors';
import { calendarOf, type ScheduleSource } from '../domain/sla/scheduleInOdoo';
import { workCalendarSchema, type WorkCalendar } from '../domain/sla/workCalendar';
import { ledgerFrom } from './odooClientFrom';
import { readDocument } from './readDocument';
import { ParameterInvalidError, parseParameters } from './readParameters';
import { splitByComma } from './splitByComma';

const rowsOf = <Row extends z.ZodTypeAny>(row: Row) =>
	// An empty text stands for rows that are kept aside while another way is shown.
	z
		.union([z.object({ rows: z.array(row).default([]) }), z.literal('')])
		.default('')
		.transform((given): Array<z.infer<Row>> => (given === '' ? [] : given.rows));

/** The fields by which a node is told when people work. */
export const calendarShape = {
	calendarSource: z.enum(['fields', 'json', 'odoo']).default('fields'),
	zone: z.string().default(''),
	hours: rowsOf(z.object({ weekdays: z.array(z.number()), from: z.string(), to: z.string() })),
	holidays: z.string().default(''),
	specialDays: rowsOf(z.object({ date: z.string(), from: z.string(), to: z.string() })),
	calendarDocument: z.unknown(),
	scheduleKind: z.enum(['company', 'schedule', 'user']).or(z.literal('')).default('company'),
	scheduleName: z.string().default(''),
};

type GivenCalendar = z.infer<z.ZodObject<typeof calendarShape>>;

/** Calendars read from Odoo while a node runs: many items count in the same one. */
const readBefore = new WeakMap<IExecuteFunctions, Map<string, Promise<WorkCalendar>>>();

/**
 * The work calendar that the fields describe, from Odoo in one call where it is kept there.
 *
 * @throws {ParameterInvalidError} names the field at fault
 * @throws {CalendarInvalidError} what Odoo has cannot be counted in
 */
export async function calendarFrom(
	context: IExecuteFunctions,
	itemIndex: number,
	given: GivenCalendar,
): Promise<WorkCalendar> {
	switch (given.calendarSource) {
		case 'fields':
			return calendarInFields(given, context.getTimezone());
		case 'json':
			return parse('calendarDocument', readDocument('calendarDocument', given.calendarDocument));
		case 'odoo':
			return await calendarInOdoo(context, itemIndex, given);
	}
}

function calendarInFields(given: GivenCalendar, workflowZone: string): WorkCalendar {
	const { zone, hours, holidays, specialDays } = given;
	const dates = [...new Set(specialDays.map(({ date }) => date.trim()))];
	return parseParameters(workCalendarSchema, {
		name: 'Working hours',
		zone: zone.trim() || workflowZone,
		hours: hours.flatMap(({ weekdays: days, from, to }) =>
			days.map((weekday) => ({ weekday, from, to })),
		),
		holidays: splitByComma(holidays),
		specialDays: dates.map((date) => ({
			date,
			hours: specialDays
				.filter((row) => row.date.trim() === date)
				.map(({ from, to }) => ({ from, to })),
		})),
	});
}

function parse(field: string, document: unknown): WorkCalendar {
	return parseParameters(z.object({ [field]: workCalendarSchema }), { [field]: document })[
		field
	] as WorkCalendar;
}

async function calendarInOdoo(
	context: IExecuteFunctions,
	itemIndex: number,
	{ scheduleKind, scheduleName }: GivenCalendar,
): Promise<WorkCalendar> {
	const kind = scheduleKind || 'company';
	const name = scheduleName.trim();
	if (kind !== 'company' && name === '') {
		const wanted = kind === 'user' ? 'the login of the user' : 'the name of the working schedule';
		throw new ParameterInvalidError(`scheduleName: give ${wanted}`);
	}
	const source: ScheduleSource = { kind, name: name || null };
	const known = readBefore.get(context) ?? new Map<string, Promise<WorkCalendar>>();
	readBefore.set(context, known);
	const key = JSON.stringify(source);
	const reading = known.get(key) ?? readSchedule(context, itemIndex, source);
	known.set(key, reading);
	return await reading;
}

async function readSchedule(
	context: IExecuteFunctions,
	itemIndex: number,
	source: ScheduleSource,
): Promise<WorkCalendar> {
	const ledger = await ledgerFrom(context, itemIndex);
	const since = new Date(Date.now() - YEAR_MS).toISOString();
	const answer = await ledger.execute<'calendar'>({ command: 'calendar', source, since });
	if (answer.status === 'missing') throw new CalendarInvalidError(answer.message);
	return calendarOf(answer.schedule);
}

/** A clock may be started late, or counted anew: what closed in the year before still counts. */
const YEAR_MS = 366 * 24 * 60 * 60_000;
