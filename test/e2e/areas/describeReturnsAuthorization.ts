import { returnsAuthorization } from '../../../src/domain/areas/returnsAuthorization/returnsAuthorization';
import type { AreaStage } from './AreaStage';
import { customerReturns } from './records/customerReturns';

/** The same figures out of Odoo's own tables; quantities are in pieces. */
const returnSql = (transfer: number) => `
	WITH moved AS (
		SELECT move.*, move.quantity * unit.factor / own.factor AS pieces
		FROM stock_move move
		JOIN product_product product ON product.id = move.product_id
		JOIN product_template template ON template.id = product.product_tmpl_id
		JOIN uom_uom unit ON unit.id = move.product_uom
		JOIN uom_uom own ON own.id = template.uom_id
	), priced AS (
		SELECT moved.picking_id, moved.origin_returned_move_id, moved.state,
			greatest(moved.product_qty, moved.pieces) AS pieces, moved.create_date,
			line.price_unit * (1 - line.discount / 100) / (unit.factor / own.factor)
				/ sold.currency_rate AS price, sold.id AS order_id
		FROM moved
		JOIN sale_order_line line ON line.id = moved.sale_line_id
		JOIN sale_order sold ON sold.id = line.order_id
		JOIN product_product product ON product.id = moved.product_id
		JOIN product_template template ON template.id = product.product_tmpl_id
		JOIN uom_uom unit ON unit.id = line.product_uom_id
		JOIN uom_uom own ON own.id = template.uom_id
		WHERE moved.origin_returned_move_id IS NOT NULL AND moved.state <> 'cancel'
	)
	SELECT round(sum(pieces * price)::numeric, 2),
		ceil(sum(pieces * price)::numeric * 10000 / (
			SELECT sum(amount_untaxed / currency_rate) FROM sale_order
			WHERE id IN (SELECT order_id FROM priced WHERE picking_id = ${transfer}))) / 100,
		(SELECT sum(others.pieces) FROM priced others WHERE others.origin_returned_move_id IN (
			SELECT origin_returned_move_id FROM priced WHERE picking_id = ${transfer}))
			- (SELECT sum(moved.pieces) FROM moved WHERE moved.id IN (
			SELECT origin_returned_move_id FROM priced WHERE picking_id = ${transfer})),
		(SELECT count(DISTINCT others.picking_id) FROM priced others
			JOIN stock_picking other ON other.id = others.picking_id
			WHERE others.picking_id <> ${transfer} AND other.partner_id =
			(SELECT partner_id FROM stock_picking WHERE id = ${transfer})),
		(SELECT round(sum(others.pieces * others.price)::numeric, 2) FROM priced others
			JOIN stock_picking other ON other.id = others.picking_id
			WHERE others.picking_id <> ${transfer} AND other.partner_id =
			(SELECT partner_id FROM stock_picking WHERE id = ${transfer}))
	FROM priced WHERE picking_id = ${transfer}`;

