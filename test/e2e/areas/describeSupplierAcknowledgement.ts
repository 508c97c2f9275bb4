import { supplierAcknowledgement } from '../../../src/domain/areas/supplierAcknowledgement/supplierAcknowledgement';
import type { AreaStage } from './AreaStage';
import { daysAhead } from './records/clock';
import { placedOrders } from './records/placedOrders';

/** The same figures out of Odoo's own tables, for one product that is bought on one line. */
const riskSql = (order: number) => `
	WITH line AS (
		SELECT line.*, bought.date_approve, type.warehouse_id, product.product_tmpl_id
		FROM purchase_order_line line
		JOIN purchase_order bought ON bought.id = line.order_id
		JOIN stock_picking_type type ON type.id = bought.picking_type_id
		JOIN product_product product ON product.id = line.product_id
		WHERE line.order_id = ${order}
	), wanted AS (
		SELECT sold.id, move.product_qty - move.quantity AS pieces,
			coalesce(sold.commitment_date, sold.date_order + sale.customer_lead * interval '1 day') AS promised,
			sale.price_subtotal / sale.product_uom_qty / sold.currency_rate AS price
		FROM stock_move move
		JOIN stock_picking_type type ON type.id = move.picking_type_id
		JOIN sale_order_line sale ON sale.id = move.sale_line_id
		JOIN sale_order sold ON sold.id = sale.order_id
		JOIN line ON line.product_id = move.product_id AND line.warehouse_id = type.warehouse_id
		WHERE move.state IN ('waiting', 'confirmed', 'partially_available')
	), free AS (
		SELECT coalesce(sum(quant.quantity - quant.reserved_quantity), 0) AS pieces
		FROM stock_quant quant
		JOIN stock_location location ON location.id = quant.location_id AND location.usage = 'internal'
		JOIN line ON line.product_id = quant.product_id AND line.warehouse_id = location.warehouse_id
	), queue AS (
		SELECT wanted.*, sum(pieces) OVER (ORDER BY promised) AS until FROM wanted
	), risk AS (
		SELECT queue.id, queue.price, greatest(0,
			least(queue.until, (SELECT pieces FROM free) + (SELECT product_qty FROM line))
			- greatest(queue.until - queue.pieces, (SELECT pieces FROM free))) AS pieces
		FROM queue WHERE queue.promised < (SELECT date_planned FROM line)
	)
	SELECT (SELECT date_planned::date - (date_approve + (
			SELECT min(delay) FROM product_supplierinfo WHERE product_tmpl_id = line.product_tmpl_id
		) * interval '1 day')::date FROM line),
		(SELECT count(DISTINCT id) FROM risk WHERE pieces > 0),
		(SELECT round(sum(pieces * price)::numeric, 2) FROM risk)`;

