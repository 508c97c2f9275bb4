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

	describe('when nobody is left to ask', () => {
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
