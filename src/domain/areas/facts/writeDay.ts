import type { DateTime } from 'luxon';

/** A day as people read it: `2026-01-31`, or that there is none. */
export function writeDay(day: DateTime | null): string {
	return day?.toFormat('yyyy-MM-dd') ?? 'no date';
}
