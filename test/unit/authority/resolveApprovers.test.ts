import fc from 'fast-check';
import {
	authoritySchema,
	type Authority,
	type AuthorityMatrix,
} from '../../../src/domain/authority/authority';
import { NoApproverError, type LeftOut } from '../../../src/domain/authority/errors';
import type { ApprovalNeed } from '../../../src/domain/authority/findObjection';
import {
	approversToLookUp,
	resolveApprovers,
} from '../../../src/domain/authority/resolveApprovers';
import { aUser, need } from './authorityCases';

const directory = [
	aUser(11, 'lea', { groups: ['sales.lead'] }),
	aUser(12, 'max', { groups: ['sales.lead', 'managers'] }),
	aUser(13, 'fay'),
	aUser(14, 'mia', { groups: ['managers'] }),
];

const leads = authoritySchema.parse({
	role: 'lead',
	approver: { kind: 'group', group: 'sales.lead' },
	limit: 50_000,
});
const fay = authoritySchema.parse({
	role: 'finance',
	approver: { kind: 'user', login: 'fay' },
	limit: null,
});
const matrix: AuthorityMatrix = {
	rows: [leads, fay],
	fallback: { kind: 'group', group: 'managers' },
};

interface Row {
	name: string;
	need?: Partial<ApprovalNeed>;
	rows?: Authority[];
	role?: string;
	approverIds: number[];
	quorum?: number;
	leftOut?: LeftOut[];
	usedFallback?: boolean;
}

