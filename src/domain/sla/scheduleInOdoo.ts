import { z } from 'zod';
import { CalendarInvalidError } from './errors';
import { workCalendarSchema, type WorkCalendar } from './workCalendar';

/** Whose working schedule in Odoo is counted in. */
export const scheduleSourceSchema = z.object({
	kind: z.enum(['company', 'schedule', 'user']),
	/** Name of the company (`null`: that of the integration user) or schedule, or login of the user. */
	name: z.string().min(1).nullable(),
});

/** A working schedule as Odoo has it. */
export const scheduleSchema = z.object({
	name: z.string(),
	zone: z.string(),
	/** Whether people may work at any time. */
	flexible: z.boolean(),
	shifts: z.array(
		z.object({
			/** 1 is Monday. */
			weekday: z.number().int().min(1).max(7),
			/** Hours since midnight, in decimals. */
			from: z.number().min(0).max(24),
			to: z.number().min(0).max(24),
			week: z.enum(['first', 'second']).nullable(),
		}),
	),
	/** Public holidays, closures and, for a user, their own absences. */
	leaves: z.array(z.object({ from: z.string().datetime(), to: z.string().datetime() })),
});

export type ScheduleSource = z.infer<typeof scheduleSourceSchema>;
export type Schedule = z.infer<typeof scheduleSchema>;

/** Odoo writes the end of a day as one second before midnight. */
const LAST_SECOND = ':59.000Z';

/**
 * The calendar that a working schedule of Odoo describes.
 *
 * @throws {CalendarInvalidError} it has no hours that could be counted, or such as cannot be
 */
export function calendarOf(schedule: Schedule): WorkCalendar {
	const { name, zone, flexible, shifts, leaves } = schedule;
	const refuse = (why: string) =>
		new CalendarInvalidError(`The working schedule "${name}" in Odoo ${why}`);
	if (flexible) throw refuse('has flexible hours, so there are none to count; choose another one');
	if (shifts.length === 0) throw refuse('has no working hours');
	const parsed = workCalendarSchema.safeParse({
		name,
		zone,
		hours: shifts.map(({ weekday, from, to, week }) => ({
			weekday,
			from: timeOfDay(from),
			to: timeOfDay(to),
			...(week && { week }),
		})),
		holidays: [],
		closures: leaves.map(({ from, to }) => ({ from, to: wholeMinute(to) })),
	});
	if (parsed.success) return parsed.data;
	const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
	throw refuse(`cannot be counted in: ${faults.join('; ')}`);
}

function timeOfDay(hours: number): string {
	const minutes = Math.round(hours * 60);
	const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function wholeMinute(instant: string): string {
	if (!instant.endsWith(LAST_SECOND)) return instant;
	return new Date(Date.parse(instant) + 1000).toISOString();
}
