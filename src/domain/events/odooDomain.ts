import { z } from 'zod';

/** A condition of a domain of Odoo: path of fields, operator, value. */
export type DomainCondition = [path: string, operator: string, value: unknown];
export type OdooDomain = Array<DomainCondition | '&' | '|' | '!'>;

const condition = z.tuple([
	z.string().regex(/^[a-z]\w*(\.[a-z]\w*)*$/i, 'must be a field, or fields joined by dots'),
	z.string(),
	z.unknown(),
]);

/** How many terms an operator of the prefix notation joins. */
const terms: Readonly<Record<string, number>> = { '&': 2, '|': 2, '!': 1 };

/** A domain as data: no text that Odoo would have to evaluate. */
export const odooDomainSchema: z.ZodType<OdooDomain, z.ZodTypeDef, unknown> = z
	.array(z.union([z.enum(['&', '|', '!']), condition]))
	.refine(isComplete, 'an operator (&, | or !) has too few conditions after it')
	.transform((domain) => domain as OdooDomain);

/** Whether every operator has the terms that it joins; terms that nothing joins are joined by "and". */
function isComplete(domain: readonly unknown[]): boolean {
	let open = 0;
	for (const part of [...domain].reverse()) {
		const needed = typeof part === 'string' ? (terms[part] ?? 0) : 0;
		if (open < needed) return false;
		open += 1 - needed;
	}
	return true;
}
