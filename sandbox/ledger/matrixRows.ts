import {
	authoritySchema,
	type Approver,
	type Authority,
} from '../../src/domain/authority/authority';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { idIn, numberIn, textIn } from '../orm/rowValues';

/** The lines of the matrix kept in Odoo that may concern an area, as n8n writes them. */
export function matrixRows(env: Environment, area: string | null): Authority[] {
	return env.database
		.rows('x_approval_authority')
		.filter((row) => {
			const areas = listed(row, 'x_areas');
			return areas.length === 0 || (area !== null && areas.includes(area));
		})
		.sort(
			(left, right) =>
				(numberIn(left, 'x_level') || 1) - (numberIn(right, 'x_level') || 1) || left.id - right.id,
		)
		.map((row) => authoritySchema.parse(matrixRow(env, row)));
}

function matrixRow(env: Environment, row: Row) {
	const fallbackId = idIn(row, 'x_fallback_id');
	const fallback = fallbackId === null ? {} : { fallback: groupApprover(env, fallbackId) };
	return {
		role: textIn(row, 'x_role'),
		approver: approverOf(env, row),
		level: numberIn(row, 'x_level') || 1,
		limit: numberIn(row, 'x_limit') || null,
		quorum: textIn(row, 'x_needed') === 'all' ? 'all' : numberIn(row, 'x_quorum') || 1,
		areas: listed(row, 'x_areas'),
		scope: scopeOf(row),
		...given({
			currency: textIn(row, 'x_currency'),
			above: numberIn(row, 'x_above'),
			whenFact: textIn(row, 'x_when_fact'),
			validFrom: textIn(row, 'x_valid_from'),
			validUntil: textIn(row, 'x_valid_until'),
		}),
		...fallback,
	};
}

/** Those that say something. */
function given(values: Record<string, string | number>): Record<string, string | number> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => Boolean(value)));
}

function scopeOf(row: Row): Record<string, string[]> {
	const scope = {
		company: listed(row, 'x_company'),
		region: listed(row, 'x_region'),
		warehouse: listed(row, 'x_warehouse'),
		productCategory: listed(row, 'x_category'),
	};
	return Object.fromEntries(Object.entries(scope).filter(([, names]) => names.length > 0));
}

/** Nobody where what is chosen was left empty: the line then names a user that does not exist. */
function approverOf(env: Environment, row: Row): Approver {
	const kind = textIn(row, 'x_kind');
	const groupId = idIn(row, 'x_group_id');
	const field = textIn(row, 'x_field');
	if (kind === 'group' && groupId !== null) return groupApprover(env, groupId);
	if (kind === 'field' && field) return { kind: 'field', field };
	const user = env.database.find('res.users', idIn(row, 'x_user_id') ?? 0);
	return { kind: 'user', login: (user && textIn(user, 'login')) || '(nobody)' };
}

function groupApprover({ database }: Environment, id: number): Approver {
	// A group that somebody made by hand has no name of its own.
	const name = database.externalIdsOf(id).find((one) => one.includes('.group_'));
	return { kind: 'group', group: name ?? `res.groups,${id}` };
}

function listed(row: Row, name: string): string[] {
	return textIn(row, name)
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
