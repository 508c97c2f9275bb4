import { invoiceMatch } from '../../../src/domain/areas/invoiceMatch/invoiceMatch';
import type { AreaStage } from './AreaStage';
import { vendorBills } from './records/vendorBills';

/** The same figures out of Odoo's own tables; all for one piece, in the company's currency. */
const billSql = (bill: number) => `
	WITH billed AS (
		SELECT line.purchase_line_id AS order_line, move.id AS bill, move.state,
			line.quantity * unit.factor / own.factor AS pieces,
			line.price_unit * (1 - line.discount / 100) / (unit.factor / own.factor)
				/ move.invoice_currency_rate AS price
		FROM account_move_line line
		JOIN account_move move ON move.id = line.move_id
		JOIN product_product product ON product.id = line.product_id
		JOIN product_template template ON template.id = product.product_tmpl_id
		JOIN uom_uom unit ON unit.id = line.product_uom_id
		JOIN uom_uom own ON own.id = template.uom_id
		WHERE line.purchase_line_id IS NOT NULL
	), compared AS (
		SELECT now.price, now.pieces,
			line.price_unit * (1 - line.discount / 100) / (unit.factor / own.factor)
				/ bought.currency_rate AS agreed,
			line.product_qty * unit.factor / own.factor AS ordered,
			line.qty_received * unit.factor / own.factor AS received,
			(SELECT coalesce(sum(before.pieces), 0) FROM billed before
				WHERE before.order_line = line.id AND before.state = 'posted') AS before
		FROM billed now
		JOIN purchase_order_line line ON line.id = now.order_line
		JOIN purchase_order bought ON bought.id = line.order_id
		JOIN product_product product ON product.id = line.product_id
		JOIN product_template template ON template.id = product.product_tmpl_id
		JOIN uom_uom unit ON unit.id = line.product_uom_id
		JOIN uom_uom own ON own.id = template.uom_id
		WHERE now.bill = ${bill}
	)
	SELECT (SELECT -amount_untaxed_signed FROM account_move WHERE id = ${bill}),
		max(ceil(round((price / agreed - 1)::numeric * 10000, 4)) / 100),
		max(round((before + pieces - ordered)::numeric, 2)),
		max(round((before + pieces - received)::numeric, 2)),
		round(sum(pieces * price - least(pieces, least(ordered, received) - before) * agreed)::numeric, 2)
	FROM compared`;

