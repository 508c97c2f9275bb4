import { wallClockOf, type WallClock } from './wallClock';
import type { WorkCalendar } from './workCalendar';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

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
 *
 * @param from epoch milliseconds
 */
export function* workingIntervals(
	from: number,
	calendar: WorkCalendar,
): Generator<WorkingInterval, never> {
	const clock = wallClockOf(calendar.zone);
	let reached = from;
	// A shift of the day before may run over midnight.
	let midnight = Math.floor(clock.faceAt(from) / dayMs) * dayMs - dayMs;
	for (;;) {
		const shifts = shiftsOf(midnight, calendar, clock);
		for (const shift of shifts) {
			const start = Math.max(shift.start, reached);
			if (shift.end <= start) continue;
			yield { start, end: shift.end };
			reached = shift.end;
		}
		if (shifts.length === 0) yield { start: midnight, end: midnight };
		midnight += dayMs;
	}
}

/**
 * The shifts that begin on a day, by their beginning.
 * @param midnight of that day, on the clock's face
 */
function shiftsOf(
	midnight: number,
	{ hours, holidays }: WorkCalendar,
	clock: WallClock,
): WorkingInterval[] {
	const day = new Date(midnight);
	if (holidays.includes(day.toISOString().slice(0, 10))) return [];
	return hours
		.filter(({ weekday }) => weekday % 7 === day.getUTCDay())
		.map(({ from, to }) => {
			const begin = minutesOf(from);
			const end = minutesOf(to) > begin ? minutesOf(to) : minutesOf(to) + 24 * 60;
			return {
				start: clock.firstInstantOf(midnight + begin * minuteMs),
				end: clock.firstInstantOf(midnight + end * minuteMs),
			};
		})
		.sort((left, right) => left.start - right.start);
}

function minutesOf(timeOfDay: string): number {
	const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
	return hours * 60 + minutes;
}
