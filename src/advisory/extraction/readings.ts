import type { Extraction } from '../../domain/advice/extraction';
import { readFigures } from '../evidence/readFigures';
import type { DateInText, DateReader } from '../evidence/readDates';

type DayRead = Pick<Extraction['dates'][number], 'day' | 'readings'>;
/** What a message says, whoever read it. */
export type WhatWasRead = Pick<Extraction, 'dates' | 'quantities' | 'delay' | 'references'>;

type NumberRead = Pick<Extraction['quantities'][number], 'value' | 'readings'>;

/** Which day a date means; one that may mean several, or is counted from another, means none. */
export function dayOf({ days, writing }: DateInText): DayRead {
	const [only, ...others] = days;
	const isClear = others.length === 0 && (writing === 'full' || writing === 'yearless');
	return { day: isClear ? (only ?? null) : null, readings: days };
}

/**
 * Which day a quote means, whatever a model makes of it: the day that it names counts only where
 * the words allow it and allow no other.
 */
export function dayInQuote(
	named: string | null,
	quote: string,
	readDates: DateReader,
	today: string,
): DayRead {
	const found = readDates(quote, today).map(dayOf);
	const readings = [...new Set(found.flatMap((one) => one.readings))].sort();
	const isAllowed = found.some(({ day }) => day !== null && day === named);
	return { day: isAllowed ? named : null, readings };
}

/** Which number a quote means: one that may mean two means none. */
export function numberInQuote(named: number | null, quote: string): NumberRead {
	const figures = readFigures(quote).filter(
		({ readings }) => named === null || readings.includes(named),
	);
	const readings = [...new Set(figures.flatMap((figure) => figure.readings))];
	return { value: readings.length === 1 ? named : null, readings };
}

/** Whether anything in it can be read in two ways. */
export function isOpen({ dates, quantities, delay }: WhatWasRead): boolean {
	return (
		delay.signal === 'unclear' ||
		dates.some(({ day }) => day === null) ||
		quantities.some(({ value }) => value === null)
	);
}
