import type { DateTime } from 'luxon';
import { daysUntil } from './daysUntil';

/**
 * Days from an instant until now, two decimals, rounded up; negative when it is still to come.
 * @param now ISO 8601
 */
export function daysSince(instant: DateTime, now: string): number {
	return -daysUntil(instant, now) || 0;
}
