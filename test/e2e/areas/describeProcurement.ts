import { procurement } from '../../../src/domain/areas/procurement/procurement';
import type { AreaStage } from './AreaStage';
import { daysAhead } from './records/clock';
import { purchases } from './records/purchases';

/** The same figures out of Odoo's own tables; prices are for one piece, in the company's currency. */
const procurementSql = (order: number) => `
	WITH priced AS (
		SELECT line.id, line.order_id, line.product_id, product.product_tmpl_id, bought.state,
			line.product_qty * unit.factor / own.factor AS pieces,
			line.price_unit * (1 - line.discount / 100) / (unit.factor / own.factor)
				/ bought.currency_rate AS price
		FROM purchase_order_line line
		JOIN purchase_order bought ON bought.id = line.order_id
		JOIN product_product product ON product.id = line.product_id
		JOIN product_template template ON template.id = product.product_tmpl_id
		JOIN uom_uom unit ON unit.id = line.product_uom_id
		JOIN uom_uom own ON own.id = template.uom_id
	), compared AS (
		SELECT priced.price, (
			SELECT last.price FROM priced last
			WHERE last.product_id = priced.product_id AND last.order_id <> priced.order_id
			AND last.state = 'purchase' ORDER BY last.id DESC LIMIT 1
		) AS last, agreed.price AS agreed, agreed.delay
		FROM priced, LATERAL (
			SELECT seller.delay, seller.price * (1 - seller.discount / 100) * own.factor / unit.factor / coalesce((
				SELECT rate.rate FROM res_currency_rate rate WHERE rate.currency_id = seller.currency_id
				ORDER BY rate.name DESC LIMIT 1), 1) AS price
			FROM product_supplierinfo seller
			JOIN product_template template ON template.id = seller.product_tmpl_id
			JOIN uom_uom unit ON unit.id = seller.product_uom_id
			JOIN uom_uom own ON own.id = template.uom_id
			JOIN purchase_order bought ON bought.id = priced.order_id
			WHERE seller.product_tmpl_id = priced.product_tmpl_id
			AND seller.partner_id = bought.partner_id
		) agreed
		WHERE priced.order_id = ${order}
	)
	SELECT (SELECT round(amount_untaxed / currency_rate, 2) FROM purchase_order WHERE id = ${order}),
		greatest(0, ceil(round((max(price / last) - 1)::numeric * 10000, 4)) / 100),
		greatest(0, ceil(round((max(price / agreed) - 1)::numeric * 10000, 4)) / 100),
		(SELECT count(*) FROM purchase_order other WHERE other.id <> ${order} AND other.state = 'purchase'
			AND other.partner_id = (SELECT partner_id FROM purchase_order WHERE id = ${order})),
		max(delay)
	FROM compared`;

