import { DateTime } from 'luxon';
import type { RecordAnswer } from '../Area';
import { type Derived, Unknown } from '../facts/Unknown';
import { type OwnFact, type OwnMeasure, OwnReadingInvalidError } from './OwnReading';
import { valuesAt } from './valuesAt';

/** What Odoo gave of a record of an area of the house's own. */
export interface OwnAnswer extends RecordAnswer {
	/** Fields that the area watches. */
	watched: readonly string[];
	/** What those of them held that are about to be decided on; `null` where nobody knows. */
	before: Record<string, unknown> | null;
}

/** @throws {OwnReadingInvalidError} what a field held before is asked of one that is not watched */
export function ownFacts(facts: readonly OwnFact[], answer: OwnAnswer): Record<string, Derived> {
	return Object.fromEntries(facts.map((fact) => [fact.name, derive(fact, answer)]));
}

/** What stands at a path, as one value. */
export function ownValue(path: string, answer: OwnAnswer): Derived {
	return derive({ name: path, path, when: 'now', measure: 'value', label: '', unit: '' }, answer);
}

function derive({ name, path, when, measure }: OwnFact, answer: OwnAnswer): Derived {
	const steps = path.split('.');
	const [field = ''] = steps;
	if (when === 'before' && !answer.watched.includes(field)) {
		throw new OwnReadingInvalidError(
			`${name}: only of fields that the area watches (${answer.watched.join(', ')}) is known what they held before, not of "${field}"`,
		);
	}
	const why = whyAbsent(path, answer);
	if (why !== null) return new Unknown(why);
	const record = when === 'now' ? answer.record : asBefore(answer);
	if (record instanceof Unknown) return record;
	const values = valuesAt(record, steps);
	if (!values) return new Unknown(`there is no "${path}" in this Odoo`);
	return measures[measure](
		values.filter((value) => value !== null),
		path,
	);
}

function asBefore({ record, before }: OwnAnswer): unknown {
	if (before === null) return new Unknown('the record is new, or nobody knows what it was before');
	return { ...(record as Record<string, unknown>), ...before };
}

/** The shortest part of the path that Odoo did not give. */
function whyAbsent(path: string, { absent }: OwnAnswer): string | null {
	const steps = path.split('.');
	const parts = steps.map((_, index) => steps.slice(0, index + 1).join('.'));
	const lost = parts.find((part) => absent[part] !== undefined);
	if (lost === undefined) return null;
	return absent[lost] === 'missing'
		? `this Odoo has no "${lost}"`
		: `the integration user may not read "${lost}"`;
}

const measures: Record<OwnMeasure, (values: unknown[], path: string) => Derived> = {
	value: theValue,
	any: (values) => values.length > 0,
	count: (values) => values.length,
	sum: (values, path) => numeric(values, path, (numbers) => exactSum(numbers)),
	smallest: (values, path) => numeric(values, path, (numbers) => Math.min(...numbers), true),
	largest: (values, path) => numeric(values, path, (numbers) => Math.max(...numbers), true),
	list: (values) => values.map((value) => String(plainly(value))),
};

function theValue(values: unknown[], path: string): Derived {
	const different = [...new Set(values.map(plainly))];
	const [only] = different;
	if (different.length > 1) return new Unknown(`"${path}" holds several values`);
	if (only === undefined) return new Unknown(`"${path}" is empty`);
	return only;
}

function numeric(
	values: unknown[],
	path: string,
	of: (numbers: number[]) => number,
	needsAny = false,
): Derived {
	const numbers = values.filter((value) => typeof value === 'number');
	if (numbers.length < values.length) return new Unknown(`"${path}" holds no numbers`);
	return needsAny && numbers.length === 0 ? new Unknown(`"${path}" is empty`) : of(numbers);
}

/** Binary fractions add up to a little more or less than decimals do. */
function exactSum(numbers: readonly number[]): number {
	return Number(numbers.reduce((sum, one) => sum + one, 0).toPrecision(15));
}

const ODOO_INSTANT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** As facts hold it: Odoo's times in ISO 8601. */
function plainly(value: unknown): string | number | boolean {
	if (typeof value === 'string' && ODOO_INSTANT.test(value)) {
		return DateTime.fromSQL(value, { zone: 'utc' }).toISO() ?? value;
	}
	const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
	return isPlain ? (value as string | number | boolean) : JSON.stringify(value);
}
