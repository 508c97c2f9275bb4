import { DateTime } from 'luxon';

const dateOnly = /^\d{4}-\d\d-\d\d$/;
const dateShape = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-][01]\d:[0-5]\d)?)?$/;

/** An instant in a zone, or `null` for what is no date, or one that does not exist. A day is its beginning. */
export function readDate(text: unknown, timeZone: string): DateTime | null {
	if (typeof text !== 'string' || !dateShape.test(text)) return null;
	const instant = DateTime.fromISO(text, { zone: timeZone });
	return instant.isValid ? instant : null;
}

/** Calendar days from one instant to another in a zone: 1 from tonight to tomorrow morning. */
export function daysBetween(from: DateTime, to: DateTime): number {
	return Math.round(to.startOf('day').diff(from.startOf('day'), 'days').days);
}

/** The last instant of what a text says: of the whole day when it says no time. */
export function endOf(text: string, instant: DateTime): DateTime {
	return dateOnly.test(text) ? instant.endOf('day') : instant;
}
