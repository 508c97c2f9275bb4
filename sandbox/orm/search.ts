import { z } from 'zod';
import { builtinError, notImplemented } from '../OdooFault';
import { checkModelAccess, isWithinRules } from './access';
import { compareValues } from './conditions';
import type { Row } from './Database';
import { domainMatcher } from './domain';
import type { Environment } from './Environment';
import type { Model } from './Model';
import { displayName, valueOf } from './valueOf';

const windowSchema = z.object({
	offset: z.number().int().nonnegative().default(0),
	limit: z.number().int().nonnegative().nullable().default(null),
	order: z.string().nullable().default(null),
});

/** Which part of what was found is asked for; as it came from outside. */
export interface Window {
	offset?: unknown;
	limit?: unknown;
	order?: unknown;
}

/** Ids of the records that a domain finds, as far as the user may see them. */
export function searchIds(
	model: Model,
	domain: unknown,
	environment: Environment,
	window: Window = {},
): number[] {
	checkModelAccess(model, 'read', environment);
	const matches = domainMatcher(model, domain, environment);
	const parsed = windowSchema.safeParse(window);
	if (!parsed.success) throw notImplemented(`A search with ${JSON.stringify(window)}`);
	const { offset, limit, order } = parsed.data;
	const compare = comparison(model, order ?? model.order, environment);

	const ids = environment.database
		.rows(model.name)
		.filter((row) => isVisible(model, row, environment) && matches(row))
		.sort(compare)
		.map((row) => row.id);
	return ids.slice(offset, limit === null ? undefined : offset + limit);
}

function isVisible(model: Model, row: Row, environment: Environment): boolean {
	const isShown = environment.context['active_test'] === false || row['active'] !== false;
	return isShown && isWithinRules(model, row, environment);
}

function comparison(model: Model, order: string, environment: Environment) {
	const terms = order.split(',').map((term) => {
		const [name = '', direction = 'asc'] = term.trim().split(/\s+/);
		if (name !== 'id' && !model.fields[name])
			throw builtinError('ValueError', `Invalid field '${name}' on model '${model.name}'`);
		return { name, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
	});
	return (left: Row, right: Row): number => {
		for (const { name, sign } of terms) {
			const [first, second] = [left, right].map((row) => sortable(model, row, name, environment));
			const compared = compareValues(first, second);
			if (compared !== 0) return sign * compared;
		}
		return right.id - left.id;
	};
}

/** Relations are sorted by the name of the record they lead to. */
function sortable(model: Model, row: Row, name: string, environment: Environment): unknown {
	const value = valueOf(model, row, name, environment);
	const relation = model.fields[name]?.relation;
	if (!relation || typeof value !== 'number') return value;
	const found = environment.database.find(relation, value);
	return found ? displayName(environment.model(relation), found, environment) : '';
}
