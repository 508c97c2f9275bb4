import { DateTime } from 'luxon';
import type { periodUnits } from '../../domain/insights/figures';
import type { Language } from '../../domain/languages';
import { formatAmount } from '../formatAmount';
import { locales } from '../formatInstant';

export type PeriodUnit = (typeof periodUnits)[number];

/** What stands for a figure that is not known; never 0. */
export const UNKNOWN = '–';

const dayFormats: Readonly<Record<Language, string>> = {
	de: 'd. LLL',
	en: 'd LLL',
	es: 'd LLL',
	fr: 'd LLL',
};

const unitsOfTime = [
	{ unit: 'day', seconds: 86_400, from: 172_800 },
	{ unit: 'hour', seconds: 3_600, from: 5_400 },
	{ unit: 'minute', seconds: 60, from: 90 },
	{ unit: 'second', seconds: 1, from: 0 },
] as const;

/** Writes a number as the language does: `1,234.5`, `1.234,5`. */
export function formatCount(count: number | null, language: Language): string {
	return count === null ? UNKNOWN : formatAmount(count, null, language);
}

/** Writes a share between 0 and 1: `12.5%`, `12,5 %`. */
export function formatShare(share: number | null, language: Language): string {
	if (share === null) return UNKNOWN;
	return new Intl.NumberFormat(locales[language], {
		style: 'percent',
		maximumFractionDigits: 1,
	}).format(share);
}

/** Writes how long something takes, in the unit that says enough: `40 sec`, `5.2 hrs`, `3 days`. */
export function formatDuration(seconds: number | null, language: Language): string {
	if (seconds === null) return UNKNOWN;
	const [fitting] = unitsOfTime.filter(({ from }) => seconds >= from);
	if (!fitting) return UNKNOWN;
	const value = seconds / fitting.seconds;
	return new Intl.NumberFormat(locales[language], {
		style: 'unit',
		unit: fitting.unit,
		unitDisplay: 'short',
		maximumFractionDigits: value < 10 ? 1 : 0,
	}).format(value);
}

/** The same of hours; `undefined` where there is no figure. */
export function formatHours(hours: number | null | undefined, language: Language): string {
	return formatDuration(hours === null || hours === undefined ? null : hours * 3_600, language);
}

/** Writes how long ago an instant is; both are ISO 8601, and nothing is younger than now. */
export function formatAge(instant: string | null, now: string, language: Language): string {
	if (instant === null) return UNKNOWN;
	const seconds = Math.floor((Date.parse(now) - Date.parse(instant)) / 1_000);
	return formatDuration(Math.max(0, seconds), language);
}

/** Writes a period by its first moment, on the clock of its zone: `23 Nov`, `Nov 2026`. */
export function formatPeriod(key: string, unit: PeriodUnit, language: Language): string {
	const start = DateTime.fromISO(key, { zone: 'utc' }).setLocale(locales[language]);
	if (unit === 'month') return start.toFormat('LLL yyyy');
	const day = dayFormats[language];
	return start.toFormat(unit === 'hour' ? `${day}, HH:mm` : day);
}
