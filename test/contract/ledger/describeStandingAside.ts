import type { CaseView } from '../../../src/domain/case/caseView';
import { refusalSentences } from '../../../src/domain/case/refusalSentences';
import type { LedgerBench } from './LedgerBench';
import type { StageUser } from './LedgerStage';

export function describeStandingAside(bench: () => LedgerBench): void {
	const asked = ({ id: caseId, step, round }: CaseView, { id: actorId }: StageUser) =>
		({ caseId, actorId, step, round, channel: 'page', reason: null }) as const;
	/** A case that the first approver is asked about, and that the manager could decide too. */
	const forwardable = async () => {
		const { approvers, manager } = bench().stage;
		const step = bench().step({ approverIds: [approvers[0].id], eligibleIds: [manager.id] });
		return await bench().pendingCase({ steps: [step] });
	};
	/** Who finds the case among their own tasks. */
	const tasksOf = async ({ id }: CaseView) => {
		const { approvers, manager } = bench().stage;
		const found: number[] = [];
		for (const user of [...approvers, manager]) {
			const domain = [
				['res_model', '=', 'x_approval_case'],
				['res_id', '=', id],
				['user_id', '=', user.id],
			];
			const rows = await bench().read('mail.activity', domain, ['summary'], user);
			found.push(...rows.map(() => user.id));
		}
		return found;
	};

	describe('leaving a decision to the others', () => {
		it('asks them alone', async () => {
			const open = await bench().pendingCase();
			const [first, second] = bench().stage.approvers;
			const left = await bench().ledger.execute({ command: 'abstain', ...asked(open, first) });

			expect(left).toMatchObject({
				status: 'recorded',
				case: {
					state: 'pending',
					version: 2,
					approvers: [{ id: second.id }],
					trail: [{ type: 'opened' }, { type: 'abstained', actor: { id: first.id } }],
				},
			});
			expect(await tasksOf(open)).toEqual([second.id]);
			expect(await bench().vote(open, first, 'approved')).toMatchObject({ code: 'NOT_ASKED' });
		});

		it('is refused when too few would be left', async () => {
			const open = await bench().pendingCase({ steps: [bench().step({ quorum: 2 })] });
			const [first] = bench().stage.approvers;
			const left = await bench().ledger.execute({ command: 'abstain', ...asked(open, first) });

			expect(left).toMatchObject({ code: 'NOBODY_LEFT', case: { version: 1 } });
		});

		it('is refused to who has voted', async () => {
			const open = await bench().pendingCase({ steps: [bench().step({ quorum: 2 })] });
			const [first] = bench().stage.approvers;
			await bench().vote(open, first, 'approved');
			const left = await bench().ledger.execute({ command: 'abstain', ...asked(open, first) });

			expect(left).toMatchObject({ code: 'ALREADY_VOTED' });
		});
	});

	describe('forwarding', () => {
		const link = 'https://n8n.example.com/page?approval=theirs';

		it('asks somebody else with the authority, who gets a link of their own', async () => {
			const open = await forwardable();
			const { approvers, manager } = bench().stage;
			expect(open.eligible).toEqual([{ id: manager.id, name: manager.name }]);
			const forwarded = await bench().ledger.execute({
				command: 'forward',
				...asked(open, approvers[0]),
				toId: manager.id,
				link,
			});

			expect(forwarded).toMatchObject({
				status: 'recorded',
				case: { version: 2, approvers: [{ id: manager.id }], eligible: [] },
			});
			expect(await tasksOf(open)).toEqual([manager.id]);
			expect(await bench().toldTo(manager, open.name)).not.toEqual([]);
			expect(await bench().vote(open, manager, 'approved')).toMatchObject({
				case: { state: 'approved', decision: { by: { id: manager.id } } },
			});
		});

		it('is refused to somebody without the authority, and that stands in the trail', async () => {
			const open = await forwardable();
			const { approvers } = bench().stage;
			const forwarded = await bench().ledger.execute({
				command: 'forward',
				...asked(open, approvers[0]),
				toId: approvers[1].id,
				link: null,
			});

			expect(forwarded).toMatchObject({
				code: 'NOT_ELIGIBLE',
				case: {
					version: 1,
					trail: [{ type: 'opened' }, { type: 'vote_refused', data: { code: 'NOT_ELIGIBLE' } }],
				},
			});
		});

		it('is refused to whoever asked for the approval, whatever the matrix says', async () => {
			const { approvers, salesperson } = bench().stage;
			const step = bench().step({ eligibleIds: [salesperson.id] });
			const open = await bench().pendingCase({ steps: [step] });
			const forwarded = await bench().ledger.execute({
				command: 'forward',
				...asked(open, approvers[0]),
				toId: salesperson.id,
				link: null,
			});

			expect(forwarded).toMatchObject({ code: 'NOT_ELIGIBLE' });
		});

		it('works in Odoo too', async () => {
			const open = await forwardable();
			const { approvers, manager } = bench().stage;
			await bench().sayInOdoo(open, approvers[0], {
				x_act: 'forwarded',
				x_forward_to_id: manager.id,
				x_reason: 'Your customer',
			});

			expect(await bench().show(open)).toMatchObject({
				approvers: [{ id: manager.id }],
				trail: [
					{ type: 'opened' },
					{ type: 'forwarded', data: { to: { id: manager.id }, reason: 'Your customer' } },
				],
			});
		});
	});

	describe('taking a request back', () => {
		it('ends the case as sent back, and tells whoever waits', async () => {
			const open = await bench().pendingCase();
			const { salesperson } = bench().stage;
			await bench().sayInOdoo(open, salesperson, { x_act: 'recalled', x_reason: 'Wrong price' });

			expect(await bench().show(open)).toMatchObject({
				state: 'sent_back',
				version: 2,
				approvers: [],
				decision: { by: { id: salesperson.id }, reasonCode: 'recalled', reason: 'Wrong price' },
				trail: [{ type: 'opened' }, { type: 'recalled' }, { type: 'sent_back' }],
			});
			expect(await tasksOf(open)).toEqual([]);
			expect(await bench().eventsOfCase(open)).toHaveLength(1);
		});

		it('needs a reason', async () => {
			const open = await bench().pendingCase();
			const said = bench().sayInOdoo(open, bench().stage.salesperson, { x_act: 'recalled' });

			await expect(said).rejects.toThrow(refusalSentences.REASON_REQUIRED);
		});

		it('is for whoever asked, and for nobody else', async () => {
			const open = await bench().pendingCase();
			const said = bench().sayInOdoo(open, bench().stage.approvers[0], {
				x_act: 'recalled',
				x_reason: 'I say so',
			});

			await expect(said).rejects.toThrow(refusalSentences.NOT_REQUESTER);
		});
	});

	describe('marking a case as urgent', () => {
		it('is on record, once, with its reason', async () => {
			const open = await bench().pendingCase();
			const { salesperson } = bench().stage;
			const urgent = { x_act: 'expedited', x_reason: 'The ship leaves tonight' };
			await bench().sayInOdoo(open, salesperson, urgent);
			await bench().sayInOdoo(open, salesperson, urgent);

			expect(await bench().show(open)).toMatchObject({
				state: 'pending',
				expedited: true,
				version: 2,
				trail: [
					{ type: 'opened' },
					{ type: 'expedited', actor: { id: salesperson.id }, data: { reason: urgent.x_reason } },
				],
			});
		});

		it('needs a reason', async () => {
			const open = await bench().pendingCase();
			const said = bench().sayInOdoo(open, bench().stage.salesperson, { x_act: 'expedited' });

			await expect(said).rejects.toThrow(refusalSentences.REASON_REQUIRED);
		});
	});

	it('is one thing at a time, and not nothing', async () => {
		const open = await bench().pendingCase();
		const [approver] = bench().stage.approvers;
		for (const said of [{}, { x_act: 'abstained', x_decision: 'approved' }]) {
			await expect(bench().sayInOdoo(open, approver, said)).rejects.toThrow('choose one thing');
		}
	});
}
