import { DateTime } from 'luxon';

/**
 * Writes an instant as the reader's clock shows it, with the zone beside it.
 *
 * @param instant ISO 8601
 * @param zone IANA zone; an unknown one counts as UTC
 */
export function formatInstant(instant: string, zone: string): string {
	return inZone(instant, zone).toFormat('ccc d LLL yyyy, HH:mm (z)');
}

/** The distance in the largest unit that says enough: `in 3 hours`, `2 days ago`. */
export function formatDistance(instant: string, now: string): string {
	const there = DateTime.fromISO(instant);
	return there.toRelative({ base: DateTime.fromISO(now), locale: 'en' }) ?? '';
}

function inZone(instant: string, zone: string): DateTime {
	const local = DateTime.fromISO(instant, { zone: zone || 'utc', locale: 'en' });
	return local.isValid ? local : DateTime.fromISO(instant, { zone: 'utc', locale: 'en' });
}
