import { z } from 'zod';
import { DomainError } from '../../errors';

/** What an analyst wants read does not fit what an administrator set up, or Odoo. */
export class OwnReadingInvalidError extends DomainError {
	readonly code = 'OWN_READING_INVALID';
}

const path = z
	.string()
	.trim()
	.regex(/^[a-z]\w*(\.[a-z]\w*)*$/i, 'must be a field, or fields joined by dots');

/**
 * What is made of the values at a path, of which there may be many.
 *
 * - `value`: the one value; a record is called by its name
 * - `any`: whether there is anything: a record, a text, a tick
 * - `list`: all of them, as texts
 */
export const ownMeasures = ['value', 'any', 'count', 'sum', 'smallest', 'largest', 'list'] as const;
export type OwnMeasure = (typeof ownMeasures)[number];

export const ownFactSchema = z.object({
	name: z.string().regex(/^[a-z]\w{0,59}$/i, 'must be a word, such as paymentDays'),
	path,
	/** Whether the record counts as it is, or as it was before the change that is asked about. */
	when: z.enum(['now', 'before']).default('now'),
	measure: z.enum(ownMeasures).default('value'),
	/** What people call it; made of the name when empty. */
	label: z.string().trim().default(''),
	/** For people, such as `days`; `money` for an amount in the currency of the record. */
	unit: z.string().trim().default(''),
});

/** Whoever changed the record last, made it, or looks after it. */
export const ownRequesters = ['write_uid', 'create_uid', 'user_id'] as const;

/** What an analyst wants to know of a record of an area of their own. */
export const ownReadingSchema = z.object({
	facts: z
		.array(ownFactSchema)
		.min(1, 'add at least one fact')
		.refine(
			(facts) => new Set(facts.map(({ name }) => name)).size === facts.length,
			'two facts have the same name',
		),
	/** Where the amount stands by which authority is limited; empty where it is about no amount. */
	amountPath: path.or(z.literal('')).default(''),
	/** Where its currency stands. */
	currencyPath: path.default('currency_id'),
	/** Who asks for the approval; each leads to a user in every model that has it. */
	requester: z.enum(ownRequesters).default('write_uid'),
});

export type OwnFact = z.infer<typeof ownFactSchema>;
export type OwnReading = z.infer<typeof ownReadingSchema>;

/** Nested specification for Odoo's `web_read` of everything on the paths. Odoo leaves out what it lacks. */
export function specificationOf({
	facts,
	amountPath,
	currencyPath,
	requester,
}: OwnReading): Record<string, unknown> {
	const money = amountPath === '' ? [] : [amountPath, currencyPath];
	const paths = [
		'display_name',
		'write_uid',
		requester,
		...money,
		...facts.map((fact) => fact.path),
	];
	const specification: Branch = {};
	for (const one of paths) grow(specification, one.split('.'));
	return specification;
}

interface Branch {
	[name: string]: { fields?: Branch };
}

/** Relations end in what they are called; for other fields Odoo makes nothing of it. */
function grow(branch: Branch, [name = '', ...rest]: readonly string[]): void {
	const further = ((branch[name] ??= {}).fields ??= {});
	if (rest.length > 0) grow(further, rest);
	else if (name !== 'display_name') further['display_name'] ??= {};
}
