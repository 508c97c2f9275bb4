import { ownAreaSchema } from '../../../src/domain/areas/ownArea/OwnArea';
import { ownReadingSchema } from '../../../src/domain/areas/ownArea/OwnReading';
import type { AreaStage } from './AreaStage';
import { ownAreaSuite } from './ownAreaSuite';

/** An area that nobody wrote code for: purchase orders that somebody marked as urgent. */
export function describeOwnDocuments(stage: () => AreaStage): void {
	describe('an area of the house for documents', () => {
		const urgent = ownAreaSchema.parse({
			id: 'urgent_purchase',
			label: 'Urgent purchase',
			model: 'purchase.order',
			asks: 'saved',
			domain: [
				['state', '=', 'draft'],
				['priority', '=', '1'],
			],
			fields: ['priority', 'amount_total'],
			effects: {
				approved: {
					kind: 'call',
					method: 'button_confirm',
					expect: { field: 'state', values: ['purchase', 'to approve'] },
				},
				rejected: {
					kind: 'call',
					method: 'button_cancel',
					expect: { field: 'state', values: ['cancel'] },
				},
				sent_back: { kind: 'leave' },
			},
			hold: [['state', 'in', ['purchase', 'to approve']]],
		});
		const urgently = ownReadingSchema.parse({
			facts: [{ name: 'total', path: 'amount_total', unit: 'money' }],
			amountPath: 'amount_total',
			requester: 'user_id',
		});
		const orders = ownAreaSuite(stage, urgent, urgently);

		const anOrder = async () => {
			const partner = await stage().makeAsAdmin('res.partner', { name: 'Eilig SA' });
			const product = await stage().makeAsAdmin('product.product', { name: 'Valve' });
			const line = { product_id: product, product_qty: 2, price_unit: 50, tax_ids: [[5]] };
			const order = { partner_id: partner, priority: '1', order_line: [[0, 0, line]] };
			return await stage().create('purchase.order', order);
		};
		const stateOf = async (id: number) => await stage().fieldOf('purchase.order', id, 'state');

		it('calls a method, and reads back what came of it', async () => {
			const id = await anOrder();
			const asked = await orders.ask(id);

			expect(asked.gathered).toMatchObject({ amount: 100, requester: { name: 'Carl' } });
			expect(await orders.decide(asked, 'approved')).toMatchObject({
				case: { outcome: 'released' },
			});
			expect(['purchase', 'to approve']).toContain(await stateOf(id));
		});

		it('calls another one when it is rejected', async () => {
			const id = await anOrder();
			await orders.decide(await orders.ask(id), 'rejected');

			expect(await stateOf(id)).toBe('cancel');
		});

		it('refuses the step to people while it is asked', async () => {
			const id = await anOrder();
			await orders.ask(id);

			await expect(stage().run('purchase.order', 'button_confirm', { ids: [id] })).rejects.toThrow(
				'(Urgent purchase) waits for approval. Asked: Ada.',
			);
			expect(await stateOf(id)).toBe('draft');
		});

		it('catches up on a document that nobody heard of', async () => {
			await orders.silence();
			const id = await anOrder();
			await orders.listen();

			expect(await stage().eventsAbout(urgent, id)).toHaveLength(1);
		});
	});
}
