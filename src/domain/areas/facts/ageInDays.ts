import { DateTime } from 'luxon';

/**
 * How many days old something is, two decimals, rounded down: rather younger than older, for what is
 * the more doubtful the newer it is; 0 where its time has not come yet.
 * @param now ISO 8601
 */
export function ageInDays(since: DateTime, now: string): number {
	const days = DateTime.fromISO(now, { zone: 'utc' }).diff(since).as('days');
	return Math.max(0, Math.floor(days * 100) / 100);
}
