import { supplierSubstitution } from '../../../src/domain/areas/supplierSubstitution/supplierSubstitution';
import type { AreaStage } from './AreaStage';
import { daysAhead } from './records/clock';
import { substitutions } from './records/substitutions';

/** The same figures out of Odoo's own tables; prices are for one piece, in the company's currency. */
const substitutionSql = (order: number) => `
	WITH seller AS (
		SELECT list.*, row_number() OVER (PARTITION BY list.product_tmpl_id
				ORDER BY list.sequence, list.min_qty DESC, list.price, list.id) AS place,
			list.price * (1 - list.discount / 100) * own.factor / unit.factor / coalesce((
				SELECT rate.rate FROM res_currency_rate rate WHERE rate.currency_id = list.currency_id
				ORDER BY rate.name DESC LIMIT 1), 1) AS piece
		FROM product_supplierinfo list
		JOIN product_template template ON template.id = list.product_tmpl_id
		JOIN uom_uom unit ON unit.id = list.product_uom_id
		JOIN uom_uom own ON own.id = template.uom_id
		WHERE coalesce(list.date_end, CURRENT_DATE) >= CURRENT_DATE
	), bought AS (
		SELECT line.order_id, line.product_id, product.product_tmpl_id, placed.partner_id, placed.state,
			line.price_subtotal / (line.product_qty * unit.factor / own.factor) / placed.currency_rate AS piece
		FROM purchase_order_line line
		JOIN purchase_order placed ON placed.id = line.order_id
		JOIN product_product product ON product.id = line.product_id
		JOIN product_template template ON template.id = product.product_tmpl_id
		JOIN uom_uom unit ON unit.id = line.product_uom_id
		JOIN uom_uom own ON own.id = template.uom_id
	), substituted AS (
		SELECT bought.*, seller.piece AS preferred FROM bought
		JOIN seller ON seller.product_tmpl_id = bought.product_tmpl_id AND seller.place = 1
		WHERE seller.partner_id <> bought.partner_id
	)
	SELECT (SELECT count(*) FROM substituted WHERE order_id = ${order}),
		(SELECT ceil(round((max(piece / preferred) - 1)::numeric * 10000, 4)) / 100
			FROM substituted WHERE order_id = ${order}),
		(SELECT count(DISTINCT order_id) FROM substituted WHERE order_id <> ${order}
			AND state = 'purchase' AND product_id IN (
				SELECT product_id FROM bought WHERE order_id = ${order}))`;

