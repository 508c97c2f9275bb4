import { shipmentToInvoice } from '../../../src/domain/areas/shipmentToInvoice/shipmentToInvoice';
import type { AreaStage } from './AreaStage';
import { finishTransfer } from './finishTransfer';
import { shipments } from './records/shipments';

/** The same figures out of Odoo's own tables, in the company's currency. */
const orderSql = (order: number) => `
	WITH sold AS (
		SELECT line.*, line.price_unit * (1 - line.discount / 100) / sale.currency_rate AS price, (
			SELECT coalesce(sum(CASE WHEN target.usage = 'customer' THEN move.quantity
				WHEN move.to_refund THEN -move.quantity ELSE 0 END), 0)
			FROM stock_move move
			JOIN stock_location target ON target.id = move.location_dest_id
			WHERE move.sale_line_id = line.id AND move.state = 'done'
		) AS moved
		FROM sale_order_line line JOIN sale_order sale ON sale.id = line.order_id
		WHERE line.order_id = ${order}
	), invoiced AS (
		SELECT link.order_line_id AS line, sum(item.quantity) AS quantity
		FROM sale_order_line_invoice_rel link
		JOIN account_move_line item ON item.id = link.invoice_line_id
		GROUP BY link.order_line_id
	)
	SELECT round(sum((moved - coalesce(invoiced.quantity, 0)) * price)::numeric, 2),
		floor(sum(least(moved, product_uom_qty) * price) / sum(product_uom_qty * price) * 10000) / 100,
		max(ceil(greatest(0, moved / product_uom_qty - 1) * 10000) / 100),
		(SELECT count(DISTINCT picking.id) FROM stock_move move
			JOIN stock_picking picking ON picking.id = move.picking_id
			JOIN stock_location source ON source.id = move.location_id
			JOIN sale_order_line line ON line.id = move.sale_line_id
			WHERE line.order_id = ${order} AND source.usage = 'customer' AND picking.state = 'assigned')
	FROM sold LEFT JOIN invoiced ON invoiced.line = sold.id`;

