import { gapsFrom, outsideOf } from './gaps';
import { shiftsByDay } from './shiftsByDay';
import { wallClockOf } from './wallClock';
import type { Stretch, WorkCalendar } from './workCalendar';

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
 * Intervals come in order and never overlap. Each day ends with an empty one, so that whoever walks can
 * tell when to give up.
 *
 * @param from epoch milliseconds
 * @param pauses stretches in which time does not count either
 */
export function* workingIntervals(
	from: number,
	calendar: WorkCalendar,
	pauses: readonly Stretch[] = [],
): Generator<WorkingInterval, never> {
	const clock = wallClockOf(calendar.zone);
	const shiftsOn = shiftsByDay(calendar);
	const gaps = gapsFrom([...calendar.closures, ...pauses], from);
	let reached = from;
	// A shift of the day before may run over midnight.
	for (let day = Math.floor(clock.faceAt(from) / dayMs) - 1; ; day += 1) {
		for (const { begin, end } of shiftsOn(day)) {
			const start = Math.max(clock.firstInstantOf(day * dayMs + begin * minuteMs), reached);
			const stop = clock.firstInstantOf(day * dayMs + end * minuteMs);
			if (stop <= start) continue;
			yield* outsideOf(gaps, { start, end: stop });
			reached = stop;
		}
		const midnight = Math.max(clock.firstInstantOf((day + 1) * dayMs), reached);
		yield { start: midnight, end: midnight };
	}
}
