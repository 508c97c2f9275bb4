import { DateTime, Duration } from 'luxon';
import type { Language } from '../domain/languages';

/** Of the English that is spoken, the one that writes the day before the month and knows no noon. */
export const locales: Readonly<Record<Language, string>> = {
	de: 'de',
	en: 'en-GB',
	es: 'es',
	fr: 'fr',
};

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

/** The same to the second, for what follows close upon each other. */
export function formatSecond(instant: string, zone: string, language: Language): string {
	const local = inZone(instant, zone).setLocale(locales[language]);
	return local.toFormat(`${dayFormats[language]}, HH:mm:ss`);
}

/**
 * Writes how long something took, in its two largest units: `3 hrs 12 mins`.
 *
 * @param seconds tenths are written below ten seconds
 */
export function formatDuration(seconds: number, language: Language): string {
	const rounded = Math.round(seconds / finenessOf(seconds)) * finenessOf(seconds);
	const { days, hours, minutes, ...rest } = Duration.fromObject({ seconds: rounded })
		.shiftTo('days', 'hours', 'minutes', 'seconds')
		.toObject();
	const counts = { day: days, hour: hours, minute: minutes, second: rest.seconds };
	const written = Object.entries(counts).flatMap(([unit, count = 0]) =>
		count > 0 ? [countOf(unit, count, language)] : [],
	);
	return written.length > 0 ? written.join(' ') : countOf('second', 0, language);
}

function countOf(unit: string, count: number, language: Language): string {
	const short = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
	return new Intl.NumberFormat(locales[language], short).format(count);
}

/** What is too small to matter beside so many seconds. */
function finenessOf(seconds: number): number {
	if (seconds < 10) return 0.1;
	if (seconds < 3_600) return 1;
	return seconds < 86_400 ? 60 : 3_600;
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
