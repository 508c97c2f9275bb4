import { DateTime } from 'luxon';
import type { Language } from '../domain/languages';

/** Of the English that is spoken, the one that writes the day before the month and knows no noon. */
const locales: Readonly<Record<Language, string>> = { de: 'de', en: 'en-GB', es: 'es', fr: 'fr' };

/**
 * Writes an instant as the reader's clock shows it, with the zone beside it.
 *
 * @param instant ISO 8601
 * @param zone IANA zone; an unknown one counts as UTC
 */
export function formatInstant(instant: string, zone: string, language: Language): string {
	const local = inZone(instant, zone).setLocale(locales[language]);
	return local.toFormat(`${dayFormats[language]}, HH:mm (z)`);
}

/** The same without the zone, where it is said beside it. */
export function formatClock(instant: string, zone: string, language: Language): string {
	const local = inZone(instant, zone).setLocale(locales[language]);
	return local.toFormat(`${dayFormats[language]}, HH:mm`);
}

const dayFormats: Readonly<Record<Language, string>> = {
	de: 'ccc d. LLL yyyy',
	en: 'ccc d LLL yyyy',
	es: 'ccc d LLL yyyy',
	fr: 'ccc d LLL yyyy',
};

/** The distance in the largest unit that says enough: `in 3 hours`, `2 days ago`. */
export function formatDistance(instant: string, now: string, language: Language): string {
	const there = DateTime.fromISO(instant);
	return there.toRelative({ base: DateTime.fromISO(now), locale: locales[language] }) ?? '';
}

function inZone(instant: string, zone: string): DateTime {
	const local = DateTime.fromISO(instant, { zone: zone || 'utc' });
	return local.isValid ? local : DateTime.fromISO(instant, { zone: 'utc' });
}