export function describeSupplierSubstitution(stage: () => AreaStage): void {
	describe('supplier substitution', () => {
		const { prepare, anOrder } = substitutions(stage);
		let preferred = 0;
		let other = 0;

		const justify = async (id: number) =>
			await stage().run('purchase.order', 'message_post', {
				ids: [id],
				body: 'They have it in stock',
				message_type: 'comment',
			});
		const stateOf = async (id: number) => await stage().fieldOf('purchase.order', id, 'state');

		beforeAll(async () => {
			// Both areas have to approve an order; here the other one has nothing to say.
			await stage().listenFor([supplierSubstitution]);
			({ preferred, other } = await prepare());
		});

		it('passes an order with the preferred supplier', async () => {
			const id = await anOrder(preferred, 130);
			expect(await stateOf(id)).toBe('to approve');

			expect(await stage().process(supplierSubstitution, id)).toMatchObject({
				gathered: { facts: { isSubstitution: false, abovePreferredPercent: null } },
				policy: { outcome: 'auto_approve', missingFacts: [] },
				opened: { case: { state: 'approved', outcome: 'released' } },
			});
			expect(await stateOf(id)).toBe('purchase');
		});

		it('passes a substitution that is justified and hardly dearer', async () => {
			const id = await anOrder(other, 104);
			await justify(id);

			expect(await stage().process(supplierSubstitution, id)).toMatchObject({
				gathered: {
					facts: {
						isSubstitution: true,
						linesSubstituted: 1,
						abovePreferredPercent: 4,
						// Twelve days against three, though Odoo lists the other with none.
						leadTimeGainDays: expect.closeTo(9, 1),
					},
				},
				policy: { outcome: 'auto_approve' },
			});
			expect(await stateOf(id)).toBe('purchase');
		});

		it('asks where nobody says why, and places the order when it is approved', async () => {
			const id = await anOrder(other, 100);
			const walk = await stage().process(supplierSubstitution, id);

			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['unjustified']);
			expect(await stage().decide(walk, 'approved')).toMatchObject({
				recordState: 'purchase',
				case: { outcome: 'released' },
			});
		});

		it('knows who is preferred at which price, whatever the currency and the unit', async () => {
			const euro = await stage().foreignCurrency('EUR', 0.8);
			const dozen = await stage().idOf('uom.product_uom_dozen');
			const ended = { partner_id: other, price: 1, sequence: 1, date_end: '2026-01-31' };
			const first = {
				partner_id: preferred,
				price: 96,
				discount: 25,
				sequence: 2,
				currency_id: euro,
				product_uom_id: dozen,
			};
			const belt = await stage().makeAsAdmin('product.product', {
				name: 'Drive belt',
				type: 'consu',
				seller_ids: [ended, first].map((seller) => [0, 0, seller]),
			});
			const line = (change: object) => [
				0,
				0,
				{ product_id: belt, date_planned: daysAhead(3), ...change },
			];
			for (const partner of [other, preferred, other]) {
				const order_line = [line({ product_qty: 24, price_unit: 7.5 })];
				const before = await anOrder(partner, 0, { order_line });
				await stage().asAdmin('purchase.order', 'button_approve', { ids: [before] });
			}
			const order_line = [
				line({ product_qty: 2, product_uom_id: dozen, price_unit: 100, discount: 5 }),
				line({ product_qty: 12, price_unit: 7 }),
			];
			const id = await anOrder(other, 0, { order_line });

			const [answer = ''] = await stage().sql(substitutionSql(id));
			const [lines, above, orders] = answer.split('|').map(Number);
			const { facts } = await stage().gather(supplierSubstitution, id);
			expect(facts).toMatchObject({
				linesSubstituted: lines,
				abovePreferredPercent: above,
				substitutions90Days: orders,
			});
			// 95 a dozen against 72 euros, which are 90 dollars.
			expect([lines, above, orders]).toEqual([2, 5.56, 2]);
		});

		it('cancels a substitution that is rejected', async () => {
			const id = await anOrder(other, 100);
			const walk = await stage().process(supplierSubstitution, id);

			expect(await stage().decide(walk, 'rejected')).toMatchObject({ recordState: 'cancel' });
		});

		it('gives a substitution that is sent back to its buyer as a draft', async () => {
			const id = await anOrder(other, 100);
			const walk = await stage().process(supplierSubstitution, id);

			expect(await stage().decide(walk, 'sent_back')).toMatchObject({ recordState: 'draft' });
		});

		it('asks anew when the supplier changes while somebody is asked', async () => {
			const id = await anOrder(other, 100);
			const walk = await stage().process(supplierSubstitution, id);
			await stage().write('purchase.order', id, { partner_id: preferred });

			expect(await stage().vote(walk, 'approved')).toMatchObject({ code: 'RECORD_CHANGED' });
			expect(await stage().process(supplierSubstitution, id)).toMatchObject({
				gathered: { facts: { isSubstitution: false } },
				opened: { status: 'opened' },
			});
		});

		it('does not place an order that was cancelled meanwhile', async () => {
			const id = await anOrder(other, 100);
			const walk = await stage().process(supplierSubstitution, id);
			await stage().run('purchase.order', 'button_cancel', { ids: [id] });

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				recordState: 'cancel',
				message: 'The order no longer waits for approval: it is in state "cancel".',
			});
		});
	});
}
