import type { DateTime } from 'luxon';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * The first instant (epoch milliseconds) at which clocks in a zone show a time of day, or have jumped past it.
 *
 * So a time that comes twice when clocks go back means its first coming, and one that is skipped
 * when they go forward means the moment of the jump. Shifts that touch on paper touch in time.
 *
 * @param day any instant of the day, in the zone that is meant
 * @param minutes since midnight on the clock's face; 1440 and more are on the next day
 */
export function instantOnClock(day: DateTime, minutes: number): number {
	const face = Date.UTC(day.year, day.month - 1, day.day) + minutes * minuteMs;
	const offsetAt = (instant: number) => day.zone.offset(instant) * minuteMs;
	const readings = [face - offsetAt(face - dayMs), face - offsetAt(face + dayMs)];
	const shown = readings.filter((instant) => instant + offsetAt(instant) === face);
	return shown.length > 0
		? Math.min(...shown)
		: findJump(Math.min(...readings), Math.max(...readings), offsetAt);
}

/** Halves the time between two instants until only the change of offset is left. */
function findJump(before: number, after: number, offsetAt: (instant: number) => number): number {
	if (after - before <= 1) return after;
	const middle = Math.floor((before + after) / 2);
	return offsetAt(middle) === offsetAt(before)
		? findJump(middle, after, offsetAt)
		: findJump(before, middle, offsetAt);
}
