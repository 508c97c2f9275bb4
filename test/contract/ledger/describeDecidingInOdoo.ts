import { refusalSentences } from '../../../src/domain/case/refusalSentences';
import type { CommandOf } from '../../../src/domain/case/commands';
import type { VoteRefusal } from '../../../src/domain/case/commandResults';
import type { Decision } from '../../../src/domain/case/vocabulary';
import { OdooAccessError, OdooUserError } from '../../../src/odoo/errors';
import type { LedgerBench } from './LedgerBench';
import type { LedgerStage, StageUser } from './LedgerStage';

export function describeDecidingInOdoo(bench: () => LedgerBench): void {
	describe('deciding in Odoo', () => {
		it('counts as the vote of that person', async () => {
			const open = await bench().pendingCase();
			const [approver] = bench().stage.approvers;
			await bench().decideInOdoo(open, approver, 'rejected', 'Below cost');

			const by = { id: approver.id, name: approver.name };
			expect(await bench().show(open)).toMatchObject({
				state: 'rejected',
				decision: { decision: 'rejected', by, reason: 'Below cost' },
				trail: [
					{ type: 'opened' },
					{ type: 'voted', actor: by, data: { channel: 'odoo' } },
					{ type: 'rejected', actor: by },
				],
			});
		});

		it('tells whoever waits for the case', async () => {
			const open = await bench().pendingCase();
			await bench().decideInOdoo(open, bench().stage.approvers[0], 'approved');

			expect(await bench().eventsOfCase(open)).toMatchObject([
				{
					x_state: 'pending',
					x_model: 'x_approval_case',
					x_res_id: open.id,
					x_area: 'sales_order_release',
				},
			]);
			const [query] = await bench().receiver.about(open.id, { model: 'x_approval_case' });
			expect(query?.get('topic')).toBe('case');
		});

		it.each<{ channel: CommandOf<'vote'>['channel']; events: number; whom: string }>([
			{ channel: 'page', events: 0, whom: 'nobody: who waits is woken there' },
			{ channel: 'link', events: 1, whom: 'whoever waits, once' },
		])('tells of a decision by $channel: $whom', async ({ channel, events }) => {
			const open = await bench().pendingCase();
			const [approver] = bench().stage.approvers;
			await bench().vote(open, approver, 'approved', { channel });
			await bench().vote(open, approver, 'approved', { channel });

			expect(await bench().eventsOfCase(open)).toHaveLength(events);
		});

		it('tells nobody of an answer by link that decides nothing', async () => {
			const open = await bench().pendingCase({ steps: [bench().step({ quorum: 2 })] });
			await bench().vote(open, bench().stage.approvers[0], 'approved', { channel: 'link' });

			expect(await bench().eventsOfCase(open)).toEqual([]);
		});

		it('tells the relay when the next step has to be asked', async () => {
			const { approvers, manager } = bench().stage;
			const steps = [bench().step(), bench().step({ approverIds: [manager.id] })];
			const open = await bench().pendingCase({ steps });
			await bench().decideInOdoo(open, approvers[0], 'approved');

			expect(await bench().show(open)).toMatchObject({ state: 'pending', step: 1, round: 2 });
			expect(await bench().eventsOfCase(open)).toHaveLength(1);
		});

		it('tells whoever waits when the case is superseded', async () => {
			const open = await bench().pendingCase();
			await bench().changePrice(open.recordId, 90);
			await bench().openedCase(open.recordId);

			expect(await bench().eventsOfCase(open)).toHaveLength(1);
		});

		it.each<{ code: VoteRefusal; by: (stage: LedgerStage) => StageUser; decision: Decision }>([
			{ code: 'REASON_REQUIRED', by: ({ manager }) => manager, decision: 'approved' },
			{ code: 'REASON_REQUIRED', by: ({ approvers }) => approvers[0], decision: 'rejected' },
		])('is refused in plain words: $code', async ({ code, by, decision }) => {
			const open = await bench().pendingCase();
			const decided = bench().decideInOdoo(open, by(bench().stage), decision);

			await expect(decided).rejects.toBeInstanceOf(OdooUserError);
			await expect(decided).rejects.toThrow(refusalSentences[code]);
			expect(await bench().show(open)).toMatchObject({ state: 'pending', version: 1 });
		});

		it('is refused after the end', async () => {
			const open = await bench().pendingCase();
			const [first, second] = bench().stage.approvers;
			await bench().decideInOdoo(open, first, 'approved');

			const late = bench().decideInOdoo(open, second, 'rejected', 'Too late');
			await expect(late).rejects.toThrow(refusalSentences.CASE_CLOSED);
		});

		it('is not open to people without a role', async () => {
			const open = await bench().pendingCase();

			const decided = bench().decideInOdoo(open, bench().stage.administrator, 'approved');
			await expect(decided).rejects.toBeInstanceOf(OdooAccessError);
		});

		it('keeps the attempt of whoever asked for the approval on record', async () => {
			const open = await bench().pendingCase();
			const { salesperson } = bench().stage;
			await bench().decideInOdoo(open, salesperson, 'approved');

			expect(await bench().show(open)).toMatchObject({
				state: 'pending',
				version: 1,
				trail: [
					{ type: 'opened' },
					{
						type: 'vote_refused',
						actor: { id: salesperson.id },
						data: { code: 'SEPARATION_OF_DUTIES' },
					},
				],
			});
			const about = [['x_case_id', '=', open.id]];
			expect(await bench().read('x_approval_decision', about, ['x_refusal'])).toMatchObject([
				{ x_refusal: 'SEPARATION_OF_DUTIES' },
			]);
		});

		it('lets a manager decide in the place of whoever is asked, with a reason', async () => {
			const open = await bench().pendingCase();
			const { manager } = bench().stage;
			await bench().decideInOdoo(open, manager, 'approved', 'Nobody is here today');

			expect(await bench().show(open)).toMatchObject({
				state: 'approved',
				decision: { by: { id: manager.id }, reason: 'Nobody is here today' },
				trail: [
					{ type: 'opened' },
					{ type: 'taken_over', actor: { id: manager.id } },
					{ type: 'voted' },
					{ type: 'approved' },
				],
			});
		});
	});
}
