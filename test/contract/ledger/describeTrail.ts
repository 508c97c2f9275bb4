import { z } from 'zod';
import { auditEntrySchema, verifyChain } from '../../../src/domain/audit/verifyChain';
import { release, type LedgerBench } from './LedgerBench';

const eventRows = z.array(
	z
		.object({
			x_seq: z.number(),
			x_type: z.string(),
			x_at: z.string(),
			x_actor_id: z.union([z.tuple([z.number(), z.string()]), z.literal(false)]),
			x_payload: z.string(),
			x_previous_hash: z.string(),
			x_hash: z.string(),
		})
		.transform((row) => ({
			seq: row.x_seq,
			type: row.x_type,
			at: row.x_at,
			actorId: row.x_actor_id ? row.x_actor_id[0] : null,
			payload: row.x_payload,
			previousHash: row.x_previous_hash,
			hash: row.x_hash,
		}))
		.pipe(auditEntrySchema),
);

export function describeTrail(bench: () => LedgerBench): void {
	describe('the trail', () => {
		const trailOf = async (caseId: number) => {
			const fields = ['x_seq', 'x_type', 'x_at', 'x_actor_id'];
			const seals = ['x_payload', 'x_previous_hash', 'x_hash'];
			const domain = [['x_case_id', '=', caseId]];
			return eventRows.parse(await bench().read('x_approval_event', domain, [...fields, ...seals]));
		};

		it('is a chain that ends in the case, with everything that happened', async () => {
			const orderId = await bench().sentQuotation();
			const open = await bench().openedCase(orderId);
			const { salesperson, approvers } = bench().stage;
			await bench().vote(open, salesperson, 'approved');
			await bench().ledger.execute({ command: 'note', caseId: open.id, text: 'Prüfen: 5 € "ok"' });
			await bench().vote(open, approvers[0], 'approved', { reason: '客户很重要' });
			await bench().apply(open, release);

			const { lastHash } = await bench().show(open);
			const entries = await trailOf(open.id);
			expect(entries.map(({ type }) => type)).toEqual([
				'opened',
				'vote_refused',
				'noted',
				'voted',
				'approved',
				'released',
			]);
			expect(verifyChain(entries, { caseId: open.id, lastHash })).toEqual({
				intact: true,
				count: 6,
				lastHash,
			});
		});

		it('holds what was known when the case opened', async () => {
			const command = await bench().openCommand(await bench().sentQuotation());
			const opened = await bench().ledger.execute(command);

			const entries = await trailOf(opened.status === 'opened' ? opened.case.id : 0);
			const { watched, facts, policy, steps, sla, figures, fingerprint } = command;
			expect(JSON.parse(entries[0]?.payload ?? '')).toMatchObject({
				seq: 1,
				type: 'opened',
				data: { watched, facts, policy, steps, sla, figures, fingerprint },
			});
		});
	});
}