export function describeSupplierAcknowledgement(stage: () => AreaStage): void {
	describe('supplier acknowledgement', () => {
		const { deliveries, prepare, aProduct, anOrder, changeLine } = placedOrders(stage);
		let customer = 0;

		const sell = async (product: number, product_uom_qty: number, days: number) => {
			const line = { product_id: product, product_uom_qty, price_unit: 50 };
			const promised = { commitment_date: daysAhead(days), order_line: [[0, 0, line]] };
			return (await deliveries.aSale({ partner_id: customer, ...promised })).order;
		};
		const isAcknowledged = async (id: number) =>
			await stage().fieldOf('purchase.order', id, 'acknowledged');
		const tasksOn = async (sale: number) =>
			await stage().sql(
				`SELECT summary FROM mail_activity WHERE res_model = 'sale.order' AND res_id = ${sale}
				AND summary LIKE 'P%: goods come on %'`,
			);

		beforeAll(async () => {
			await stage().listenFor([supplierAcknowledgement]);
			await prepare();
			customer = await stage().makeAsAdmin('res.partner', { name: 'Dockside Ltd' });
		});

		it('accepts a day more straight away, and notes the order as acknowledged', async () => {
			const id = await anOrder(await aProduct(0));
			expect(await stage().eventsAbout(supplierAcknowledgement, id)).toEqual([]);
			await changeLine(id, { date_planned: daysAhead(11) });

			expect(await stage().process(supplierAcknowledgement, id)).toMatchObject({
				gathered: { facts: { latestDaysLate: 1, ordersAtRisk: 0, isAcknowledged: false } },
				policy: { outcome: 'auto_approve', missingFacts: [] },
				opened: { case: { state: 'approved', outcome: 'released' } },
			});
			expect(await isAcknowledged(id)).toBe(true);
		});

		it('counts days from the date that was accepted last', async () => {
			const id = await anOrder(await aProduct(0));
			await changeLine(id, { date_planned: daysAhead(14) });
			const walk = await stage().process(supplierAcknowledgement, id);
			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['later-than-agreed']);
			await stage().decide(walk, 'approved');
			await changeLine(id, { date_planned: daysAhead(15) });

			expect(await stage().process(supplierAcknowledgement, id)).toMatchObject({
				gathered: { facts: { latestDaysLate: 1, linesLate: 1 } },
				policy: { outcome: 'auto_approve' },
			});
		});

		it('tells whoever sold goods that come too late, once', async () => {
			const product = await aProduct(0);
			const sale = await sell(product, 4, 12);
			const id = await anOrder(product);
			const date_planned = daysAhead(20);
			await changeLine(id, { date_planned });
			const walk = await stage().process(supplierAcknowledgement, id);

			expect(walk.policy.rules.map((rule) => rule.id)).toEqual([
				'orders-at-risk',
				'later-than-agreed',
			]);
			expect(walk.policy).toMatchObject({ role: 'purchase_manager', slaClass: 'urgent' });
			expect(walk.gathered.proposal).toEqual({
				orders: [{ id: sale, arrival: date_planned.slice(0, 10) }],
			});
			await stage().decide(walk, 'approved');
			expect(await tasksOn(sale)).toHaveLength(1);

			// On its own, a new quantity has Odoo plan the line by the lead time again.
			await changeLine(id, { product_qty: 21, date_planned });
			const again = await stage().process(supplierAcknowledgement, id);
			expect(again.gathered.facts).toMatchObject({ latestDaysLate: 0, ordersAtRisk: 1 });
			expect(await stage().decide(again, 'approved')).toMatchObject({
				case: { outcome: 'released' },
			});
			expect(await tasksOn(sale)).toHaveLength(1);
		});

		it('knows what is at risk where stock and other customers stand before it', async () => {
			const product = await aProduct(5);
			// The first takes what there is and two more; the last was promised nothing before.
			for (const [quantity, days] of [
				[7, 11],
				[6, 13],
				[9, 14],
				[3, 40],
			] as const) {
				await sell(product, quantity, days);
			}
			const id = await anOrder(product, 15);
			await changeLine(id, { date_planned: daysAhead(18) });

			const [answer = ''] = await stage().sql(riskSql(id));
			const [late, orders, value] = answer.split('|').map(Number);
			const { facts } = await stage().gather(supplierAcknowledgement, id);
			expect(facts).toMatchObject({
				latestDaysLate: late,
				linesLate: 1,
				ordersAtRisk: orders,
				valueAtRisk: value,
			});
			// Two, six and seven pieces at 50: the order brings fifteen.
			expect([late, orders, value]).toEqual([8, 3, 750]);
		});

		it('keeps to the promise where Odoo moves the deadline of a delivery along', async () => {
			const routes = [
				await stage().idOf('stock.route_warehouse0_mto'),
				await stage().idOf('purchase_stock.route_warehouse0_buy'),
			];
			await stage().asAdmin('stock.route', 'write', { ids: routes, vals: { active: true } });
			const product = await aProduct(0);
			await stage().asAdmin('product.product', 'write', {
				ids: [product],
				vals: { route_ids: [[6, 0, routes]] },
			});
			const sale = await sell(product, 4, 12);
			const [made] = await stage().sql(
				`SELECT order_id FROM purchase_order_line WHERE product_id = ${product}`,
			);
			const id = Number(made);
			await stage().asAdmin('purchase.order', 'button_confirm', { ids: [id] });
			await changeLine(id, { date_planned: daysAhead(20) });
			const [delivery] = (await stage().fieldOf('sale.order', sale, 'picking_ids')) as number[];
			expect(await stage().fieldOf('stock.picking', delivery ?? 0, 'date_deadline')).toContain(
				daysAhead(20).slice(0, 10),
			);

			expect((await stage().gather(supplierAcknowledgement, id)).facts).toMatchObject({
				ordersAtRisk: 1,
				valueAtRisk: 200,
			});
		});

		it.each(['rejected', 'sent_back'] as const)('leaves an order that is %s', async (decision) => {
			const id = await anOrder(await aProduct(0));
			await changeLine(id, { date_planned: daysAhead(15) });
			const walk = await stage().process(supplierAcknowledgement, id);

			expect(await stage().decide(walk, decision)).toMatchObject({ case: { outcome: 'kept' } });
			expect(await isAcknowledged(id)).toBe(false);
		});

		it('asks anew when the date changes while somebody is asked', async () => {
			const id = await anOrder(await aProduct(0));
			await changeLine(id, { date_planned: daysAhead(15) });
			const walk = await stage().process(supplierAcknowledgement, id);
			await changeLine(id, { date_planned: daysAhead(16) });

			expect(await stage().vote(walk, 'approved')).toMatchObject({ code: 'RECORD_CHANGED' });
			expect(await stage().process(supplierAcknowledgement, id)).toMatchObject({
				gathered: { facts: { latestDaysLate: 6 } },
				opened: { status: 'opened' },
			});
		});

		it('accepts nothing for an order that was cancelled meanwhile', async () => {
			const id = await anOrder(await aProduct(0));
			await changeLine(id, { date_planned: daysAhead(15) });
			const walk = await stage().process(supplierAcknowledgement, id);
			await stage().run('purchase.order', 'button_cancel', { ids: [id] });

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				message: 'The order is no longer placed: it is in state "cancel".',
				case: { outcome: 'not_released' },
			});
			expect(await isAcknowledged(id)).toBe(false);
		});
	});
}
