import type { CommandOf } from '../../../src/domain/case/commands';
import type { VoteRefusal } from '../../../src/domain/case/commandResults';
import type { Decision } from '../../../src/domain/case/vocabulary';
import type { LedgerBench } from './LedgerBench';
import type { LedgerStage, StageUser } from './LedgerStage';

const anApprover = ({ approvers: [first] }: LedgerStage): StageUser => first;

export function describeVoting(bench: () => LedgerBench): void {
	describe('voting', () => {
		it.each<{ decision: Decision; reason: string | null }>([
			{ decision: 'approved', reason: null },
			{ decision: 'approved', reason: 'A customer worth it' },
			{ decision: 'rejected', reason: 'Below what it costs' },
			{ decision: 'sent_back', reason: 'Which delivery date?' },
		])('decides the case: $decision ($reason)', async ({ decision, reason }) => {
			const open = await bench().pendingCase();
			const { id, name } = anApprover(bench().stage);
			const reasonCode = 'commercial';
			const voted = await bench().vote(open, { id, name, login: '', apiKey: '' }, decision, {
				reason,
				reasonCode,
			});

			const by = { id, name };
			const answered = { step: 0, round: 1, decision };
			const grounds = { reasonCode, reason };
			expect(voted).toMatchObject({
				status: 'recorded',
				case: {
					state: decision,
					outcome: 'none',
					version: 2,
					approvers: [],
					votes: [{ actor: by, ...answered }],
					decision: { decision, by, ...grounds },
					trail: [
						{ type: 'opened' },
						{ type: 'voted', actor: by, data: { ...answered, channel: 'page', ...grounds } },
						{ type: decision, actor: by, data: grounds },
					],
				},
			});
		});

		it('counts the same vote once, also when it decided the case', async () => {
			const open = await bench().pendingCase();
			const first = await bench().vote(open, anApprover(bench().stage), 'approved');
			const again = await bench().vote(open, anApprover(bench().stage), 'approved');

			expect(again).toEqual(first);
		});

		it.each<{
			code: VoteRefusal;
			by: (stage: LedgerStage) => StageUser;
			decision?: Decision;
			changes?: Partial<CommandOf<'vote'>>;
		}>([
			{ code: 'NOT_ASKED', by: ({ manager }) => manager },
			{ code: 'SEPARATION_OF_DUTIES', by: ({ salesperson }) => salesperson },
			{ code: 'STALE_ROUND', by: anApprover, changes: { round: 2 } },
			{ code: 'STALE_ROUND', by: anApprover, changes: { step: 1 } },
			{ code: 'REASON_REQUIRED', by: anApprover, decision: 'rejected', changes: { reason: null } },
			{ code: 'REASON_REQUIRED', by: anApprover, decision: 'rejected', changes: { reason: ' ' } },
			{ code: 'REASON_REQUIRED', by: anApprover, decision: 'sent_back', changes: { reason: null } },
		])('is refused: $code', async ({ code, by, decision = 'approved', changes = {} }) => {
			const open = await bench().pendingCase();
			const refused = await bench().vote(open, by(bench().stage), decision, changes);

			const before = { state: 'pending', version: 1, votes: [] };
			expect(refused).toMatchObject({ status: 'refused', code, case: before });
		});

		it('is refused to who is involved, and that stands in the trail', async () => {
			const { approvers } = bench().stage;
			const open = await bench().pendingCase({ involvedIds: [approvers[0].id] });
			const refused = await bench().vote(open, approvers[0], 'approved');

			expect(refused).toMatchObject({
				code: 'SEPARATION_OF_DUTIES',
				case: {
					trail: [
						{ type: 'opened' },
						{
							type: 'vote_refused',
							actor: { id: approvers[0].id },
							data: { code: 'SEPARATION_OF_DUTIES' },
						},
					],
				},
			});
		});

		it('is refused after the end', async () => {
			const open = await bench().pendingCase();
			const [first, second] = bench().stage.approvers;
			await bench().vote(open, first, 'rejected');

			expect(await bench().vote(open, second, 'approved')).toMatchObject({
				code: 'CASE_CLOSED',
				case: { state: 'rejected', version: 2 },
			});
		});
	});

	describe('a step that needs two', () => {
		it('is decided by the second approval', async () => {
			const open = await bench().pendingCase({ steps: [bench().step({ quorum: 2 })] });
			const [first, second] = bench().stage.approvers;

			expect(await bench().vote(open, first, 'approved')).toMatchObject({
				case: { state: 'pending', version: 2, step: 0, round: 1, votes: [{}] },
			});
			expect(await bench().vote(open, second, 'approved')).toMatchObject({
				case: { state: 'approved', decision: { by: { id: second.id } } },
			});
		});

		it('lets nobody vote both ways', async () => {
			const open = await bench().pendingCase({ steps: [bench().step({ quorum: 2 })] });
			const [first] = bench().stage.approvers;
			await bench().vote(open, first, 'approved');

			expect(await bench().vote(open, first, 'rejected')).toMatchObject({
				code: 'ALREADY_VOTED',
				case: { state: 'pending' },
			});
		});

		it('is ended by one rejection', async () => {
			const open = await bench().pendingCase({ steps: [bench().step({ quorum: 2 })] });
			const [first, second] = bench().stage.approvers;
			await bench().vote(open, first, 'approved');

			expect(await bench().vote(open, second, 'rejected')).toMatchObject({
				case: { state: 'rejected' },
			});
		});
	});

	describe('two steps', () => {
		const twoSteps = () => {
			const { approvers, manager } = bench().stage;
			const finance = [approvers[0].id, manager.id];
			return { steps: [bench().step(), bench().step({ role: 'finance', approverIds: finance })] };
		};

		it('are asked one after the other', async () => {
			const { approvers, manager } = bench().stage;
			const open = await bench().pendingCase(twoSteps());
			const first = await bench().vote(open, approvers[0], 'approved');

			expect(first).toMatchObject({
				case: { state: 'pending', version: 2, step: 1, round: 2, votes: [], decision: null },
			});
			expect(first.case.approvers.map(({ id }) => id).sort()).toEqual(
				[approvers[0].id, manager.id].sort(),
			);
			expect(first.case.trail.map(({ type }) => type)).toEqual([
				'opened',
				'voted',
				'step_approved',
			]);
			expect(await bench().vote(first.case, manager, 'approved')).toMatchObject({
				case: { state: 'approved', decision: { by: { id: manager.id } } },
			});
		});

		it('are never decided by the same person', async () => {
			const { approvers } = bench().stage;
			const open = await bench().pendingCase(twoSteps());
			const first = await bench().vote(open, approvers[0], 'approved');

			expect(await bench().vote(first.case, approvers[0], 'approved')).toMatchObject({
				code: 'SEPARATION_OF_DUTIES',
				case: { state: 'pending', step: 1 },
			});
		});

		it('refuse a link of the first step in the second', async () => {
			const { approvers } = bench().stage;
			const open = await bench().pendingCase(twoSteps());
			await bench().vote(open, approvers[0], 'approved');

			expect(await bench().vote(open, approvers[1], 'approved')).toMatchObject({
				code: 'STALE_ROUND',
			});
		});
	});
}
