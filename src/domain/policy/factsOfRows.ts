import { type Policy, factTypes } from './policy';
import { otherFactIn, policyRowSchema, type PolicyRow } from './policyFromRows';
import { z } from 'zod';

/** A row whose fact no area declares, so that it says itself what the fact is. */
export const typedRowSchema = policyRowSchema.extend({ type: z.enum(factTypes).default('number') });
export type TypedRow = z.infer<typeof typedRowSchema>;

/** Declares the facts that rows of a table name, as the rows say what they are. */
export function factsOfRows(rows: readonly TypedRow[]): Policy['facts'] {
	const named = rows.flatMap((row) => namesIn(row).map((name) => [name, row.type] as const));
	const measured = rows.flatMap(({ measure, percentOf }) =>
		measure === 'percentOf' ? [[percentOf, 'number'] as const] : [],
	);
	return Object.fromEntries([...named, ...measured].map(([name, type]) => [name, { type }]));
}

function namesIn({ fact, value }: PolicyRow): string[] {
	const other = otherFactIn(value);
	return other === null ? [fact] : [fact, other];
}
