import { z } from 'zod';
import {
	authorityMatrixSchema,
	scopeKeys,
	type Approver,
	type AuthorityMatrix,
} from '../domain/authority/authority';
import { pathTo } from '../domain/policy/plainDocument';
import { readDocument } from './readDocument';
import { ParameterInvalidError } from './readParameters';
import { splitByComma } from './splitByComma';

/** What further columns of a line hold; what was not added is not there. */
const furtherSchema = z
	.object({
		all: z.boolean(),
		areas: z.string(),
		above: z.number(),
		whenFact: z.string(),
		company: z.string(),
		currency: z.string(),
		fallback: z.string(),
		productCategory: z.string(),
		region: z.string(),
		warehouse: z.string(),
		validFrom: z.string(),
		validUntil: z.string(),
	})
	.partial();

const rowSchema = z.object({
	role: z.string(),
	kind: z.enum(['user', 'group', 'field']),
	approver: z.string(),
	limit: z.number(),
	quorum: z.number(),
	level: z.number().default(1),
	more: furtherSchema.default({}),
});

/** The fields by which a node is told who may approve what. */
export const authorityShape = {
	authoritySource: z.enum(['rows', 'json', 'odoo']).default('rows'),
	// An empty text stands for rows that are kept aside while another way is shown.
	authority: z
		.union([z.object({ rows: z.array(rowSchema).default([]) }), z.literal('')])
		.optional(),
	authorityDocument: z.unknown(),
	fallbackGroup: z.string().optional(),
};

export type GivenAuthority = z.infer<z.ZodObject<typeof authorityShape>>;

/**
 * The matrix that the fields describe; one that is kept in Odoo has no lines yet, only its fallback.
 *
 * @throws {ParameterInvalidError} names the line and the column at fault
 */
export function authorityFrom(given: GivenAuthority): AuthorityMatrix {
	switch (given.authoritySource) {
		case 'rows':
			return parse('authority', {
				rows: (given.authority ? given.authority.rows : []).map(toLine),
				fallback: fallbackOf(given),
			});
		case 'json':
			return parse('authorityDocument', readDocument('authorityDocument', given.authorityDocument));
		case 'odoo':
			return parse('fallbackGroup', { rows: [], fallback: fallbackOf(given) });
	}
}

function parse(field: string, document: unknown): AuthorityMatrix {
	const parsed = authorityMatrixSchema.safeParse(document);
	if (parsed.success) return parsed.data;
	const faults = parsed.error.issues.map(
		({ path, message }) => `${path.reduce(pathTo, field)}: ${message}`,
	);
	throw new ParameterInvalidError(faults.join('; '));
}

function fallbackOf({ fallbackGroup = '' }: GivenAuthority): Approver {
	return { kind: 'group', group: fallbackGroup };
}

function toLine({ role, kind, approver, limit, quorum, level, more }: z.infer<typeof rowSchema>) {
	const scope = scopeKeys.flatMap((key) => {
		const names = splitByComma(more[key]);
		return names.length > 0 ? [[key, names] as const] : [];
	});
	return {
		role,
		approver: approverOf(kind, approver),
		limit: limit === 0 ? null : limit,
		level,
		quorum: more.all ? 'all' : quorum,
		areas: splitByComma(more.areas),
		scope: Object.fromEntries(scope),
		above: more.above,
		currency: textOf(more.currency),
		whenFact: textOf(more.whenFact),
		validFrom: textOf(more.validFrom),
		validUntil: textOf(more.validUntil),
		fallback: textOf(more.fallback) && { kind: 'group', group: more.fallback },
	};
}

function approverOf(kind: Approver['kind'], name: string) {
	return {
		user: { kind, login: name },
		group: { kind, group: name },
		field: { kind, field: name },
	}[kind];
}

function textOf(text = ''): string | undefined {
	return text.trim() || undefined;
}
