import { z } from 'zod';
import type { Watched } from '../../case/watched';

const row = z.object({ id: z.number() }).passthrough();
const rows = z.array(row);

/** What of a record matters for its approval: fields, and fields of the rows of its one2many fields. */
export interface WatchedFields {
	fields: readonly string[];
	lines?: Readonly<Record<string, readonly string[]>>;
}

/**
 * What those fields held in a record that `web_read` gave, as Odoo compares them later.
 * @param record with all of them, relations as records
 */
export function watch(record: unknown, { fields, lines = {} }: WatchedFields): Watched {
	const subject = row.parse(record);
	const kept: Watched = { fields: held(subject, fields), lines: {}, lineFields: {} };
	for (const [name, names] of Object.entries(lines)) {
		kept.lineFields[name] = [...names];
		kept.lines[name] = rows
			.parse(subject[name])
			.map((one) => ({ id: one.id, ...held(one, names) }))
			.sort((left, right) => left.id - right.id);
	}
	return kept;
}

function held(record: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(names.map((name) => [name, plainly(record[name])]));
}

/** Relations as ids, and everything else as Odoo gives it. */
function plainly(value: unknown): unknown {
	const many = rows.safeParse(value);
	if (many.success) return many.data.map(({ id }) => id).sort((left, right) => left - right);
	return row.safeParse(value).data?.id ?? value;
}
