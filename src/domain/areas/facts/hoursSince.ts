import { DateTime } from 'luxon';
import { roundedUp } from './rounded';

/**
 * Hours since an instant, two decimals, rounded up; 0 where it has not come yet.
 * @param now ISO 8601
 */
export function hoursSince(instant: DateTime, now: string): number {
	const hours = DateTime.fromISO(now, { zone: 'utc' }).diff(instant).as('hours');
	return Math.max(0, roundedUp(hours));
}