export function describeShipmentToInvoice(stage: () => AreaStage): void {
	describe('shipment to invoice', () => {
		const { prepare, anOrder } = shipments(stage);
		let product = 0;

		const openTransfer = async (order: number) => {
			const transfers = await stage().idsOf('sale.order', order, 'picking_ids');
			for (const id of transfers) {
				if ((await stage().fieldOf('stock.picking', id, 'state')) !== 'done') return id;
			}
			throw new Error('Nothing is left to deliver');
		};
		/** Has so much of a delivery come back, or be on its way. */
		const sendBack = async (delivery: number, quantity: number) => {
			const context = {
				active_id: delivery,
				active_ids: [delivery],
				active_model: 'stock.picking',
			};
			const wizard = await stage().makeAsAdmin('stock.return.picking', { picking_id: delivery });
			const lines = await stage().idsOf('stock.return.picking', wizard, 'product_return_moves');
			await stage().asAdmin('stock.return.picking.line', 'write', {
				ids: lines,
				vals: { quantity },
			});
			const args = { ids: [wizard], context };
			const action = await stage().asAdmin('stock.return.picking', 'action_create_returns', args);
			return (action as { res_id: number }).res_id;
		};
		const statusOf = async (id: number) =>
			await stage().fieldOf('sale.order', id, 'invoice_status');
		/** Values without tax of the invoices in the books, oldest first. */
		const invoicesOf = async (order: number) => {
			const rows = await stage().sql(
				`SELECT DISTINCT move.id, move.amount_untaxed FROM account_move move
				JOIN account_move_line item ON item.move_id = move.id
				JOIN sale_order_line_invoice_rel link ON link.invoice_line_id = item.id
				JOIN sale_order_line line ON line.id = link.order_line_id
				WHERE line.order_id = ${order} AND move.state = 'posted' ORDER BY move.id`,
			);
			return rows.map((row) => Number(row.split('|')[1]));
		};
		/** An order that waits for somebody, since it would be invoiced at nothing. */
		const aWaitingOrder = async (delivered: number) => {
			const { id, delivery } = await anOrder({ price_unit: 0 });
			await finishTransfer(stage(), delivery, delivered);
			return { id, walk: await stage().process(shipmentToInvoice, id) };
		};

		beforeAll(async () => {
			await stage().listenFor([shipmentToInvoice]);
			({ product } = await prepare());
		});

		it('invoices what was delivered straight away, and once', async () => {
			const { id, delivery } = await anOrder();
			expect(await stage().eventsAbout(shipmentToInvoice, id)).toEqual([]);
			await finishTransfer(stage(), delivery, 10);

			const walk = await stage().process(shipmentToInvoice, id);
			expect(walk).toMatchObject({
				gathered: { facts: { toInvoiceAmount: 1000, deliveredPercent: 100 } },
				policy: { outcome: 'auto_approve', missingFacts: [] },
				opened: { status: 'opened', case: { state: 'approved', outcome: 'released' } },
			});
			expect(await statusOf(id)).toBe('invoiced');
			expect(await invoicesOf(id)).toEqual([1000]);
			expect(await stage().eventsAbout(shipmentToInvoice, id)).toEqual([]);

			expect(await stage().carryOut(walk, 'approved')).toMatchObject({ status: 'already_handled' });
			expect(await invoicesOf(id)).toEqual([1000]);
		});

		it('invoices a part of an order, and the rest when that is delivered', async () => {
			const { id, delivery } = await anOrder();
			await finishTransfer(stage(), delivery, 4);
			expect(await stage().process(shipmentToInvoice, id)).toMatchObject({
				gathered: { facts: { toInvoiceAmount: 400, deliveredPercent: 40, earlierInvoices: 0 } },
				opened: { case: { outcome: 'released' } },
			});
			// Odoo has nothing to invoice, and yet the order is not invoiced.
			expect(await statusOf(id)).toBe('no');
			expect(await stage().eventsAbout(shipmentToInvoice, id)).toEqual([]);

			await finishTransfer(stage(), await openTransfer(id), 6);
			expect(await stage().process(shipmentToInvoice, id)).toMatchObject({
				gathered: { facts: { toInvoiceAmount: 600, deliveredPercent: 100, earlierInvoices: 1 } },
				opened: { case: { outcome: 'released' } },
			});
			expect(await statusOf(id)).toBe('invoiced');
			expect(await invoicesOf(id)).toEqual([400, 600]);
		});

		it('knows what is to be invoiced, whatever the currency, the share and what came back', async () => {
			const zloty = await stage().idOf('base.PLN');
			const rate = { currency_id: zloty, name: '2026-01-01', rate: 4 };
			await stage().makeAsAdmin('res.currency.rate', rate);
			await stage().asAdmin('res.currency', 'write', { ids: [zloty], vals: { active: true } });
			const pricelist_id = await stage().makeAsAdmin('product.pricelist', {
				name: 'Poland',
				currency_id: zloty,
			});
			const line = (product_uom_qty: number, price_unit: number, discount: number) => [
				0,
				0,
				{ product_id: product, product_uom_qty, price_unit, discount },
			];
			const { id, delivery } = await anOrder(
				{},
				{ pricelist_id, order_line: [line(10, 33.33, 12.5), line(3, 20, 0)] },
			);
			await finishTransfer(stage(), delivery, 4);
			await sendBack(delivery, 1);
			const received = await sendBack(delivery, 2);
			await finishTransfer(stage(), received, 0.5);

			const [answer = ''] = await stage().sql(orderSql(id));
			const [value, share, above, returns] = answer.split('|').map(Number);
			const { facts } = await stage().gather(shipmentToInvoice, id);
			expect(facts).toMatchObject({
				toInvoiceAmount: value,
				deliveredPercent: share,
				aboveOrderPercent: above,
				openReturns: returns,
				undeliveredAmount: 0,
			});
			// Far enough from nothing that a wrong way of reckoning would show.
			expect([value, share, above, returns]).toEqual([43.02, 46.09, 16.67, 2]);
		});

		it('looks for the proof of each delivery that is not invoiced', async () => {
			const { id, delivery } = await anOrder();
			await finishTransfer(stage(), delivery, 4);
			const second = await openTransfer(id);
			await finishTransfer(stage(), second, 6);
			const proof = async () =>
				(await stage().gather(shipmentToInvoice, id)).facts['hasProofOfDelivery'];
			const file = { name: 'note', datas: 'c2lnbmVk', res_model: 'stock.picking' };

			expect(await proof()).toBe(false);
			await stage().makeAsAdmin('ir.attachment', { ...file, res_id: delivery });
			expect(await proof()).toBe(false);
			// As Odoo keeps a signature; writing one has it print the delivery note, for which it needs a program.
			await stage().makeAsAdmin('ir.attachment', {
				...file,
				res_id: second,
				res_field: 'signature',
			});
			expect(await proof()).toBe(true);
		});

		it('asks anew when more is delivered while somebody is asked', async () => {
			const { id, walk } = await aWaitingOrder(4);
			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['without-price']);
			await finishTransfer(stage(), await openTransfer(id), 5);
			expect(await statusOf(id)).toBe('to invoice');

			expect(await stage().vote(walk, 'approved')).toMatchObject({
				status: 'refused',
				code: 'RECORD_CHANGED',
			});
			expect(await stage().process(shipmentToInvoice, id)).toMatchObject({
				policy: { outcome: 'require_approval' },
				opened: { status: 'opened' },
			});
		});

		it('invoices what somebody approved', async () => {
			const { id, walk } = await aWaitingOrder(10);

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				recordState: 'invoiced',
				case: { outcome: 'released' },
			});
			expect(await invoicesOf(id)).toEqual([0]);
		});

		it.each(['rejected', 'sent_back'] as const)('leaves an order that is %s', async (decision) => {
			const { id, walk } = await aWaitingOrder(10);

			expect(await stage().decide(walk, decision)).toMatchObject({ case: { outcome: 'kept' } });
			expect(await statusOf(id)).toBe('to invoice');
			expect(await invoicesOf(id)).toEqual([]);
		});

		it('leaves nothing half done when Odoo does not let the integration user invoice', async () => {
			const { id, walk } = await aWaitingOrder(10);
			await stage().letIntegration('account.group_account_manager', false);
			const applied = await stage().decide(walk, 'approved');
			await stage().letIntegration('account.group_account_manager', true);

			expect(applied).toMatchObject({
				recordState: 'to invoice',
				message: "You don't have the access rights to post an invoice.",
				case: { outcome: 'not_released' },
			});
			expect(await stage().idsOf('sale.order', id, 'invoice_ids')).toEqual([]);
		});

		it('makes no invoice where a credit note is due', async () => {
			const { id, delivery } = await anOrder();
			await finishTransfer(stage(), delivery, 10);
			await stage().process(shipmentToInvoice, id);
			await finishTransfer(stage(), await sendBack(delivery, 2), 2);

			const { gathered, policy } = await stage().process(shipmentToInvoice, id);
			expect(gathered.facts).toMatchObject({ toInvoiceAmount: -200, linesToCredit: 1 });
			expect(policy.outcome).toBe('reject');
			expect(await invoicesOf(id)).toEqual([1000]);
		});
	});
}
