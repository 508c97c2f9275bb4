import { IANAZone } from 'luxon';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Some four years of days, since asking for an offset is what takes time. */
const MOST_REMEMBERED = 1_500;

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

const clocks = new Map<string, WallClock>();

/** @param zone IANA zone */
export function wallClockOf(zone: string): WallClock {
	const known = clocks.get(zone);
	if (known) return known;
	const clock = makeWallClock(IANAZone.create(zone));
	clocks.set(zone, clock);
	return clock;
}

function makeWallClock(rules: IANAZone): WallClock {
	const offsetAt = (instant: number) => rules.offset(instant) * minuteMs;
	const offsetOfDay = remember((day: number) => offsetAt(day * dayMs));
	return {
		faceAt: (instant) => instant + offsetAt(instant),
		firstInstantOf: (face) => {
			// No zone is more than a day away from UTC, so a change on that day lies between the two.
			const day = Math.floor(face / dayMs);
			const before = face - offsetOfDay(day - 1);
			const after = face - offsetOfDay(day + 2);
			if (before === after) return before;
			const shown = [before, after].filter((instant) => instant + offsetAt(instant) === face);
			// Neither reading shows the face: the clock jumped past it between the two.
			return shown.length > 0 ? Math.min(...shown) : findJump(after, before, offsetAt);
		},
	};
}

function remember(compute: (key: number) => number): (key: number) => number {
	const known = new Map<number, number>();
	return (key) => {
		const found = known.get(key);
		if (found !== undefined) return found;
		if (known.size >= MOST_REMEMBERED) known.clear();
		const value = compute(key);
		known.set(key, value);
		return value;
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