describe('resolveApprovers', () => {
	it.each<Row>([
		{ name: 'everyone with the role is asked, and one suffices', approverIds: [11, 12] },
		{ name: 'a user by login', need: { role: 'finance' }, role: 'finance', approverIds: [13] },
		{ name: 'a limit is inclusive', need: { amount: 50_000 }, approverIds: [11, 12] },
		{
			name: 'beyond the limit the fallback is asked, also those who had the role',
			need: { amount: 50_000.01 },
			approverIds: [12, 14],
			leftOut: [{ who: 'Lea', reason: 'may approve up to 50,000 EUR' }],
			usedFallback: true,
		},
		{
			name: 'an amount that is not known is beyond every limit',
			need: { amount: null },
			approverIds: [12, 14],
			leftOut: [
				{ who: 'Lea', reason: 'may approve up to 50,000 EUR, and the amount is not known' },
			],
			usedFallback: true,
		},
		{
			name: 'no limit suffices for an amount that is not known',
			need: { role: 'finance', amount: null, currency: null },
			role: 'finance',
			approverIds: [13],
		},
		{
			name: 'a limit in the currency of the amount counts',
			rows: [{ ...leads, currency: 'EUR' }],
			approverIds: [11, 12],
		},
		{
			name: 'a limit in another currency does not',
			rows: [{ ...leads, currency: 'USD' }],
			approverIds: [12, 14],
			leftOut: [{ who: 'Lea', reason: 'may approve up to 50,000 USD, and the amount is in EUR' }],
			usedFallback: true,
		},
		{
			name: 'whoever requested it does not decide',
			need: { requesterId: 11 },
			approverIds: [12],
			leftOut: [{ who: 'Lea', reason: 'requested it' }],
		},
		{
			name: 'nor does whoever changed it',
			need: { involvedIds: [12] },
			approverIds: [11],
			leftOut: [{ who: 'Max', reason: 'created or changed the record' }],
		},
		{
			name: 'when nobody of the role is left, the fallback is asked',
			need: { requesterId: 11, involvedIds: [12] },
			approverIds: [14],
			leftOut: [
				{ who: 'Lea', reason: 'requested it' },
				{ who: 'Max', reason: 'created or changed the record' },
			],
			usedFallback: true,
		},
		{
			name: 'one line of the matrix may seat whom another leaves out',
			rows: [leads, { ...leads, approver: { kind: 'user', login: 'lea' }, limit: 90_000 }],
			need: { amount: 80_000 },
			approverIds: [11],
			leftOut: [{ who: 'Max', reason: 'may approve up to 50,000 EUR' }],
		},
		{
			name: 'nobody is asked twice',
			rows: [leads, { ...leads, approver: { kind: 'user', login: 'max' } }],
			approverIds: [11, 12],
		},
		{
			name: 'two of them must approve where the matrix says so',
			rows: [{ ...leads, quorum: 2 }],
			approverIds: [11, 12],
			quorum: 2,
		},
		{
			name: 'a line whose people are gone demands no less',
			rows: [leads, { ...leads, approver: { kind: 'user', login: 'gone' }, quorum: 3 }],
			approverIds: [11, 12, 14],
			quorum: 3,
			leftOut: [{ who: 'gone', reason: 'is no active user in Odoo' }],
			usedFallback: true,
		},
		{
			name: 'the lowest limit that covers the amount says how many must approve',
			rows: [leads, { ...fay, role: 'lead', quorum: 2 }],
			need: { amount: 50_000 },
			approverIds: [11, 12, 13],
		},
		{
			name: 'past that limit the next one does',
			rows: [leads, { ...fay, role: 'lead', quorum: 2 }],
			need: { amount: 50_000.01 },
			approverIds: [13, 12, 14],
			quorum: 2,
			leftOut: [{ who: 'Lea', reason: 'may approve up to 50,000 EUR' }],
			usedFallback: true,
		},
		{
			name: 'beyond every limit as many must approve as ever',
			rows: [{ ...leads, quorum: 2 }],
			need: { amount: 60_000 },
			approverIds: [12, 14],
			quorum: 2,
			leftOut: [{ who: 'Lea', reason: 'may approve up to 50,000 EUR' }],
			usedFallback: true,
		},
		{
			name: 'the fallback makes up the number',
			rows: [{ ...leads, quorum: 2 }],
			need: { requesterId: 12 },
			approverIds: [11, 14],
			quorum: 2,
			leftOut: [{ who: 'Max', reason: 'requested it' }],
			usedFallback: true,
		},
		{
			name: 'a role that the matrix does not know is left to the fallback',
			need: { role: 'legal' },
			role: 'legal',
			approverIds: [12, 14],
			leftOut: [{ who: 'legal', reason: 'is a role that no line of the matrix names' }],
			usedFallback: true,
		},
		{
			name: 'no role is left to the fallback',
			need: { role: null },
			role: 'fallback',
			approverIds: [12, 14],
			usedFallback: true,
		},
		{
			name: 'a group that nobody is in is named',
			rows: [{ ...leads, approver: { kind: 'group', group: 'nobody' } }],
			approverIds: [12, 14],
			leftOut: [{ who: 'nobody', reason: 'is a group that nobody is in' }],
			usedFallback: true,
		},
	])('$name', (row) => {
		const { rows = matrix.rows, role = 'lead', approverIds, quorum = 1 } = row;
		expect(
			resolveApprovers({ ...need, ...row.need }, { ...matrix, rows }, directory),
		).toMatchObject({
			steps: [{ role, approverIds, quorum, delegations: [] }],
			leftOut: row.leftOut ?? [],
			usedFallback: row.usedFallback ?? false,
		});
	});

	it('says of everyone why nobody is left', () => {
		const all = { ...need, requesterId: 11, involvedIds: [12, 14] };
		const resolve = () => resolveApprovers(all, matrix, directory);
		expect(resolve).toThrow(NoApproverError);
		expect(resolve).toThrow(
			expect.objectContaining({
				code: 'NO_APPROVER',
				leftOut: [
					{ who: 'Lea', reason: 'requested it' },
					{ who: 'Max', reason: 'created or changed the record' },
					{ who: 'Mia', reason: 'created or changed the record' },
				],
			}),
		);
		expect(resolve).toThrow(
			'the role "lead" or the fallback must give 1 approver, but 0 are left: Lea requested it; Max created or changed the record; Mia created or changed the record',
		);
	});

	it('never lowers how many must approve', () => {
		const rows = [{ ...leads, quorum: 3 }];
		const resolve = () =>
			resolveApprovers({ ...need, requesterId: 14 }, { ...matrix, rows }, directory);
		expect(resolve).toThrow(
			'the role "lead" or the fallback must give 3 approvers, but 2 are left: Mia requested it',
		);
	});

	it('never asks anyone who had a hand in it, and always enough', () => {
		const userIds = fc.integer({ min: 11, max: 14 });
		const rows = fc.array(
			fc.record({
				role: fc.constantFrom('lead', 'finance'),
				approver: fc.oneof(
					fc.record({
						kind: fc.constant('user' as const),
						login: fc.constantFrom('lea', 'max', 'fay', 'mia', 'gone'),
					}),
					fc.record({
						kind: fc.constant('group' as const),
						group: fc.constantFrom('sales.lead', 'managers'),
					}),
				),
				limit: fc.option(fc.integer({ min: 0, max: 3 })),
				quorum: fc.integer({ min: 1, max: 3 }),
			}),
		);
		fc.assert(
			fc.property(
				rows,
				fc.integer({ min: 0, max: 3 }),
				userIds,
				fc.uniqueArray(userIds),
				(some, amount, requesterId, involvedIds) => {
					const asked = resolveOrNull(
						{ ...need, amount, requesterId, involvedIds },
						{ ...matrix, rows: some.map((row) => authoritySchema.parse(row)) },
					);
					for (const { approverIds, quorum } of asked?.steps ?? []) {
						expect(approverIds.length).toBeGreaterThanOrEqual(quorum);
						expect(new Set(approverIds).size).toBe(approverIds.length);
						expect(approverIds).not.toContain(requesterId);
						expect(approverIds.filter((id) => involvedIds.includes(id))).toEqual([]);
					}
				},
			),
		);
	});
});

function resolveOrNull(request: ApprovalNeed, all: AuthorityMatrix) {
	try {
		return resolveApprovers(request, all, directory);
	} catch (error) {
		if (error instanceof NoApproverError) return null;
		throw error;
	}
}

describe('approversToLookUp', () => {
	it('names everyone in the matrix, each once', () => {
		const field = { kind: 'field' as const, field: 'team_id.user_id' };
		const rows = [leads, fay, fay, { ...fay, approver: field, fallback: matrix.fallback }];
		expect(approversToLookUp({ ...matrix, rows })).toEqual({
			logins: ['fay'],
			groups: ['sales.lead', 'managers'],
			fields: ['team_id.user_id'],
		});
	});
});
