import { logisticsException } from '../../../src/domain/areas/logisticsException/logisticsException';
import type { AreaStage } from './AreaStage';
import { daysAhead } from './records/clock';
import { lateDeliveries } from './records/lateDeliveries';

/** The next day from Monday to Friday, at the time of day of an instant. */
function nextWorkingDay(written: string): string {
	const date = new Date(Date.now() + 86_400_000);
	while ([0, 6].includes(date.getUTCDay())) date.setUTCDate(date.getUTCDate() + 1);
	return `${date.toISOString().slice(0, 10)} ${written.slice(11)}`;
}

/** The same figures out of Odoo's own tables. */
const lateSql = (delivery: number) => `
	WITH open AS (
		SELECT move.state, move.product_qty * line.price_subtotal / sold.currency_rate
			/ (line.product_uom_qty * unit.factor / own.factor) AS value
		FROM stock_move move
		JOIN sale_order_line line ON line.id = move.sale_line_id
		JOIN sale_order sold ON sold.id = line.order_id
		JOIN product_product product ON product.id = move.product_id
		JOIN product_template template ON template.id = product.product_tmpl_id
		JOIN uom_uom unit ON unit.id = line.product_uom_id
		JOIN uom_uom own ON own.id = template.uom_id
		WHERE move.picking_id = ${delivery} AND move.state NOT IN ('done', 'cancel')
	)
	SELECT ceil(extract(epoch FROM date_trunc('second', scheduled_date)
			- date_trunc('second', date_deadline)) / 864) / 100,
		(SELECT round(sum(value)::numeric, 2) FROM open),
		(SELECT count(*) FROM open WHERE state <> 'assigned'),
		(SELECT count(*) FROM stock_picking other WHERE other.has_deadline_issue AND other.id <> late.id
			AND other.partner_id = late.partner_id)
	FROM stock_picking late WHERE id = ${delivery}`;

