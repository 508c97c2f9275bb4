import { DateTime } from 'luxon';
import { languages, type Language } from '../../domain/languages';
import { markRead } from './markRead';

/**
 * How a day is written.
 *
 * - `full`: with its year
 * - `yearless`: the year is the next in which the day comes
 * - `ambiguous`: day and month may be the other way round
 * - `relative`: counted from some other day, such as "in two weeks" or "next Friday"
 */
export type DateWriting = 'full' | 'yearless' | 'ambiguous' | 'relative';

export interface DateInText {
	index: number;
	/** As it stands in the text. */
	text: string;
	/** Days that it may mean, ISO 8601; of a period the first and the last. */
	days: string[];
	writing: DateWriting;
}

/** Finds the dates in a text. `today` (ISO 8601) is where relative ones are counted from. */
export type DateReader = (text: string, today: string) => DateInText[];

type Chrono = Awaited<ReturnType<typeof loadChrono>>;
type Parsed = ReturnType<Chrono['parse']>[number];

const iso = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?(?![\d-])/g;
const numeric = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g;
const yearless = /(?<![\d.,])(\d{1,2})\.(\d{1,2})\.(?!\d)/g;

/** Loads what knows the names of months and days, when it is first needed. */
export async function loadDateReader(spoken: readonly Language[] = languages): Promise<DateReader> {
	const chrono = await loadChrono();
	return (text, today) => {
		const found: DateInText[] = [];
		let rest = text;
		const ways = [
			...writtenInDigits(today, spoken).map((way) => inDigits(way)),
			...spoken.map((language) => inWords(chrono, language, today)),
		];
		for (const read of ways) {
			const dates = read(rest);
			found.push(...dates);
			rest = markRead(rest, dates);
		}
		return found.sort((left, right) => left.index - right.index);
	};
}

async function loadChrono() {
	return await import('chrono-node');
}

type Way = (text: string) => DateInText[];
type Read = (match: RegExpExecArray) => Pick<DateInText, 'days' | 'writing'> | null;

function inDigits([pattern, read]: [RegExp, Read]): Way {
	return (text) =>
		[...text.matchAll(pattern)].flatMap((match) => {
			const date = read(match);
			return date ? [{ index: match.index, text: match[0], ...date }] : [];
		});
}

function writtenInDigits(today: string, spoken: readonly Language[]): Array<[RegExp, Read]> {
	const always: Array<[RegExp, Read]> = [
		[iso, ([, year, month, day]) => known([dayOf(year, month, day)], 'full')],
		[numeric, readNumeric],
	];
	// Elsewhere "12.5." is a number at the end of a sentence.
	if (!spoken.includes('de')) return always;
	const next: Read = ([, day, month]) =>
		known([nextDay(DateTime.fromISO(today), day, month)], 'yearless');
	return [...always, [yearless, next]];
}

/** With points the day comes first; with strokes it depends on who writes. */
function readNumeric([, first, sign, second, year = '']: RegExpExecArray): ReturnType<Read> {
	const full = year.length === 2 ? `20${year}` : year;
	const dayFirst = dayOf(full, second, first);
	const monthFirst = sign === '.' ? null : dayOf(full, first, second);
	return known([dayFirst, monthFirst], 'full');
}

function known(days: Array<string | null>, writing: DateWriting): ReturnType<Read> {
	const valid = [...new Set(days.filter((day) => day !== null))];
	if (valid.length === 0) return null;
	return { days: valid, writing: valid.length > 1 ? 'ambiguous' : writing };
}

function dayOf(year = '', month = '', day = ''): string | null {
	const date = DateTime.fromObject({ year: +year, month: +month, day: +day }, { zone: 'utc' });
	return date.toISODate();
}

function nextDay(today: DateTime, day = '', month = ''): string | null {
	const thisYear = dayOf(String(today.year), month, day);
	if (thisYear === null || thisYear >= (today.toISODate() ?? '')) return thisYear;
	return dayOf(String(today.year + 1), month, day);
}

function inWords(chrono: Chrono, language: Language, today: string): Way {
	const reference = { instant: new Date(`${today.slice(0, 10)}T12:00:00Z`), timezone: 0 };
	return (text) =>
		chrono[language].casual
			.parse(text, reference, { forwardDate: true })
			.flatMap((parsed) => readParsed(parsed));
}

function readParsed(parsed: Parsed): DateInText[] {
	const { index, start, end } = parsed;
	const writing = writingOf(parsed);
	if (writing === null) return [];
	const days = [start, end].flatMap((part) => {
		if (!part) return [];
		const numbers = [part.get('year'), part.get('month'), part.get('day')].map(String);
		return dayOf(...numbers) ?? [];
	});
	return [{ index, text: parsed.text, days: [...new Set(days)], writing }];
}

/** `null` when no day is meant: a month, a time of day, or a number that looks like one. */
function writingOf(parsed: Parsed): DateWriting | null {
	const { start, text } = parsed;
	const tags = [...parsed.tags()].join(' ');
	if (!/\p{L}{3}/u.test(text)) return null;
	if (/relativeDate|casualReference|EndOfPeriod/.test(tags)) {
		return start.isCertain('day') ? 'relative' : null;
	}
	if (start.isCertain('weekday') && !/\d/.test(text)) return 'relative';
	if (!start.isCertain('day') || !start.isCertain('month') || !/\d/.test(text)) return null;
	return start.isCertain('year') ? 'full' : 'yearless';
}
