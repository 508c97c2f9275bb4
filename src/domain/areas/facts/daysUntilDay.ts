import { DateTime } from 'luxon';

/**
 * Whole calendar days from today (in UTC) until a day: 0 on the day itself, negative when it has
 * passed.
 * @param day its midnight in UTC
 * @param now ISO 8601
 */
export function daysUntilDay(day: DateTime, now: string): number {
	const today = DateTime.fromISO(now, { zone: 'utc' }).startOf('day');
	return Math.round(day.diff(today).as('days'));
}