export function describeProcurement(stage: () => AreaStage): void {
	describe('procurement', () => {
		const { prepare, anOrder } = purchases(stage);
		let supplier = 0;
		let product = 0;

		const stateOf = async (id: number) => await stage().fieldOf('purchase.order', id, 'state');
		const changePrice = async (id: number, price_unit: number) => {
			const [line] = (await stage().fieldOf('purchase.order', id, 'order_line')) as number[];
			await stage().write('purchase.order', id, { order_line: [[1, line, { price_unit }]] });
		};

		beforeAll(async () => {
			await stage().listenFor([procurement]);
			({ supplier, product } = await prepare());
		});

		it('asks about a supplier that is new, and places the order when it is approved', async () => {
			const id = await anOrder(100);
			expect(await stateOf(id)).toBe('to approve');

			const walk = await stage().process(procurement, id);
			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['new-supplier']);
			expect(await stage().decide(walk, 'approved')).toMatchObject({
				status: 'applied',
				recordState: 'purchase',
				case: { outcome: 'released' },
			});
			expect(await stateOf(id)).toBe('purchase');
		});

		it('places a routine order straight away', async () => {
			const id = await anOrder(100);

			expect(await stage().process(procurement, id)).toMatchObject({
				policy: { outcome: 'auto_approve', missingFacts: [] },
				opened: { status: 'opened', case: { state: 'approved', outcome: 'released' } },
			});
			expect(await stateOf(id)).toBe('purchase');
			expect(await stage().eventsAbout(procurement, id)).toEqual([]);
		});

		it('knows what was paid and agreed, whatever the currency and the unit', async () => {
			const euro = await stage().foreignCurrency('EUR', 0.8);
			const dozen = await stage().idOf('uom.product_uom_dozen');
			const contract = { partner_id: supplier, price: 24, discount: 50, product_uom_id: dozen };
			const belt = await stage().makeAsAdmin('product.product', {
				name: 'Belt',
				type: 'consu',
				seller_ids: [[0, 0, { ...contract, min_qty: 2, currency_id: euro, delay: 20 }]],
			});
			const line = (product_id: number, change: Record<string, unknown>) => [
				0,
				0,
				{ product_id, date_planned: daysAhead(10), ...change },
			];
			const before = await anOrder(0, {
				order_line: [line(belt, { product_qty: 36, price_unit: 1.5, discount: 10 })],
			});
			await stage().decide(await stage().process(procurement, before), 'approved');
			const id = await anOrder(0, {
				currency_id: euro,
				order_line: [
					line(product, { product_qty: 1, price_unit: 83.3 }),
					line(belt, { product_qty: 3, product_uom_id: dozen, price_unit: 18, discount: 5 }),
				],
			});

			const [answer = ''] = await stage().sql(procurementSql(id));
			const [value, last, agreed, orders, lead] = answer.split('|').map(Number);
			const { facts } = await stage().gather(procurement, id);
			expect(facts).toMatchObject({
				orderAmount: value,
				aboveLastPricePercent: last,
				aboveContractPercent: agreed,
				supplierOrders: orders,
				leadTimeDays: lead,
				linesWithoutReference: 0,
				isUrgent: true,
				isAboveBudget: null,
			});
			// Far enough from nothing that a wrong way of reckoning would show.
			expect([last, agreed, lead].map((figure) => (figure ?? 0) > 3)).toEqual([true, true, true]);
		});

		it('cancels an order that is rejected', async () => {
			const id = await anOrder(110);
			const walk = await stage().process(procurement, id);

			expect(walk.policy.rules.map((rule) => rule.id)).toEqual([
				'price-above-last',
				'price-above-contract',
			]);
			expect(await stage().decide(walk, 'rejected')).toMatchObject({
				recordState: 'cancel',
				case: { outcome: 'released' },
			});
		});

		it('gives an order that is sent back to its buyer as a draft', async () => {
			const id = await anOrder(110);
			const walk = await stage().process(procurement, id);

			expect(await stage().decide(walk, 'sent_back')).toMatchObject({ recordState: 'draft' });
			expect(await stateOf(id)).toBe('draft');
		});

		it('asks anew when the order changes while somebody is asked', async () => {
			const id = await anOrder(110);
			const walk = await stage().process(procurement, id);
			await changePrice(id, 109);

			expect(await stage().vote(walk, 'approved')).toMatchObject({
				status: 'refused',
				code: 'RECORD_CHANGED',
			});
			expect(await stateOf(id)).toBe('to approve');
			expect(await stage().process(procurement, id)).toMatchObject({
				gathered: { facts: { aboveContractPercent: 9 } },
				opened: { status: 'opened' },
			});
		});

		it('says so when Odoo does not let the integration user approve', async () => {
			const id = await anOrder(110);
			const walk = await stage().process(procurement, id);
			await stage().letIntegration('purchase.group_purchase_manager', false);
			const applied = await stage().decide(walk, 'approved');
			await stage().letIntegration('purchase.group_purchase_manager', true);

			expect(applied).toMatchObject({
				recordState: 'to approve',
				message: expect.stringContaining('without an error'),
				case: { outcome: 'not_released' },
			});
		});

		it('does not place an order that was cancelled meanwhile', async () => {
			const id = await anOrder(110);
			const walk = await stage().process(procurement, id);
			await stage().run('purchase.order', 'button_cancel', { ids: [id] });

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				recordState: 'cancel',
				message: 'The order no longer waits for approval: it is in state "cancel".',
			});
		});

		it('asks again when an order becomes dearer after it was approved', async () => {
			const id = await anOrder(100);
			await stage().process(procurement, id);
			await stage().write('purchase.order', id, { priority: '1' });
			expect(await stage().eventsAbout(procurement, id)).toEqual([]);

			await changePrice(id, 101);
			const walk = await stage().process(procurement, id);
			expect(walk.gathered.facts).toMatchObject({ isChange: true, aboveApprovedPercent: 1 });
			expect(walk.policy.rules.map((rule) => rule.id)).toContain('changed-after-approval');
			expect(await stage().decide(walk, 'approved')).toMatchObject({ case: { outcome: 'kept' } });
			expect(await stateOf(id)).toBe('purchase');
		});
	});
}