export function describeInvoiceMatch(stage: () => AreaStage): void {
	describe('invoice match', () => {
		const { prepare, anOrder, aBill } = vendorBills(stage);

		const stateOf = async (id: number) => await stage().fieldOf('account.move', id, 'state');
		const changeLine = async (bill: number, vals: Record<string, unknown>) => {
			const [line] = await stage().idsOf('account.move', bill, 'invoice_line_ids');
			await stage().write('account.move', bill, { invoice_line_ids: [[1, line, vals]] });
		};
		/** A bill that waits for somebody, since not all of it was received. */
		const aWaitingBill = async () => {
			const orderLine = await anOrder(9);
			const id = await aBill(orderLine);
			return { id, orderLine, walk: await stage().process(invoiceMatch, id) };
		};

		beforeAll(async () => {
			await stage().listenFor([invoiceMatch]);
			await prepare();
		});

		it('asks about the first bill of a supplier, and enters it when it is approved', async () => {
			const id = await aBill(await anOrder(10));

			const walk = await stage().process(invoiceMatch, id);
			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['new-supplier']);
			expect(await stage().decide(walk, 'approved')).toMatchObject({
				status: 'applied',
				recordState: 'posted',
				case: { outcome: 'released' },
			});
			expect(await stateOf(id)).toBe('posted');
		});

		it('enters a bill that matches straight away, once it has a date', async () => {
			const id = await aBill(await anOrder(10), {}, { invoice_date: false });
			expect(await stage().eventsAbout(invoiceMatch, id)).toEqual([]);
			await stage().write('account.move', id, { invoice_date: '2026-03-01' });

			expect(await stage().process(invoiceMatch, id)).toMatchObject({
				policy: { outcome: 'auto_approve', missingFacts: [] },
				opened: { status: 'opened', case: { state: 'approved', outcome: 'released' } },
			});
			expect(await stateOf(id)).toBe('posted');
			expect(await stage().eventsAbout(invoiceMatch, id)).toEqual([]);
		});

		it('knows what is justified, whatever the currency, the unit and the bills before', async () => {
			const pound = await stage().foreignCurrency('GBP', 0.8);
			const dozen = await stage().idOf('uom.product_uom_dozen');
			const inDozens = { product_qty: 2, product_uom_id: dozen, price_unit: 24, discount: 25 };
			const orderLine = await anOrder(18, inDozens);
			const before = await aBill(orderLine, { quantity: 6, price_unit: 1.5 });
			await stage().process(invoiceMatch, before);
			expect(await stateOf(before)).toBe('posted');
			const id = await aBill(orderLine, { quantity: 20, price_unit: 1.25 }, { currency_id: pound });

			const [answer = ''] = await stage().sql(billSql(id));
			const [value, above, ordered, received, beyond] = answer.split('|').map(Number);
			const { facts } = await stage().gather(invoiceMatch, id);
			expect(facts).toMatchObject({
				billAmount: value,
				aboveOrderPricePercent: above,
				overOrderedQuantity: ordered,
				overReceivedQuantity: received,
				differenceAmount: beyond,
				linesWithoutOrder: 0,
				isOtherSupplier: false,
			});
			// Far enough from nothing that a wrong way of reckoning would show.
			expect([value, above, ordered, received, beyond]).toEqual([31.25, 4.17, 2, 8, 13.25]);
		});

		it('notices a bill that came before, however its reference is written', async () => {
			const orderLine = await anOrder(10);
			await aBill(orderLine, { quantity: 1 }, { ref: 'INV 2026/77' });
			const id = await aBill(orderLine, { quantity: 2 }, { ref: 'inv-2026-77' });

			const { policy } = await stage().process(invoiceMatch, id);
			expect(policy).toMatchObject({ outcome: 'require_approval', role: 'finance' });
			expect(policy.rules.map((rule) => rule.id)).toEqual(['duplicate']);
		});

		it('cancels a bill that is rejected', async () => {
			const id = await aBill(false);
			const walk = await stage().process(invoiceMatch, id);

			expect(walk.gathered.facts).toMatchObject({ linesWithoutOrder: 1, differenceAmount: 1000 });
			expect(walk.policy.rules.map((rule) => rule.id)).toContain('without-order');
			expect(await stage().decide(walk, 'rejected')).toMatchObject({
				recordState: 'cancel',
				case: { outcome: 'released' },
			});
			expect(await stateOf(id)).toBe('cancel');
		});

		it('leaves a bill that is sent back as a draft', async () => {
			const { id, walk } = await aWaitingBill();

			expect(await stage().decide(walk, 'sent_back')).toMatchObject({ case: { outcome: 'kept' } });
			expect(await stateOf(id)).toBe('draft');
		});

		it('asks anew when the bill changes while somebody is asked', async () => {
			const { id, walk } = await aWaitingBill();
			await changeLine(id, { quantity: 9 });

			expect(await stage().vote(walk, 'approved')).toMatchObject({
				status: 'refused',
				code: 'RECORD_CHANGED',
			});
			expect(await stage().process(invoiceMatch, id)).toMatchObject({
				gathered: { facts: { overReceivedQuantity: 0, differenceAmount: 0 } },
				opened: { status: 'opened', case: { outcome: 'released' } },
			});
			expect(await stateOf(id)).toBe('posted');
		});

		it('does not enter a bill for goods that another bill asked for meanwhile', async () => {
			const { id, orderLine, walk } = await aWaitingBill();
			const faster = await aBill(orderLine, { quantity: 9 });
			await stage().process(invoiceMatch, faster);
			expect(await stateOf(faster)).toBe('posted');

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				recordState: 'draft',
				message: expect.stringMatching(/Seal was billed on BILL\S+ .*as well since this was read/),
				case: { outcome: 'not_released' },
			});
			expect(await stateOf(id)).toBe('draft');
		});

		it('says so when Odoo does not let the integration user enter bills', async () => {
			const { walk } = await aWaitingBill();
			await stage().letIntegration('account.group_account_manager', false);
			const applied = await stage().decide(walk, 'approved');
			await stage().letIntegration('account.group_account_manager', true);

			expect(applied).toMatchObject({
				recordState: 'draft',
				message: "You don't have the access rights to post an invoice.",
				case: { outcome: 'not_released' },
			});
		});

		it('does not take out of the books what somebody entered by hand', async () => {
			const { id, walk } = await aWaitingBill();
			await stage().run('account.move', 'action_post', { ids: [id] });

			expect(await stage().decide(walk, 'rejected')).toMatchObject({
				recordState: 'posted',
				message: 'The bill is no longer a draft: it is in state "posted".',
			});
			expect(await stateOf(id)).toBe('posted');
		});
	});
}
