import { spanOf } from './timeOfDay';
import type { Shift, WorkCalendar } from './workCalendar';

const dayMs = 24 * 60 * 60_000;
/** Days from Monday, 1 January of the year 1, to 1 January 1970. */
const EPOCH_DAY = 719_162;

/** A shift in minutes since the midnight of the day on which it begins. */
export interface Span {
	begin: number;
	end: number;
}

/** The shifts that begin on a day, by their beginning; days are counted from 1 January 1970. */
export type ShiftsByDay = (day: number) => readonly Span[];

const compiled = new WeakMap<WorkCalendar, ShiftsByDay>();

/** Looks a calendar's days up once, however often its time is counted. */
export function shiftsByDay(calendar: WorkCalendar): ShiftsByDay {
	const known = compiled.get(calendar);
	if (known) return known;
	const shiftsOn = compile(calendar);
	compiled.set(calendar, shiftsOn);
	return shiftsOn;
}

function compile({ hours, holidays, specialDays }: WorkCalendar): ShiftsByDay {
	const regular = Array.from({ length: 14 }, (_, index) => {
		const week = index < 7 ? 'first' : 'second';
		const weekday = (index % 7) + 1;
		return spansOf(
			hours.filter((shift) => shift.weekday === weekday && (shift.week ?? week) === week),
		);
	});
	const special = new Map<number, readonly Span[]>();
	for (const { date, hours: shifts } of specialDays) special.set(dayOf(date), spansOf(shifts));
	for (const date of holidays) special.set(dayOf(date), []);
	return (day) => special.get(day) ?? regular[(day + EPOCH_DAY) % 14] ?? [];
}

function dayOf(date: string): number {
	return Date.parse(date) / dayMs;
}

function spansOf(shifts: readonly Shift[]): Span[] {
	return shifts.map(spanOf).sort((left, right) => left.begin - right.begin);
}
