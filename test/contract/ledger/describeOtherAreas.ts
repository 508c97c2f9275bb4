import type { CommandOf } from '../../../src/domain/case/commands';
import type { CommandResults } from '../../../src/domain/case/commandResults';
import { release, type LedgerBench } from './LedgerBench';

const credit = { key: 'suite:credit', area: 'credit_release' };

export function describeOtherAreas(bench: () => LedgerBench): void {
	describe('an order that two areas decide about', () => {
		beforeAll(async () => {
			await bench().subscribe('record', credit);
		});

		afterAll(async () => {
			await bench().ledger.execute({ command: 'unsubscribe', key: credit.key });
		});

		/** Policy approves it in one of the areas, and has it released. */
		const approve = async (
			orderId: number,
			area: string,
			changes: Partial<CommandOf<'open'>> = {},
		): Promise<CommandResults['open']> => {
			const decided = { policyDecision: 'approved' as const, effect: release, steps: [] };
			const command = await bench().openCommand(orderId, { area, ...decided, ...changes });
			return await bench().ledger.execute(command);
		};
		const outcome = (state: string) => ({ status: 'opened', case: { outcome: state } });

		it('is released by the last approval that it needs', async () => {
			const orderId = await bench().sentQuotation();

			const first = await approve(orderId, 'sales_order_release');
			expect(first).toMatchObject(outcome('kept'));
			const trail = first.status === 'opened' ? first.case.trail : [];
			expect(trail.at(-1)?.data).toMatchObject({ message: 'It still needs: Credit release' });
			expect(await bench().orderState(orderId)).toBe('sent');
			expect(await approve(orderId, credit.area)).toMatchObject(outcome('released'));
			expect(await bench().orderState(orderId)).toBe('sale');
		});

		it('is released by nobody where one rejects it', async () => {
			const orderId = await bench().sentQuotation();
			const rejected = { policyDecision: 'rejected', effect: null } as const;
			await approve(orderId, credit.area, rejected);

			expect(await approve(orderId, 'sales_order_release')).toMatchObject(outcome('kept'));
			expect(await bench().orderState(orderId)).toBe('sent');
		});

		it('needs both again when it changed in between', async () => {
			const orderId = await bench().sentQuotation();
			await approve(orderId, credit.area);
			await bench().changePrice(orderId, 90);

			expect(await approve(orderId, 'sales_order_release')).toMatchObject(outcome('kept'));
			expect(await approve(orderId, credit.area)).toMatchObject(outcome('released'));
		});

		it('needs both again when it is handed in once more', async () => {
			const orderId = await bench().sentQuotation();
			await approve(orderId, credit.area);
			await approve(orderId, 'sales_order_release');
			await bench().change(orderId, { state: 'draft' });
			await bench().change(orderId, { state: 'sent' });

			expect(await approve(orderId, 'sales_order_release')).toMatchObject(outcome('kept'));
		});

		it('says which case released it, where the other one comes late', async () => {
			const orderId = await bench().sentQuotation();
			const people = { policyDecision: null, effect: null, steps: [bench().step()] };
			const asked = await approve(orderId, 'sales_order_release', people);
			if (asked.status !== 'opened') throw new Error(asked.status);
			const { case: approved } = await bench().vote(
				asked.case,
				bench().stage.approvers[0],
				'approved',
			);
			const other = await approve(orderId, credit.area);
			const name = other.status === 'opened' ? other.case.name : '';

			expect(await bench().apply(approved)).toMatchObject({
				recordState: 'sale',
				message: `It was released by ${name}`,
				case: { outcome: 'kept' },
			});
		});

		it('is released once by two approvals at the same time', async () => {
			for (let race = 0; race < Math.min(bench().stage.races, 10); race += 1) {
				const orderId = await bench().sentQuotation();
				const both = await Promise.all(
					['sales_order_release', credit.area].map(async (area) => await approve(orderId, area)),
				);

				const outcomes = both.map((one) => (one.status === 'opened' ? one.case.outcome : ''));
				expect(outcomes.sort()).toEqual(['kept', 'released']);
				expect(await bench().orderState(orderId)).toBe('sale');
			}
		});
	});
}
