import { authoritySchema, type Authority } from '../../../src/domain/authority/authority';
import type { ApprovalNeed } from '../../../src/domain/authority/findObjection';
import { resolveApprovers, resolveNextLevel } from '../../../src/domain/authority/resolveApprovers';
import type { DirectoryUser } from '../../../src/domain/case/person';
import { aLine, aUser, boss, matrixOf, need } from './authorityCases';

const ann = aUser(11, 'ann');
const bob = aUser(12, 'bob');
const cleo = aUser(13, 'cleo');
const everybody = [ann, bob, cleo, boss];

const resolve = (
	rows: Authority[],
	users: DirectoryUser[] = everybody,
	changes: Partial<ApprovalNeed> = {},
) => resolveApprovers({ ...need, ...changes }, matrixOf(...rows), users);

/** Whom each step asks. */
const asked = (...args: Parameters<typeof resolve>) =>
	resolve(...args).steps.map(({ approverIds }) => approverIds);

describe('the steps of a case', () => {
	it('are the levels of the role, the lowest first, each with its own quorum', () => {
		const rows = [
			aLine('cleo', { level: 3 }),
			aLine('ann', { quorum: 2 }),
			aLine('bob', { quorum: 2 }),
		];
		expect(resolve(rows).steps).toMatchObject([
			{ role: 'lead', approverIds: [11, 12], quorum: 2 },
			{ role: 'lead', approverIds: [13], quorum: 1 },
		]);
	});

	it('ask everybody where all have to approve', () => {
		const rows = [aLine('ann', { quorum: 'all' }), aLine('bob'), aLine('cleo')];
		expect(resolve(rows).steps).toMatchObject([{ approverIds: [11, 12, 13], quorum: 3 }]);
	});

	it.each<{
		name: string;
		line: Record<string, unknown>;
		changes?: Partial<ApprovalNeed>;
		joins: boolean;
	}>([
		{ name: 'the amount is above', line: { above: 12_399.99 }, joins: true },
		{ name: 'the amount is just that', line: { above: 12_400 }, joins: false },
		{
			name: 'the amount is not known',
			line: { above: 50_000 },
			changes: { amount: null },
			joins: true,
		},
		{
			name: 'it is counted in another currency',
			line: { above: 50_000, currency: 'USD' },
			joins: true,
		},
		{ name: 'the fact is true', line: { whenFact: 'isNewSupplier' }, joins: true },
		{
			name: 'the fact is false',
			line: { whenFact: 'isNewSupplier' },
			changes: { facts: { isNewSupplier: false } },
			joins: false,
		},
		{ name: 'the fact is not known', line: { whenFact: 'isUrgent' }, joins: true },
	])('has a second one when $name: $joins', ({ line, changes, joins }) => {
		const rows = [aLine('ann'), aLine('bob', { level: 2, ...line })];
		expect(asked(rows, everybody, changes)).toEqual(joins ? [[11], [12]] : [[11]]);
	});

	it('ask nobody twice, and keep as many as each needs', () => {
		const rows = [aLine('bob'), aLine('ann'), aLine('bob', { level: 2 })];
		expect(resolve(rows)).toMatchObject({
			steps: [{ approverIds: [11] }, { approverIds: [12] }],
			leftOut: [{ who: 'Bob', reason: 'is asked in another step' }],
			usedFallback: false,
		});
	});

	it('ask the fallback where the same people fit too many', () => {
		const rows = [aLine('ann'), aLine('ann', { level: 2 })];
		expect(asked(rows)).toEqual([[boss.id], [11]]);
	});

	it('do not hang on the order in which people were found', () => {
		const rows = [aLine('ann'), aLine('bob'), aLine('ann', { level: 2 })];
		expect(resolve(rows, everybody.toReversed())).toEqual(resolve(rows));
	});

	it('leave those whom no step needs to the last one they fit', () => {
		const rows = [
			aLine('ann'),
			aLine('bob'),
			aLine('ann', { level: 2 }),
			aLine('cleo', { level: 2 }),
		];
		expect(asked(rows)).toEqual([[12], [11, 13]].map((ids) => expect.arrayContaining(ids)));
	});
});

