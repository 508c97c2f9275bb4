import { spanOf } from './timeOfDay';

const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** A shift that comes every week, or every other. */
interface RegularShift {
	weekday: number;
	from: string;
	to: string;
	week?: 'first' | 'second' | undefined;
}

/** Two shifts of which the later begins before the earlier has ended; `null` when there are none. */
export function findOverlap<Shift extends RegularShift>(
	hours: readonly Shift[],
): [Shift, Shift] | null {
	const placed = hours
		.flatMap(place)
		.sort((left, right) => left.begin - right.begin || left.end - right.end);
	const [first] = placed;
	if (!first) return null;
	// After two weeks it begins anew: what runs over the last midnight meets the first shift.
	const again = { ...first, begin: first.begin + 2 * WEEK };
	const index = placed.findIndex(({ end }, at) => (placed[at + 1] ?? again).begin < end);
	const earlier = placed[index];
	return earlier ? [earlier.shift, (placed[index + 1] ?? again).shift] : null;
}

/** The shift in each week of two, in minutes since the beginning of a first week. */
function place<Shift extends RegularShift>(shift: Shift) {
	const { begin, end } = spanOf(shift);
	const weeks = shift.week ? [{ first: 0, second: 1 }[shift.week]] : [0, 1];
	return weeks.map((week) => {
		const midnight = week * WEEK + (shift.weekday - 1) * DAY;
		return { shift, begin: midnight + begin, end: midnight + end };
	});
}
