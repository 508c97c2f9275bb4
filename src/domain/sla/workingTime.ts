import { DateTime } from 'luxon';
import { CalendarEmptyError } from './errors';
import { workingIntervals } from './workingIntervals';
import type { Stretch, WorkCalendar } from './workCalendar';

const minuteMs = 60_000;
/** A calendar may rest for two years; one that rests longer is taken for a mistake. */
const patienceMs = 2 * 366 * 24 * 60 * minuteMs;

/**
 * The instant (in UTC) at which so much working time has passed since `start`.
 *
 * A target that ends with a shift is due at the end of that shift, not when the next one begins.
 *
 * @param pauses stretches in which no time counts
 * @throws {CalendarEmptyError} no working time comes within two years
 */
export function addWorkingMinutes(
	start: DateTime,
	minutes: number,
	calendar: WorkCalendar,
	pauses: readonly Stretch[] = [],
): DateTime {
	let remaining = Math.round(minutes * minuteMs);
	if (remaining <= 0) return start.toUTC();
	let lastWork = start.toMillis();
	for (const interval of workingIntervals(start.toMillis(), calendar, pauses)) {
		const work = interval.end - interval.start;
		if (remaining <= work) return DateTime.fromMillis(interval.start + remaining, { zone: 'utc' });
		if (interval.start - lastWork > patienceMs) break;
		remaining -= work;
		if (work > 0) lastWork = interval.end;
	}
	throw new CalendarEmptyError(calendar.name);
}

/** Working time between two instants; 0 when the end is not after the start. */
export function workingMinutesBetween(
	start: DateTime,
	end: DateTime,
	calendar: WorkCalendar,
	pauses: readonly Stretch[] = [],
): number {
	let worked = 0;
	for (const interval of workingIntervals(start.toMillis(), calendar, pauses)) {
		if (interval.start >= end.toMillis()) break;
		worked += Math.min(interval.end, end.toMillis()) - interval.start;
	}
	return worked / minuteMs;
}
