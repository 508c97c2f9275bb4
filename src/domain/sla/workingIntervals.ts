import type { DateTime } from 'luxon';
import { instantOnClock } from './wallClock';
import type { WorkCalendar } from './workCalendar';

/** A stretch of working time, in epoch milliseconds; the end does not belong to it. */
export interface WorkingInterval {
	start: number;
	end: number;
}

/**
 * Walks the working time of a calendar from an instant on, without end.
 *
 * Intervals come in order and never overlap. A day without shifts yields an empty one at its
 * midnight, so that whoever walks can tell when to give up.
 */
export function* workingIntervals(
	from: DateTime,
	calendar: WorkCalendar,
): Generator<WorkingInterval, never> {
	let reached = from.toMillis();
	// A shift of the day before may run over midnight.
	let day = from.setZone(calendar.zone).startOf('day').minus({ days: 1 });
	for (;;) {
		const shifts = shiftsOf(day, calendar);
		for (const shift of shifts) {
			const start = Math.max(shift.start, reached);
			if (shift.end <= start) continue;
			yield { start, end: shift.end };
			reached = shift.end;
		}
		if (shifts.length === 0) yield { start: day.toMillis(), end: day.toMillis() };
		day = day.plus({ days: 1 });
	}
}

/** The shifts that begin on a day, by their beginning. */
function shiftsOf(day: DateTime, { hours, holidays }: WorkCalendar): WorkingInterval[] {
	if (holidays.includes(day.toFormat('yyyy-MM-dd'))) return [];
	return hours
		.filter(({ weekday }) => weekday === day.weekday)
		.map(({ from, to }) => {
			const begin = minutesOf(from);
			const end = minutesOf(to) > begin ? minutesOf(to) : minutesOf(to) + 24 * 60;
			return { start: instantOnClock(day, begin), end: instantOnClock(day, end) };
		})
		.sort((left, right) => left.start - right.start);
}

function minutesOf(timeOfDay: string): number {
	const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
	return hours * 60 + minutes;
}
