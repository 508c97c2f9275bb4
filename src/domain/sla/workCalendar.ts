import { z } from 'zod';
import { timeZoneSchema } from '../timeZone';
import { findOverlap } from './findOverlap';

/** `HH:mm`, and `24:00` for the end of the day. */
const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time such as 08:30');
const day = z.string().date();
const instant = z.string().datetime();

/** More than any house has; a longer list is a mistake, or an attack. */
const MOST_ENTRIES = 2_000;

const shiftShape = {
	from: timeOfDay,
	/** Before `from`: on the next day. */
	to: timeOfDay,
};
const lasts = ({ from, to }: { from: string; to: string }) => from !== to;
const LASTS = 'begins and ends at once; a whole day is 00:00 to 24:00';

const shiftSchema = z.object(shiftShape).strict().refine(lasts, LASTS);

const weeklyShiftSchema = z
	.object({
		...shiftShape,
		/** 1 is Monday, 7 is Sunday. */
		weekday: z.number().int().min(1).max(7),
		/**
		 * In every other week only: weeks are counted from Monday, 1 January of the year 1, whose week
		 * is a first one. So does Odoo.
		 */
		week: z.enum(['first', 'second']).optional(),
	})
	.strict()
	.refine(lasts, LASTS);

const stretchSchema = z
	.object({ from: instant, to: instant })
	.strict()
	.refine(({ from, to }) => Date.parse(from) < Date.parse(to), 'must end after it begins');

/** When people work. Hours and days are meant as the clocks of the zone show them. */
export const workCalendarSchema = z
	.object({
		/** For people. */
		name: z.string().min(1),
		/** IANA zone. */
		zone: timeZoneSchema,
		/** Shifts; several a day are allowed, as long as none begins before another has ended. */
		hours: z.array(weeklyShiftSchema).min(1).max(MOST_ENTRIES).superRefine(assertApart),
		/** Days on which no shift begins, `YYYY-MM-DD`; the shift of the evening before runs to its end. */
		holidays: z.array(day).max(MOST_ENTRIES),
		/** Days with shifts of their own instead of the weekday's, such as the half day before a holiday. */
		specialDays: z
			.array(z.object({ date: day, hours: z.array(shiftSchema).max(MOST_ENTRIES) }).strict())
			.max(MOST_ENTRIES)
			.superRefine(assertDifferentDays)
			.default([]),
		/** Stretches in which nobody works, whatever the shifts; ISO 8601 in UTC. */
		closures: z.array(stretchSchema).max(MOST_ENTRIES).default([]),
	})
	.strict();

export type WorkCalendar = z.infer<typeof workCalendarSchema>;
export type WeeklyShift = z.infer<typeof weeklyShiftSchema>;
export type Shift = z.infer<typeof shiftSchema>;
export type Stretch = z.infer<typeof stretchSchema>;

/** Every minute counts. */
export const alwaysOpen: WorkCalendar = {
	name: 'Around the clock',
	zone: 'UTC',
	hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
	holidays: [],
	specialDays: [],
	closures: [],
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function assertApart(hours: readonly WeeklyShift[], context: z.RefinementCtx): void {
	const overlap = findOverlap(hours);
	if (!overlap) return;
	const [earlier, later] = overlap.map(
		({ weekday, from, to }) => `${weekdays[weekday - 1] ?? ''} ${from}–${to}`,
	);
	context.addIssue({
		code: 'custom',
		message: `${earlier ?? ''} and ${later ?? ''} overlap; give each stretch of working time once`,
	});
}

function assertDifferentDays(
	days: ReadonlyArray<{ date: string }>,
	context: z.RefinementCtx,
): void {
	const twice = days.find(({ date }, index) => days.findIndex((one) => one.date === date) < index);
	if (twice) context.addIssue({ code: 'custom', message: `${twice.date} is given twice` });
}