export function describeReturnsAuthorization(stage: () => AreaStage): void {
	describe('returns authorization', () => {
		const { deliveries, prepare, aDelivery, attach, giveReason } = customerReturns(stage);
		let product = 0;

		const withEvidence = async (id: number) => {
			await attach(id);
			await giveReason(id);
			return id;
		};
		const fieldOf = async (id: number, field: string) =>
			await stage().fieldOf('stock.picking', id, field);
		const changeQuantity = async (id: number, quantity: number) => {
			const [move] = (await fieldOf(id, 'move_ids')) as number[];
			await stage().write('stock.picking', id, { move_ids: [[1, move, { quantity }]] });
		};

		beforeAll(async () => {
			await stage().listenFor([returnsAuthorization]);
			({ product } = await prepare());
		});

		it('authorises a routine return straight away, and says so on the transfer', async () => {
			const id = await withEvidence(await deliveries.takeBack(await aDelivery(), 2));
			expect(await fieldOf(id, 'state')).toBe('assigned');

			expect(await stage().process(returnsAuthorization, id)).toMatchObject({
				policy: { outcome: 'auto_approve', missingFacts: [] },
				opened: { status: 'opened', case: { state: 'approved', outcome: 'released' } },
			});
			expect(await fieldOf(id, 'state')).toBe('assigned');
			expect(await fieldOf(id, 'origin')).toMatch(/^Return of .+, authorised$/);
			expect(await stage().eventsAbout(returnsAuthorization, id)).toEqual([]);
		});

		it('asks where nothing shows what is wrong, and leaves a return that is sent back', async () => {
			const id = await deliveries.takeBack(await aDelivery(), 2);
			const walk = await stage().process(returnsAuthorization, id);

			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['no-evidence', 'no-reason']);
			expect(await stage().decide(walk, 'sent_back')).toMatchObject({ case: { outcome: 'kept' } });
			expect(await fieldOf(id, 'state')).toBe('assigned');
			expect(await fieldOf(id, 'origin')).not.toContain('authorised');
		});

		it('is judged anew when somebody who has given photo and reason asks expressly', async () => {
			const id = await deliveries.takeBack(await aDelivery(), 2);
			const asked = await stage().process(returnsAuthorization, id);
			expect(asked.policy.outcome).toBe('require_approval');
			await withEvidence(id);
			await stage().requestApproval(returnsAuthorization, id);

			expect(await stage().process(returnsAuthorization, id)).toMatchObject({
				policy: { outcome: 'auto_approve' },
				opened: { status: 'opened', case: { outcome: 'released' } },
			});
			expect(await fieldOf(id, 'origin')).toContain(', authorised');
			expect(await stage().vote(asked, 'approved')).toMatchObject({ status: 'refused' });
		});

		it('asks finance about much value, and authorises what it approves', async () => {
			const line = { product_id: product, product_uom_qty: 10, price_unit: 600 };
			const delivery = await aDelivery({ order_line: [[0, 0, line]] });
			const id = await withEvidence(await deliveries.takeBack(delivery, 10));
			const walk = await stage().process(returnsAuthorization, id);

			expect(walk.policy).toMatchObject({ outcome: 'escalate', role: 'finance' });
			expect(await stage().decide(walk, 'approved')).toMatchObject({
				case: { outcome: 'released' },
			});
			expect(await fieldOf(id, 'origin')).toContain(', authorised');
		});

		it('knows the value and the excess, whatever the currency, the unit and what came before', async () => {
			const euro = await stage().foreignCurrency('EUR', 0.8);
			const pricelist = await stage().makeAsAdmin('product.pricelist', {
				name: 'Euro',
				currency_id: euro,
			});
			const other = await stage().makeAsAdmin('res.partner', { name: 'Quayside Ltd' });
			const delivery = await aDelivery({
				partner_id: other,
				pricelist_id: pricelist,
				order_line: [
					[
						0,
						0,
						{
							product_id: product,
							product_uom_qty: 2,
							product_uom_id: await stage().idOf('uom.product_uom_dozen'),
							price_unit: 120,
							discount: 10,
						},
					],
				],
			});
			await deliveries.takeBack(delivery, 5);
			const gone = await deliveries.takeBack(delivery, 8);
			await stage().run('stock.picking', 'action_cancel', { ids: [gone] });
			const id = await deliveries.takeBack(delivery, 21);

			const [answer = ''] = await stage().sql(returnSql(id));
			const [value, share, beyond, returns, before] = answer.split('|').map(Number);
			const { facts } = await stage().gather(returnsAuthorization, id);
			expect(facts).toMatchObject({
				returnValue: value,
				returnedSharePercent: share,
				quantityBeyondDelivered: beyond,
				returns90Days: returns,
				returnedValue90Days: before,
				isInvoiced: false,
				customerTier: 'standard',
			});
			// Dozens and euros both have to be reckoned: 21 pieces of 24 at 108 / 12 / 0.8.
			expect([value, share, beyond, returns, before]).toEqual([236.25, 87.5, 2, 1, 56.25]);
			const walk = await stage().process(returnsAuthorization, id);
			expect(walk.policy.rules[0]).toMatchObject({ id: 'beyond-delivered', outcome: 'escalate' });
		});

		it('takes a note for a reason only where it is not that of the delivery', async () => {
			const delivery = await aDelivery();
			await stage().write('stock.picking', delivery, { note: '<p>Leave at the gate</p>' });
			const id = await deliveries.takeBack(delivery, 1);
			expect(await fieldOf(id, 'note')).toContain('Leave at the gate');
			expect((await stage().gather(returnsAuthorization, id)).facts['isReasonGiven']).toBe(false);

			await stage().write('stock.picking', id, { note: '<p>Wrong size</p>' });
			expect((await stage().gather(returnsAuthorization, id)).facts['isReasonGiven']).toBe(true);
		});

		it('cancels a return that is refused', async () => {
			const id = await deliveries.takeBack(await aDelivery(), 2);
			const walk = await stage().process(returnsAuthorization, id);

			expect(await stage().decide(walk, 'rejected')).toMatchObject({
				recordState: 'cancel',
				case: { outcome: 'released' },
			});
		});

		it('asks anew when more is to come back while somebody is asked', async () => {
			const id = await deliveries.takeBack(await aDelivery(), 2);
			const walk = await stage().process(returnsAuthorization, id);
			await changeQuantity(id, 3);

			expect(await stage().vote(walk, 'approved')).toMatchObject({
				status: 'refused',
				code: 'RECORD_CHANGED',
			});
			expect(await stage().process(returnsAuthorization, id)).toMatchObject({
				gathered: { facts: { returnValue: 120 } },
				opened: { status: 'opened' },
			});
		});

		it('does not authorise what was taken in meanwhile', async () => {
			const id = await deliveries.takeBack(await aDelivery(), 2);
			const walk = await stage().process(returnsAuthorization, id);
			await deliveries.deliver(id);

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				message: 'The return is no longer awaited: it is in state "done".',
				case: { outcome: 'not_released' },
			});
			expect(await fieldOf(id, 'origin')).not.toContain('authorised');
		});
	});
}
