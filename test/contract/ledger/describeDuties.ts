import type { LedgerBench } from './LedgerBench';
import type { LedgerStage, StageUser } from './LedgerStage';

/** Ways around the separation of duties, each of which the transaction of the vote closes. */
export function describeDuties(bench: () => LedgerBench): void {
	describe('nobody decides on their own matter by way of somebody else', () => {
		const refusedAndOnRecord = {
			status: 'refused',
			code: 'SEPARATION_OF_DUTIES',
			case: { state: 'pending' },
		};

		it.each<{ whose: string; of: (stage: LedgerStage) => StageUser }>([
			{ whose: 'whoever asked for it', of: ({ salesperson }) => salesperson },
			{ whose: 'somebody who worked on it', of: ({ manager }) => manager },
		])('not for $whose', async ({ of }) => {
			const { approvers, manager, salesperson } = bench().stage;
			const delegations = [{ delegateId: approvers[0].id, forId: of(bench().stage).id }];
			const open = await bench().pendingCase({
				involvedIds: [salesperson.id, manager.id],
				steps: [bench().step({ delegations })],
			});
			const voted = await bench().vote(open, approvers[0], 'approved');

			expect(voted).toMatchObject(refusedAndOnRecord);
			expect(voted.case.trail.at(-1)).toMatchObject({
				type: 'vote_refused',
				actor: { id: approvers[0].id },
			});
		});

		it.each<{ second: 'delegate' | 'original' }>([{ second: 'delegate' }, { second: 'original' }])(
			'not twice in two steps: the $second again',
			async ({ second }) => {
				const { approvers, manager } = bench().stage;
				const [delegate] = approvers;
				const again = second === 'delegate' ? delegate : manager;
				const open = await bench().pendingCase({
					steps: [
						bench().step({
							approverIds: [delegate.id],
							delegations: [{ delegateId: delegate.id, forId: manager.id }],
						}),
						bench().step({ role: 'finance', approverIds: [again.id, approvers[1].id] }),
					],
				});
				const { case: next } = await bench().vote(open, delegate, 'approved');
				expect(next).toMatchObject({ step: 1, state: 'pending' });

				expect(await bench().vote(next, again, 'approved')).toMatchObject(refusedAndOnRecord);
				expect(await bench().vote(next, approvers[1], 'approved')).toMatchObject({
					case: { state: 'approved' },
				});
			},
		);

		it('not by taking a case over', async () => {
			const { manager } = bench().stage;
			const open = await bench().pendingCase({ involvedIds: [manager.id] });
			await bench().decideInOdoo(open, manager, 'approved', 'I know better');

			expect(await bench().show(open)).toMatchObject({
				state: 'pending',
				trail: [{ type: 'opened' }, { type: 'vote_refused', actor: { id: manager.id } }],
			});
		});

		it('says for whom somebody has answered, and tells those', async () => {
			const { approvers, manager } = bench().stage;
			const [delegate] = approvers;
			const delegations = [{ delegateId: delegate.id, forId: manager.id }];
			const open = await bench().pendingCase({ steps: [bench().step({ delegations })] });
			const voted = await bench().vote(open, delegate, 'approved');

			expect(voted.case.votes).toMatchObject([{ forIds: [manager.id] }]);
			expect(await bench().toldTo(manager, `${delegate.name} is asked about`)).not.toEqual([]);
		});
	});

	describe('a record that changed while people look at it', () => {
		it.each(['approved', 'rejected'] as const)('is not %s; the case ends', async (decision) => {
			const open = await bench().pendingCase();
			const [approver] = bench().stage.approvers;
			await bench().changePrice(open.recordId, 90);

			expect(await bench().vote(open, approver, decision)).toMatchObject({
				code: 'RECORD_CHANGED',
				case: { state: 'superseded', votes: [] },
			});
			expect(await bench().eventsOfCase(open)).toHaveLength(1);
		});

		it('is not decided in Odoo either, and the case ends there', async () => {
			const open = await bench().pendingCase();
			await bench().changePrice(open.recordId, 90);
			await bench().decideInOdoo(open, bench().stage.approvers[0], 'approved');

			expect(await bench().show(open)).toMatchObject({ state: 'superseded' });
		});
	});

	describe('a risk too high for a link', () => {
		it('is decided in Odoo only', async () => {
			const open = await bench().pendingCase({ odooOnly: true });
			const [approver] = bench().stage.approvers;
			for (const channel of ['page', 'link'] as const) {
				expect(await bench().vote(open, approver, 'approved', { channel })).toMatchObject({
					code: 'ODOO_ONLY',
				});
			}
			await bench().decideInOdoo(open, approver, 'approved');

			expect(await bench().show(open)).toMatchObject({ state: 'approved' });
		});
	});

	it('asks for a kind of reason when somebody rejects', async () => {
		const open = await bench().pendingCase();
		const [approver] = bench().stage.approvers;

		expect(await bench().vote(open, approver, 'rejected', { reasonCode: null })).toMatchObject({
			code: 'REASON_CODE_REQUIRED',
		});
	});
}
