import { z } from 'zod';
import type { RecordAnswer } from '../Area';
import type { RelatedQuery } from '../../case/relatedQuery';
import { Unknown } from '../facts/Unknown';
import type { FieldReading, RecordOf } from './fields';
import { recordReading } from './fields';

export interface RelatedReading<Row> {
	query: RelatedQuery;
	/** What it tells, for people: `budgets`, `open invoices`. */
	what: string;
	/** The rows, or why there are none to be had. */
	from(answer: RecordAnswer): Row[] | Unknown;
}

/** What one row of a related reading is. */
export type RowOf<Reading> = Reading extends RelatedReading<infer Row> ? Row : never;

interface Sought {
	name: string;
	what: string;
	model: string;
	domain: RelatedQuery['domain'];
}

/** Records that are found by a search. */
export function relatedRecords<Asked extends Record<string, FieldReading<unknown>>>(
	{ name, what, model, domain }: Sought,
	asked: Asked,
	{ order, limit, each = null }: Pick<RelatedQuery, 'order' | 'limit'> & Partial<RelatedQuery>,
): RelatedReading<RecordOf<Asked>> {
	const { specification, read } = recordReading(model, asked);
	return {
		query: { model, domain, specification, each, order, limit, sums: null },
		what,
		from: (answer) => rowsOf(answer, { name, what, model }, read),
	};
}

/**
 * How many records a search finds, and what some of their fields add up to: in one row, or with `each`
 * in one for every record that the subject leads to and anything was found for, under its id.
 */
export function relatedTotals<Name extends string, Key extends string = never>(
	{ name, what, model, domain }: Sought,
	sums: readonly Name[],
	each: { field: Key; of: string } | null = null,
): RelatedReading<Record<Name | Key | 'count', number>> {
	const schema = z.record(z.number());
	return {
		query: {
			model,
			domain,
			specification: {},
			each,
			order: 'id',
			limit: 1,
			sums: [...sums],
		},
		what,
		from: (answer) =>
			rowsOf(
				answer,
				{ name, what, model },
				(row) => schema.parse(row) as Record<Name | Key | 'count', number>,
			),
	};
}

function rowsOf<Row>(
	{ related }: RecordAnswer,
	{ name, what, model }: Pick<Sought, 'name' | 'what' | 'model'>,
	read: (row: unknown) => Row,
): Row[] | Unknown {
	const answer = related[name];
	if (!answer) return new Unknown(`${what} were not asked for`);
	if ('rows' in answer) return answer.rows.map(read);
	return answer.absent === 'missing'
		? new Unknown(`this Odoo has no ${what} (${model})`)
		: new Unknown(`the integration user may not read ${what} (${model})`);
}