describe('what a line is confined to', () => {
	it.each<{ name: string; line: Record<string, unknown>; reason: string | null }>([
		{ name: 'its area', line: { areas: ['sales_order_release'] }, reason: null },
		{ name: 'another area', line: { areas: ['returns'] }, reason: 'approves returns only' },
		{ name: 'its company', line: { scope: { company: ['north'] } }, reason: null },
		{
			name: 'another company',
			line: { scope: { company: ['South', 'East'] } },
			reason: 'approves for the company South, East only',
		},
		{
			name: 'all of its categories',
			line: { scope: { productCategory: ['Goods', 'Chairs'] } },
			reason: null,
		},
		{
			name: 'one of its categories only',
			line: { scope: { productCategory: ['Goods / Desks', 'Good', 'Desks'] } },
			reason: 'approves for the product category Goods / Desks, Good, Desks only',
		},
		{
			name: 'a warehouse that is not known',
			line: { scope: { warehouse: ['Hamburg'] } },
			reason: 'approves for the warehouse Hamburg only, and that of the record is not known',
		},
		{ name: 'today', line: { validFrom: '2031-03-03', validUntil: '2031-03-03' }, reason: null },
		{
			name: 'tomorrow',
			line: { validFrom: '2031-03-04' },
			reason: 'may approve from 2031-03-04 on',
		},
		{
			name: 'yesterday',
			line: { validUntil: '2031-03-02' },
			reason: 'could approve until 2031-03-02',
		},
	])('counts: $name', ({ line, reason }) => {
		const { steps, leftOut } = resolve([aLine('ann', line)]);
		expect(steps[0]?.approverIds).toEqual(reason === null ? [11] : [boss.id]);
		expect(leftOut).toEqual(reason === null ? [] : [{ who: 'Ann', reason }]);
	});
});

describe('whoever is a field of the record', () => {
	const field = { kind: 'field', field: 'team_id.user_id' };

	it('is asked', () => {
		const leader = aUser(15, 'lara', { fields: ['team_id.user_id'] });
		expect(asked([aLine('', { approver: field })], [leader, boss])).toEqual([[15]]);
	});

	it('is missed where the field leads to nobody', () => {
		expect(resolve([aLine('', { approver: field })])).toMatchObject({
			steps: [{ approverIds: [boss.id] }],
			leftOut: [{ who: 'team_id.user_id', reason: 'leads to nobody on this record' }],
		});
	});
});

describe('whoever is away', () => {
	const until = '2031-03-09T16:00:00.000Z';
	const onLeave = aUser(11, 'ann', { awayUntil: until });

	it('is not asked while others are there', () => {
		expect(resolve([aLine('ann'), aLine('bob')], [onLeave, bob, boss])).toMatchObject({
			steps: [{ approverIds: [12] }],
			leftOut: [{ who: 'Ann', reason: 'is on leave until 2031-03-09' }],
			usedFallback: false,
		});
	});

	it('is replaced by the fallback of the line, and only then by that of the matrix', () => {
		const line = aLine('ann', { fallback: { kind: 'user', login: 'cleo' } });
		expect(asked([line], [onLeave, cleo, boss])).toEqual([[13]]);
		expect(asked([line], [onLeave, boss])).toEqual([[boss.id]]);
	});

	it('is asked after all where nobody else is left', () => {
		const users = [onLeave, { ...boss, awayUntil: until }];
		expect(asked([aLine('ann')], users)).toEqual([[11]]);
	});
});

