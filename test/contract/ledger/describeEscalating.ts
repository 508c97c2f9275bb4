import type { CaseView } from '../../../src/domain/case/caseView';
import type { CommandOf } from '../../../src/domain/case/commands';
import type { CommandResults } from '../../../src/domain/case/commandResults';
import { beginTerm } from '../../../src/domain/sla/slaClock';
import { changeOf } from '../../../src/domain/sla/slaSection';
import { clockWith } from '../../kit/sampleClock';
import type { LedgerBench } from './LedgerBench';

/** Those who are asked next have two hours. */
const later = beginTerm(clockWith(), 120, '2031-03-04T10:00:00.000Z');

export function describeEscalating(bench: () => LedgerBench): void {
	const escalate = async (
		{ id, version }: CaseView,
		changes: Partial<CommandOf<'escalate'>> = {},
	): Promise<CommandResults['escalate']> =>
		await bench().ledger.execute({
			command: 'escalate',
			caseId: id,
			version,
			level: 1,
			action: 'ask',
			step: bench().step({ role: 'director', approverIds: [bench().stage.manager.id] }),
			toIds: [],
			ownerId: null,
			sla: changeOf(clockWith(), later),
			reason: 'Nobody decided in time',
			...changes,
		});
	const exhaust = async (open: CaseView) =>
		await escalate(open, { action: 'queue', step: null, sla: null });

	describe('escalating', () => {
		it('asks others from now on, with times of their own', async () => {
			const open = await bench().pendingCase();
			const { manager } = bench().stage;

			expect(await escalate(open)).toMatchObject({
				status: 'escalated',
				case: {
					state: 'pending',
					version: 2,
					step: 0,
					round: 2,
					escalationLevel: 1,
					exhausted: false,
					steps: [{ role: 'director', approverIds: [manager.id], quorum: 1 }],
					approvers: [{ id: manager.id }],
					sla: {
						startedAt: '2031-03-03T08:00:00.000Z',
						promisedAt: '2031-03-03T16:00:00.000Z',
						warnAt: '2031-03-04T11:30:00.000Z',
						dueAt: '2031-03-04T12:00:00.000Z',
					},
					trail: [{ type: 'opened' }, { type: 'escalated', actor: null, data: { level: 1 } }],
				},
			});
		});

		it('takes the vote from those asked before', async () => {
			const open = await bench().pendingCase();
			const { case: escalated } = await escalate(open);
			const { approvers, manager } = bench().stage;

			const late = await bench().vote(open, approvers[0], 'approved');
			expect(late).toMatchObject({ code: 'STALE_ROUND' });
			const asked = await bench().vote(escalated, approvers[0], 'approved');
			expect(asked).toMatchObject({ code: 'NOT_ASKED' });
			const decided = await bench().vote(escalated, manager, 'approved');
			expect(decided.case.state).toBe('approved');
		});

		it('climbs each rung once', async () => {
			const open = await bench().pendingCase();
			await escalate(open);

			expect(await escalate(open)).toMatchObject({
				status: 'already_escalated',
				case: { round: 2, escalationLevel: 1 },
			});
		});

		it('leaves a decided case alone', async () => {
			const decided = await bench().decidedCase('approved');

			expect(await escalate(decided)).toMatchObject({
				status: 'already_decided',
				case: { state: 'approved', escalationLevel: 0 },
			});
		});
	});

	describe('telling people', () => {
		it.each([
			{ action: 'remind', told: 'Still to be decided' },
			{ action: 'warn', told: 'For your information' },
			{ action: 'page', told: 'Urgent' },
		] as const)('$action: reaches them, and those who are asked stay', async ({ action }) => {
			const open = await bench().pendingCase();
			const { approvers, manager } = bench().stage;
			const reason = `Told at ${open.name}`;
			const toIds = [manager.id];

			expect(await escalate(open, { action, step: null, toIds, reason })).toMatchObject({
				status: 'escalated',
				case: {
					state: 'pending',
					version: 2,
					round: 1,
					escalationLevel: 1,
					approvers: approvers.map(({ id }) => ({ id })),
					sla: { dueAt: '2031-03-04T12:00:00.000Z', promisedAt: '2031-03-03T16:00:00.000Z' },
					trail: [
						{ type: 'opened' },
						{ type: 'nudged', actor: null, data: { action, level: 1, to: [{ id: manager.id }] } },
					],
				},
			});
			expect(await bench().toldTo(manager, reason)).toHaveLength(1);
			expect(await bench().toldTo(approvers[0], reason)).toEqual([]);
			const voted = await bench().vote(open, approvers[0], 'approved');
			expect(voted.case.state).toBe('approved');
		});

		it('is nothing to nobody', async () => {
			const open = await bench().pendingCase();
			const { case: told } = await escalate(open, { action: 'remind', step: null, sla: null });
			expect(told).toMatchObject({
				escalationLevel: 1,
				sla: { dueAt: '2031-03-03T16:00:00.000Z' },
				trail: [{ type: 'opened' }, { type: 'nudged', data: { to: [] } }],
			});
		});

		it('marks the case as urgent', async () => {
			const open = await bench().pendingCase();
			const { case: urgent } = await escalate(open, { action: 'priority', step: null });
			expect(urgent).toMatchObject({ expedited: true, escalationLevel: 1 });
		});

		it('is put off: nothing is climbed, and the case is due later', async () => {
			const open = await bench().pendingCase();
			const { case: putOff } = await escalate(open, { action: 'postpone', step: null });
			expect(putOff).toMatchObject({
				escalationLevel: 0,
				sla: { dueAt: '2031-03-04T12:00:00.000Z' },
				trail: [{ type: 'opened' }, { type: 'postponed', actor: null }],
			});
			expect(await escalate(putOff)).toMatchObject({ status: 'escalated' });
		});
	});

	it('does nothing to a case that has changed since it was planned', async () => {
		const open = await bench().pendingCase({ steps: [bench().step({ quorum: 2 })] });
		await bench().vote(open, bench().stage.approvers[0], 'approved');

		expect(await escalate(open)).toMatchObject({
			status: 'changed',
			case: { round: 1, escalationLevel: 0, votes: [{ decision: 'approved' }] },
		});
	});

	describe('when nobody is left to ask', () => {
		it('has an owner, with a task: whoever is named', async () => {
			const open = await bench().pendingCase();
			const { approvers } = bench().stage;
			const [, second] = approvers;
			await bench().ledger.execute({
				command: 'escalate',
				caseId: open.id,
				version: open.version,
				level: 1,
				action: 'queue',
				step: null,
				ownerId: second.id,
				sla: null,
				reason: 'Nobody decided in time',
			});
			const { exhausted, owner } = await bench().show(open);
			expect({ exhausted, owner }).toMatchObject({ exhausted: true, owner: { id: second.id } });
			const domain = [
				['res_model', '=', 'x_approval_case'],
				['res_id', '=', open.id],
				['user_id', '=', second.id],
			];
			const tasks = await bench().read('mail.activity', domain, ['summary'], second);
			expect(tasks).toContainEqual(
				expect.objectContaining({ summary: `Nobody decided on ${open.name}` }),
			);
		});

		it('has an approval manager for its owner otherwise', async () => {
			const open = await bench().pendingCase();
			const { case: exhausted } = await exhaust(open);
			expect(exhausted.owner).not.toBeNull();
		});

		it('is decided by its owner in Odoo, who needs no other right, but never by who asked', async () => {
			const { administrator, salesperson } = bench().stage;
			const handOver = async (ownerId: number) => {
				const open = await bench().pendingCase();
				const { version } = open;
				await escalate({ ...open, version }, { action: 'queue', step: null, sla: null, ownerId });
				return open;
			};
			const [open, own] = [await handOver(administrator.id), await handOver(salesperson.id)];
			await bench().decideInOdoo(open, administrator, 'approved');
			expect(await bench().show(open)).toMatchObject({
				state: 'approved',
				decision: { by: { id: administrator.id } },
			});
			await bench().decideInOdoo(own, salesperson, 'approved');
			const { state, trail } = await bench().show(own);
			expect(state).toBe('pending');
			expect(trail.at(-1)).toMatchObject({
				type: 'vote_refused',
				data: { code: 'SEPARATION_OF_DUTIES' },
			});
		});

		it('stays pending with those asked', async () => {
			const open = await bench().pendingCase();
			const { approvers } = bench().stage;

			const exhausted = await exhaust(open);
			expect(exhausted).toMatchObject({
				status: 'escalated',
				case: { state: 'pending', round: 1, escalationLevel: 1, exhausted: true },
			});
			const voted = await bench().vote(exhausted.case, approvers[1], 'approved');
			expect(voted.case.state).toBe('approved');
		});

		it('lets an approval manager decide in Odoo, whatever the quorum', async () => {
			const { manager } = bench().stage;
			const open = await bench().pendingCase({
				steps: [bench().step({ quorum: 2 }), bench().step()],
			});
			await exhaust(open);
			await bench().decideInOdoo(open, manager, 'approved');

			expect(await bench().show(open)).toMatchObject({
				state: 'approved',
				decision: { by: { id: manager.id } },
			});
		});

		it('lets no approval manager decide on the page', async () => {
			const open = await bench().pendingCase();
			const { case: exhausted } = await exhaust(open);

			const voted = await bench().vote(exhausted, bench().stage.manager, 'approved');
			expect(voted).toMatchObject({ code: 'NOT_ASKED' });
		});
	});
}
