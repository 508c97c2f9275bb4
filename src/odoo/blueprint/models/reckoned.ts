import { join } from 'node:path';
import type { Value } from '../BlueprintRecord';
import { type Constants, readCode } from '../readCode';
import { field, type FieldDescription } from './modelRecords';

/** Columns that hold the two ends of a time. */
export type Ends = readonly [begun: string, ended: string];

/** Classes of a time: the most seconds that belong to each, in ascending order, then what is longer. */
export interface TimeClasses {
	limits: Readonly<Record<string, number>>;
	longer: string;
	/** What people read. */
	words: Readonly<Record<string, string>>;
}

const UNITS = { hours: 3_600, seconds: 1 };

/**
 * A time to be added up; 0 while an end is not known, since Odoo has no empty number. Odoo's pivots
 * and graphs only ever add up a column that no module declares, so there is no average: to compare
 * times, count their classes.
 */
export function timeBetween(
	name: string,
	label: string,
	[begun, ended]: Ends,
	unit: keyof typeof UNITS,
): FieldDescription {
	const code = program('time_between.py', {
		BEGUN: begun,
		ENDED: ended,
		COLUMN: name,
		UNIT_SECONDS: UNITS[unit],
	});
	return field('float', name, label, reckoned(code, [begun, ended]));
}

/** A time as one of a few classes, to be counted; empty while an end is not known. */
export function classOfTime(
	name: string,
	label: string,
	[begun, ended]: Ends,
	{ limits, longer, words }: TimeClasses,
): FieldDescription {
	const code = program('class_of_time.py', {
		BEGUN: begun,
		ENDED: ended,
		COLUMN: name,
		LIMITS: limits,
		LONGER: longer,
	});
	return reckonedChoice(name, label, words, code, [begun, ended]);
}

/**
 * A choice that Odoo reckons. Its words are made in one go with the column: Odoo fills the rows that
 * are there at once, and takes only values that it knows by then.
 */
export function reckonedChoice(
	name: string,
	label: string,
	words: Readonly<Record<string, string>>,
	code: string,
	columns: readonly string[],
): FieldDescription {
	const pairs = Object.entries(words).map(([value, word]) => `('${value}', '${word}')`);
	const settings = { ...reckoned(code, columns), selection: `[${pairs.join(', ')}]` };
	return field('selection', name, label, settings);
}

/** Settings of a column that Odoo reckons itself whenever one of the others changes. */
export function reckoned(code: string, columns: readonly string[]): Record<string, Value> {
	// Odoo does not let a column be reckoned from when its row was made, but that never changes.
	const changing = columns.filter((column) => column !== 'create_date');
	return { compute: code, depends: changing.join(), readonly: true };
}

export function program(file: string, constants: Constants = {}): string {
	return readCode(join(__dirname, '..'), file, constants);
}