describe('whoever stands in', () => {
	const handedOn = (user: DirectoryUser, to: DirectoryUser) => ({ ...user, delegateId: to.id });

	it('is asked in the place of the one', () => {
		const { steps } = resolve([aLine('ann')], [handedOn(ann, bob), bob, boss]);
		expect(steps).toMatchObject([
			{ approverIds: [12], delegations: [{ delegateId: 12, forId: 11 }] },
		]);
	});

	it('acts on the authority of the one, up to the limit of the one', () => {
		const users = [handedOn(ann, bob), bob, boss];
		expect(resolve([aLine('ann', { limit: 10_000 })], users)).toMatchObject({
			steps: [{ approverIds: [boss.id], delegations: [] }],
			leftOut: [{ who: 'Ann', reason: 'may approve up to 10,000 EUR' }],
		});
	});

	it('hands on further', () => {
		const users = [handedOn(ann, bob), handedOn(bob, cleo), cleo, boss];
		expect(resolve([aLine('ann')], users).steps).toMatchObject([
			{ approverIds: [13], delegations: [{ delegateId: 13, forId: 11 }] },
		]);
	});

	it('sits once for several', () => {
		const users = [handedOn(ann, cleo), handedOn(bob, cleo), cleo, boss];
		expect(resolve([aLine('ann'), aLine('bob')], users).steps).toMatchObject([
			{
				approverIds: [13],
				delegations: [
					{ delegateId: 13, forId: 11 },
					{ delegateId: 13, forId: 12 },
				],
			},
		]);
	});

	it.each([
		{
			name: 'in a circle',
			users: [handedOn(ann, bob), handedOn(bob, ann), boss],
			reason: 'has handed their authority on in a circle',
		},
		{
			name: 'to themselves',
			users: [handedOn(ann, ann), boss],
			reason: 'has handed their authority on in a circle',
		},
		{
			name: 'to nobody',
			users: [{ ...ann, delegateId: 99 }, boss],
			reason: 'has handed their authority to somebody who is no active user in Odoo',
		},
	])('is nobody where it is handed on $name', ({ users, reason }) => {
		expect(resolve([aLine('ann')], users)).toMatchObject({
			steps: [{ approverIds: [boss.id] }],
			leftOut: [{ who: 'Ann', reason }],
		});
	});

	it('is nobody for whoever asked for it', () => {
		const users = [handedOn(ann, bob), bob, boss];
		expect(resolve([aLine('ann')], users, { requesterId: 11 })).toMatchObject({
			steps: [{ approverIds: [boss.id], delegations: [] }],
			leftOut: [{ who: 'Ann', reason: 'requested it' }],
		});
	});

	it('is nobody who asked for it themselves', () => {
		const users = [handedOn(ann, bob), bob, boss];
		expect(resolve([aLine('ann')], users, { requesterId: 12 })).toMatchObject({
			steps: [{ approverIds: [boss.id], delegations: [] }],
			leftOut: [{ who: 'Bob', reason: 'stands in for Ann, and requested it' }],
		});
	});

	it('is nobody where it went through whoever asked for it', () => {
		const users = [handedOn(ann, bob), handedOn(bob, cleo), cleo, boss];
		expect(resolve([aLine('ann')], users, { requesterId: 12 })).toMatchObject({
			steps: [{ approverIds: [boss.id], delegations: [] }],
			leftOut: [{ who: 'Bob', reason: 'stands in for Ann, and requested it' }],
		});
	});
});

describe('people whom other steps have', () => {
	it('are not asked again, nor through whoever stands in for them', () => {
		const users = [ann, { ...bob, delegateId: 13 }, cleo, boss];
		const rows = [aLine('ann'), aLine('bob'), aLine('cleo')];
		const otherSteps = { decidedIds: [11, 12], laterIds: [13] };
		expect(resolve(rows, users, { otherSteps })).toMatchObject({
			steps: [{ approverIds: [boss.id] }],
			leftOut: [
				{ who: 'Ann', reason: 'has decided an earlier step' },
				{ who: 'Bob', reason: 'has decided an earlier step' },
				{ who: 'Cleo', reason: 'is asked in a later step' },
			],
		});
	});
});

describe('a line of the matrix', () => {
	it('with a column that does not exist is refused: a misspelt limit would be none', () => {
		const line = { ...aLine('ann'), validTill: '2031-01-01' };
		expect(() => authoritySchema.parse(line)).toThrow('validTill');
	});
});

describe('to whom a case may be forwarded', () => {
	it('is everyone else with the authority, whatever their role', () => {
		const rows = [
			aLine('ann'),
			aLine('bob', { role: 'finance' }),
			aLine('cleo', { role: 'finance', limit: 100 }),
		];
		expect(resolve(rows).steps).toMatchObject([{ approverIds: [11], eligibleIds: [12, boss.id] }]);
	});

	it('is nobody who had a hand in it', () => {
		const rows = [aLine('ann'), aLine('bob', { role: 'finance' })];
		const { steps } = resolve(rows, everybody, { involvedIds: [12, boss.id] });
		expect(steps).toMatchObject([{ eligibleIds: [] }]);
	});
});

describe('the next level of a role', () => {
	const rows = [
		aLine('ann', { level: 1 }),
		aLine('bob', { level: 2, above: 50_000 }),
		aLine('cleo', { level: 3, above: 100_000 }),
	];
	const next = (changes: Partial<ApprovalNeed> = {}) =>
		resolveNextLevel({ ...need, ...changes }, matrixOf(...rows), everybody).steps;

	it('is the lowest that is not asked about the case otherwise', () => {
		expect(next()).toMatchObject([{ role: 'lead', approverIds: [12] }]);
		expect(next({ amount: 60_000 })).toMatchObject([{ approverIds: [13] }]);
	});

	it('is none above the highest', () => {
		expect(next({ amount: 200_000 })).toEqual([]);
	});

	it('is left to the fallback where nobody of it may decide', () => {
		expect(next({ involvedIds: [12] })).toMatchObject([{ approverIds: [19] }]);
	});
});
