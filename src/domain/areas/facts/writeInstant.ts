import type { DateTime } from 'luxon';

/** A date and time for people: `2030-03-04 10:30 UTC`. */
export function writeInstant(instant: DateTime | null): string {
	return instant?.toFormat('yyyy-MM-dd HH:mm ZZZZ') ?? 'no date';
}
