import { IANAZone } from 'luxon';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Tells what the clocks of a zone showed at an instant, and when they show something. */
export interface WallClock {
	/** What the clock shows, written as the epoch milliseconds at which a clock in UTC shows it. */
	faceAt(instant: number): number;
	/**
	 * The first instant at which the clock shows a face, or has jumped past it.
	 *
	 * So a time that comes twice when clocks go back means its first coming, and one that is skipped
	 * when they go forward means the moment of the jump. Shifts that touch on paper touch in time.
	 */
	firstInstantOf(face: number): number;
}

/** @param zone IANA zone */
export function wallClockOf(zone: string): WallClock {
	const rules = IANAZone.create(zone);
	const offsetAt = (instant: number) => rules.offset(instant) * minuteMs;
	return {
		faceAt: (instant) => instant + offsetAt(instant),
		firstInstantOf: (face) => {
			const before = face - offsetAt(face - dayMs);
			const after = face - offsetAt(face + dayMs);
			if (before === after) return before;
			const shown = [before, after].filter((instant) => instant + offsetAt(instant) === face);
			// Neither reading shows the face: the clock jumped past it between the two.
			return shown.length > 0 ? Math.min(...shown) : findJump(after, before, offsetAt);
		},
	};
}

/** Halves the time between two instants until only the change of offset is left. */
function findJump(before: number, after: number, offsetAt: (instant: number) => number): number {
	if (after - before <= 1) return after;
	const middle = Math.floor((before + after) / 2);
	return offsetAt(middle) === offsetAt(before)
		? findJump(middle, after, offsetAt)
		: findJump(before, middle, offsetAt);
}
