import { rushOrder } from '../../../src/domain/areas/rushOrder/rushOrder';
import type { AreaStage } from './AreaStage';
import { rushOrders } from './records/rushOrders';

/** The same figures out of Odoo's own tables. */
const rushSql = (delivery: number) => `
	SELECT (SELECT round(sum(move.product_qty * line.price_subtotal / line.product_uom_qty
			/ sold.currency_rate)::numeric, 2)
			FROM stock_move move JOIN sale_order_line line ON line.id = move.sale_line_id
			JOIN sale_order sold ON sold.id = line.order_id
			WHERE move.picking_id = ${delivery} AND move.state NOT IN ('done', 'cancel')),
		(SELECT count(*) FROM x_approval_case WHERE x_area = 'rush_order' AND x_state <> 'superseded'
			AND x_res_id <> ${delivery} AND x_requester_id = rush.write_uid),
		(SELECT count(*) > 0 FROM mail_message WHERE message_type = 'comment' AND
			(model = 'stock.picking' AND res_id = ${delivery}
			OR model = 'sale.order' AND res_id = rush.sale_id))
	FROM stock_picking rush WHERE id = ${delivery}`;

export function describeRushOrder(stage: () => AreaStage): void {
	describe('rush order', () => {
		const { deliveries, prepare, aSale, comment, hurry } = rushOrders(stage);

		const aRush = async (product?: number) => {
			const { delivery } = await aSale(product);
			await hurry(delivery);
			return delivery;
		};
		const fieldOf = async (id: number, field: string) =>
			await stage().fieldOf('stock.picking', id, field);

		beforeAll(async () => {
			await stage().listenFor([rushOrder]);
			await prepare();
		});

		it('lets a rush order with a reason go first', async () => {
			const { order, delivery } = await aSale();
			await comment('sale.order', order);
			await hurry(delivery);

			expect(await stage().process(rushOrder, delivery)).toMatchObject({
				gathered: { requester: { id: stage().clerk.id } },
				policy: { outcome: 'auto_approve', missingFacts: [] },
				opened: { case: { state: 'approved', outcome: 'released' } },
			});
			expect(await fieldOf(delivery, 'priority')).toBe('1');
			expect(await stage().eventsAbout(rushOrder, delivery)).toEqual([]);
		});

		it('asks where goods are missing, and takes what there is when it is approved', async () => {
			const rare = await deliveries.aProduct('Rare rush pump', 0);
			const id = await aRush(rare);
			await comment('stock.picking', id);
			const walk = await stage().process(rushOrder, id);
			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['goods-missing']);
			await deliveries.count(rare, 4);

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				case: { outcome: 'released' },
			});
			expect(await fieldOf(id, 'state')).toBe('assigned');
			expect(await fieldOf(id, 'priority')).toBe('1');
		});

		it('knows the value, the reason and who hurries how often', async () => {
			const id = await aRush();
			const other = await aRush();
			await stage().process(rushOrder, other);

			const [answer = ''] = await stage().sql(rushSql(id));
			const [value, rushes, reason] = answer.split('|');
			const { facts } = await stage().gather(rushOrder, id);
			expect(facts).toMatchObject({
				orderValue: Number(value),
				rushOrders30Days: Number(rushes),
				isReasonGiven: reason === 't',
				isStockReady: true,
			});
			expect([value, Number(rushes) > 0, reason]).toEqual(['160.00', true, 'f']);
		});

		it.each(['rejected', 'sent_back'] as const)(
			'takes the priority from a rush order that is %s',
			async (decision) => {
				const id = await aRush();
				const walk = await stage().process(rushOrder, id);
				expect(walk.policy.rules.map((rule) => rule.id)).toContain('no-reason');

				expect(await stage().decide(walk, decision)).toMatchObject({
					recordState: '0',
					case: { outcome: 'released' },
				});
				expect(await fieldOf(id, 'priority')).toBe('0');
				expect(await stage().eventsAbout(rushOrder, id)).toEqual([]);
			},
		);

		it.each([
			{ name: 'somebody takes the priority away', priorityGoes: hurry },
			// Odoo takes the priority from what is done.
			{ name: 'the delivery was made', priorityGoes: (id: number) => deliveries.deliver(id) },
		])('decides no more where $name meanwhile', async ({ priorityGoes }) => {
			const id = await aRush();
			const walk = await stage().process(rushOrder, id);
			await priorityGoes(id, '0');

			expect(await stage().vote(walk, 'approved')).toMatchObject({ code: 'RECORD_CHANGED' });
			expect(await stage().eventsAbout(rushOrder, id)).toEqual([]);
		});

		it('says so when the delivery was cancelled meanwhile', async () => {
			const id = await aRush();
			const walk = await stage().process(rushOrder, id);
			await stage().run('stock.picking', 'action_cancel', { ids: [id] });

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				message: 'The delivery is no longer to be made: it is in state "cancel".',
				case: { outcome: 'not_released' },
			});
		});
	});
}