export function describeLogisticsException(stage: () => AreaStage): void {
	describe('logistics exception', () => {
		const { deliveries, prepare, aDelivery } = lateDeliveries(stage);
		let product = 0;

		const fieldOf = async (id: number, field: string) =>
			await stage().fieldOf('stock.picking', id, field);

		beforeAll(async () => {
			await stage().listenFor([logisticsException]);
			({ product } = await prepare());
		});

		it('reschedules a small delay straight away', async () => {
			const id = await aDelivery(5, 5.5);
			const planned = String(await fieldOf(id, 'scheduled_date'));
			const scheduledDate = nextWorkingDay(planned);

			expect(await stage().process(logisticsException, id)).toMatchObject({
				gathered: { facts: { daysLate: 0.5 }, proposal: { scheduledDate } },
				policy: { outcome: 'auto_approve', missingFacts: [] },
				opened: { case: { state: 'approved', outcome: 'released' } },
			});
			expect(await fieldOf(id, 'scheduled_date')).toBe(scheduledDate);
			expect(await fieldOf(id, 'has_deadline_issue')).toBe(false);
			expect(await stage().eventsAbout(logisticsException, id)).toEqual([]);
		});

		it('does not ask about a delivery that comes as promised', async () => {
			const id = await aDelivery(3, 2);
			expect(await stage().eventsAbout(logisticsException, id)).toEqual([]);
		});

		it('escalates where a customer of tier A waits, and tells the cause', async () => {
			const tag = await stage().makeAsAdmin('res.partner.category', { name: 'Tier A' });
			const important = { name: 'Beacon Ltd', category_id: [[6, 0, [tag]]] };
			const partner_id = await stage().makeAsAdmin('res.partner', important);
			const id = await aDelivery(-3, -1, { partner_id });
			const walk = await stage().process(logisticsException, id);

			expect(walk.policy).toMatchObject({
				outcome: 'escalate',
				role: 'logistics_manager',
				slaClass: 'urgent',
			});
			expect(walk.gathered.facts).toMatchObject({
				hoursOverdue: expect.closeTo(24, 0),
				daysLate: expect.closeTo(3, 1),
				isCarrierKnown: null,
			});
			expect(await stage().decide(walk, 'approved')).toMatchObject({
				case: { outcome: 'released' },
			});
			expect(await fieldOf(id, 'scheduled_date')).toBe(walk.gathered.proposal?.['scheduledDate']);
			const notes = await stage().sql(
				`SELECT body FROM mail_message WHERE model = 'stock.picking' AND res_id = ${id}
				AND body LIKE '%Cause: Ready, and not dispatched in time.%'`,
			);
			expect(notes).toHaveLength(1);
		});

		it('knows delay, value and what is missing, whatever the unit', async () => {
			const partner_id = await stage().makeAsAdmin('res.partner', { name: 'Pier Ltd' });
			const scarce = await deliveries.aProduct('Scarce pump', 7);
			const dozens = {
				product_id: scarce,
				product_uom_qty: 2,
				product_uom_id: await stage().idOf('uom.product_uom_dozen'),
				price_unit: 120,
				discount: 10,
			};
			const pieces = { product_id: product, product_uom_qty: 3, price_unit: 12.35 };
			const order_line = [dozens, pieces].map((line) => [0, 0, line]);
			await aDelivery(5, 8, { partner_id });
			const id = await aDelivery(2, 4.3, { partner_id, order_line });

			const [answer = ''] = await stage().sql(lateSql(id));
			const [late, value, missing, others] = answer.split('|').map(Number);
			const { facts, proposal } = await stage().gather(logisticsException, id);
			expect(facts).toMatchObject({
				daysLate: late,
				orderValue: value,
				linesNotReady: missing,
				earlierExceptions90Days: others,
				hoursOverdue: 0,
			});
			expect([late, value, missing, others]).toEqual([2.3, 253.05, 1, 1]);
			expect(proposal).toEqual({
				scheduledDate: await fieldOf(id, 'scheduled_date'),
				cause: 'Goods are not ready: 1 of 2 lines',
			});
		});

		it('does not ask again about a new date that was approved', async () => {
			const rare = await deliveries.aProduct('Rare pump', 0);
			const line = { product_id: rare, product_uom_qty: 4, price_unit: 40 };
			const id = await aDelivery(-4, -1, { order_line: [[0, 0, line]] });
			const walk = await stage().process(logisticsException, id);
			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['day-late']);
			await stage().decide(walk, 'approved');
			const planned = await fieldOf(id, 'scheduled_date');
			await deliveries.count(rare, 4);
			await stage().run('stock.picking', 'action_assign', { ids: [id] });

			expect(await stage().process(logisticsException, id)).toMatchObject({
				gathered: { facts: { isRescheduled: true } },
				policy: { outcome: 'auto_approve' },
			});
			expect(await fieldOf(id, 'scheduled_date')).toBe(planned);
		});

		it.each(['rejected', 'sent_back'] as const)(
			'leaves a delivery that is %s',
			async (decision) => {
				const id = await aDelivery(1, 4);
				const planned = await fieldOf(id, 'scheduled_date');
				const walk = await stage().process(logisticsException, id);

				expect(await stage().decide(walk, decision)).toMatchObject({ case: { outcome: 'kept' } });
				expect(await fieldOf(id, 'scheduled_date')).toBe(planned);
			},
		);

		it('asks anew when the plan changes while somebody is asked', async () => {
			const id = await aDelivery(1, 4);
			const walk = await stage().process(logisticsException, id);
			await stage().write('stock.picking', id, { scheduled_date: daysAhead(5) });

			expect(await stage().vote(walk, 'approved')).toMatchObject({ code: 'RECORD_CHANGED' });
			expect(await stage().process(logisticsException, id)).toMatchObject({
				opened: { status: 'opened' },
			});
		});

		it('does not plan what was delivered meanwhile', async () => {
			const id = await aDelivery(1, 4);
			const walk = await stage().process(logisticsException, id);
			await deliveries.deliver(id);

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				message: 'The delivery is no longer to be made: it is in state "done".',
				case: { outcome: 'not_released' },
			});
		});
	});
}
