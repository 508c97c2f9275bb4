import { DateTime } from 'luxon';

/**
 * Days from now until an instant, two decimals, rounded down; negative when it has passed.
 * @param now ISO 8601
 */
export function daysUntil(instant: DateTime, now: string): number {
	const days = instant.diff(DateTime.fromISO(now, { zone: 'utc' })).as('days');
	return Math.floor(days * 100) / 100;
}
