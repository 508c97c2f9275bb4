import { z } from 'zod';
import { startOdoo } from '../../scripts/real/odoo';
import { LedgerBench } from '../contract/ledger/LedgerBench';
import { openRealStage } from '../contract/ledger/realStage';

describe('approving cases of low risk together (real Odoo 19)', () => {
	let bench: LedgerBench;

	beforeAll(async () => {
		const odoo = await startOdoo();
		const stage = await openRealStage(odoo, async () => {
			await odoo.drop();
		});
		bench = await LedgerBench.open(stage);
	}, 300_000);

	afterAll(async () => {
		await bench.close();
	});

	/** What the list's menu does with the chosen cases. */
	const approveTogether = async (caseIds: number[]): Promise<string> => {
		const { administrator, approvers } = bench.stage;
		const domain = [
			['module', '=', 'n8n_approvals'],
			['name', '=', 'action_approve_selected'],
		];
		const [action] = await bench.read('ir.model.data', domain, ['res_id'], administrator);
		const context = { active_model: 'x_approval_case', active_id: caseIds[0], active_ids: caseIds };
		const shown = z.object({ params: z.object({ message: z.string() }) });
		const args = { ids: [Number(action?.['res_id'])], context };
		const { params } = await bench
			.client(approvers[0])
			.call('ir.actions.server', 'run', args, shown);
		return params.message;
	};

	it('approves those it may, and leaves the others as they were', async () => {
		const { approvers } = bench.stage;
		const low = [
			await bench.pendingCase({ bulkAllowed: true }),
			await bench.pendingCase({ bulkAllowed: true }),
		];
		const others = [
			await bench.pendingCase({ bulkAllowed: false }),
			await bench.pendingCase({
				bulkAllowed: true,
				steps: [bench.step({ approverIds: [approvers[1].id] })],
			}),
			await bench.decidedCase('sent_back'),
		];
		const message = await approveTogether([...low, ...others].map(({ id }) => id));

		expect(message).toBe(
			'2 approved. 3 left as they were: you are not asked, or the risk asks for a look at each.',
		);
		for (const one of low) {
			expect(await bench.show(one)).toMatchObject({
				state: 'approved',
				decision: { by: { id: approvers[0].id } },
			});
		}
		const states = await Promise.all(others.map(async (one) => (await bench.show(one)).state));
		expect(states).toEqual(['pending', 'pending', 'sent_back']);
	}, 120_000);

	it('is no way around the separation of duties', async () => {
		const { approvers } = bench.stage;
		const own = await bench.pendingCase({ bulkAllowed: true, involvedIds: [approvers[0].id] });
		const message = await approveTogether([own.id]);

		expect(message).toContain('0 approved.');
		expect(await bench.show(own)).toMatchObject({
			state: 'pending',
			trail: [{ type: 'opened' }, { type: 'vote_refused' }],
		});
	}, 120_000);
});
