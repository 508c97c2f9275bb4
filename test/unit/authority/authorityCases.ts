import { authoritySchema, type AuthorityMatrix } from '../../../src/domain/authority/authority';
import type { ApprovalNeed } from '../../../src/domain/authority/findObjection';
import type { DirectoryUser } from '../../../src/domain/case/person';

/** A user of an Odoo; the name is the login with a capital letter. */
export function aUser(
	id: number,
	login: string,
	changes: Partial<DirectoryUser> = {},
): DirectoryUser {
	return {
		id,
		name: `${login[0]?.toUpperCase()}${login.slice(1)}`,
		login,
		email: `${login}@example.com`,
		timeZone: '',
		language: 'en_US',
		groups: [],
		fields: [],
		awayUntil: null,
		delegateId: null,
		...changes,
	};
}

/** A line of the matrix for one user, in the role that the need asks for. */
export function aLine(login: string, changes: Record<string, unknown> = {}) {
	return authoritySchema.parse({
		role: 'lead',
		approver: { kind: 'user', login },
		limit: null,
		...changes,
	});
}

export const fallback = { kind: 'group', group: 'managers' } as const;
export const boss = aUser(19, 'boss', { groups: ['managers'] });

export const matrixOf = (...rows: AuthorityMatrix['rows']): AuthorityMatrix => ({ rows, fallback });

export const need: ApprovalNeed = {
	area: 'sales_order_release',
	role: 'lead',
	amount: 12_400,
	currency: 'EUR',
	facts: { company: 'North', isNewSupplier: true, productCategory: ['Chairs', 'Goods / Desks'] },
	requesterId: 5,
	involvedIds: [5, 6],
	at: '2031-03-03T09:00:00.000Z',
};
