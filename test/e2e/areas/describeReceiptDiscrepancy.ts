import { receiptDiscrepancy } from '../../../src/domain/areas/receiptDiscrepancy/receiptDiscrepancy';
import type { AreaStage } from './AreaStage';
import { receipts } from './records/receipts';

/** The same figures out of Odoo's own tables; quantities in the unit of the product. */
const receiptSql = (receipt: number) => `
	WITH line AS (
		SELECT bought.id, bought.order_id, bought.product_qty * unit.factor / own.factor AS ordered,
			unit.factor / own.factor AS pieces, bought.qty_invoiced,
			bought.price_unit * (1 - coalesce(bought.discount, 0) / 100) * own.factor / unit.factor
				/ placed.currency_rate AS price,
			(SELECT coalesce(sum(came.quantity_product_uom), 0) FROM stock_move_line came
				JOIN stock_move move ON move.id = came.move_id
				WHERE move.purchase_line_id = bought.id AND move.state = 'done') AS received,
			(SELECT coalesce(sum(counted.quantity_product_uom), 0) FROM stock_move_line counted
				JOIN stock_move move ON move.id = counted.move_id
				WHERE move.purchase_line_id = bought.id AND move.picking_id = ${receipt}
				AND counted.picked) AS counted
		FROM purchase_order_line bought
		JOIN purchase_order placed ON placed.id = bought.order_id
		JOIN product_product product ON product.id = bought.product_id
		JOIN product_template template ON template.id = product.product_tmpl_id
		JOIN uom_uom unit ON unit.id = bought.product_uom_id
		JOIN uom_uom own ON own.id = template.uom_id
		WHERE bought.order_id IN (SELECT other.order_id FROM purchase_order_line other
			JOIN stock_move move ON move.purchase_line_id = other.id WHERE move.picking_id = ${receipt})
	), compared AS (
		SELECT *, counted - (ordered - received) AS off, ordered - received AS expected FROM line
	)
	SELECT ceil(round(max(-off / expected)::numeric * 10000, 4)) / 100,
		ceil(round(max(off / expected)::numeric * 10000, 4)) / 100,
		round(sum(abs(off) * price)::numeric, 2),
		floor(round((sum(least(received + counted, ordered) * price) / sum(ordered * price))::numeric
			* 10000, 4)) / 100,
		bool_or(qty_invoiced * pieces > received + counted)
	FROM compared`;

export function describeReceiptDiscrepancy(stage: () => AreaStage): void {
	describe('receipt discrepancy', () => {
		const { aSupplier, aProduct, anOrder, movesOf, count } = receipts(stage);
		let product = 0;

		const stateOf = async (id: number) => await stage().fieldOf('stock.picking', id, 'state');
		const asked = async (id: number) => await stage().eventsAbout(receiptDiscrepancy, id);

		beforeAll(async () => {
			await stage().listenFor([receiptDiscrepancy]);
			product = await aProduct('Valve');
		});

		it('takes in what came as ordered, and asks nothing before it is counted', async () => {
			const { receipt } = await anOrder(await aSupplier('Exact Ltd'), [{ product_id: product }]);
			expect([await stateOf(receipt), await asked(receipt)]).toEqual(['assigned', []]);
			await count(receipt, 10);

			expect(await stage().process(receiptDiscrepancy, receipt)).toMatchObject({
				gathered: { requester: { name: 'Carl' } },
				policy: { outcome: 'auto_approve', missingFacts: [] },
				opened: { case: { outcome: 'released' } },
			});
			expect(await stateOf(receipt)).toBe('done');
		});

		it('asks about a short receipt, takes in what was counted and leaves the rest to come', async () => {
			const { receipt } = await anOrder(await aSupplier('Short Ltd'), [{ product_id: product }]);
			await count(receipt, 7);
			const walk = await stage().process(receiptDiscrepancy, receipt);

			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['short-beyond-tolerance']);
			expect(walk.gathered.facts).toMatchObject({ shortPercent: 30, discrepancyAmount: 300 });
			expect(await stage().decide(walk, 'approved')).toMatchObject({
				recordState: 'done',
				case: { outcome: 'released' },
			});
			const rest = await stage().sql(
				`SELECT picking.state, move.product_uom_qty, move.picked FROM stock_picking picking
				JOIN stock_move move ON move.picking_id = picking.id WHERE picking.backorder_id = ${receipt}`,
			);
			expect(rest).toEqual(['assigned|3.00|f']);
		});

		it.each([
			{
				name: 'in the form of the receipt, without ticking it off',
				save: async (move: number, receipt: number) => {
					const move_ids = [[1, move, { quantity: 7 }]];
					await stage().write('stock.picking', receipt, { move_ids });
				},
			},
			{
				name: 'on the move itself',
				save: async (move: number) => {
					await stage().write('stock.move', move, { quantity: 7, picked: true });
				},
			},
			{
				name: 'on a line of the move, as scanners do',
				save: async (move: number) => {
					const [line = 0] = (await stage().fieldOf(
						'stock.move',
						move,
						'move_line_ids',
					)) as number[];
					await stage().write('stock.move.line', line, { quantity: 7, picked: true });
				},
			},
		])('hears of a count $name', async ({ save }) => {
			const { receipt } = await anOrder(await aSupplier('Heard Ltd'), [{ product_id: product }]);
			const [move = 0] = await movesOf(receipt);
			await save(move, receipt);

			expect(await asked(receipt)).toHaveLength(1);
			const { facts } = await stage().gather(receiptDiscrepancy, receipt);
			expect(facts).toMatchObject({ shortPercent: 30, linesShort: 1 });
		});

		it('asks nothing about a receipt that somebody takes in at once', async () => {
			const { receipt } = await anOrder(await aSupplier('At Once Ltd'), [{ product_id: product }]);
			await stage().run('stock.picking', 'button_validate', { ids: [receipt] });

			expect(await stateOf(receipt)).toBe('done');
			expect(await asked(receipt)).toEqual([]);
		});

		it('knows what is still to come, whatever the currency, the unit and the receipts before', async () => {
			const supplier = await aSupplier('Parts Ltd');
			const euro = await stage().foreignCurrency('EUR', 0.5);
			const dozen = await stage().idOf('uom.product_uom_dozen');
			const belt = await aProduct('Belt', { purchase_method: 'purchase' });
			const { order, receipt } = await anOrder(
				supplier,
				[
					{ product_id: belt, product_qty: 4, product_uom_id: dozen, price_unit: 24, discount: 10 },
					{ product_id: product, product_qty: 30, price_unit: 9 },
				],
				{ currency_id: euro },
			);
			await stage().asAdmin('purchase.order', 'action_create_invoice', { ids: [order] });
			const [bill = 0] = (await stage().fieldOf(
				'purchase.order',
				order,
				'invoice_ids',
			)) as number[];
			await stage().asAdmin('account.move', 'write', {
				ids: [bill],
				vals: { invoice_date: '2026-03-01' },
			});
			await stage().asAdmin('account.move', 'action_post', { ids: [bill] });
			await count(receipt, 19, 20);
			await stage().decide(await stage().process(receiptDiscrepancy, receipt), 'approved');
			const [rest = 0] = (await stage().fieldOf(
				'stock.picking',
				receipt,
				'backorder_ids',
			)) as number[];
			await count(rest, 12, 13);

			const [answer = ''] = await stage().sql(receiptSql(rest));
			const [short, over, amount, received] = answer.split('|').map(Number);
			const billed = answer.endsWith('|t');
			const { facts } = await stage().gather(receiptDiscrepancy, rest);
			expect(facts).toMatchObject({
				shortPercent: short,
				overPercent: over,
				discrepancyAmount: amount,
				receivedAgainstOrderPercent: received,
				billedAhead: billed,
				linesShort: 1,
				linesOver: 1,
				shortShipments30Days: 1,
			});
			// Written out, so that both ways of reckoning cannot be wrong alike.
			expect([short, over, amount, billed]).toEqual([58.63, 30, 115.2, true]);
		});

		it('flags a supplier that is short again, however the rest was closed', async () => {
			const supplier = await aSupplier('Often Short Ltd');
			const { receipt: split } = await anOrder(supplier, [{ product_id: product }]);
			await count(split, 9);
			await stage().decide(await stage().process(receiptDiscrepancy, split), 'approved');
			const { order, receipt: closed } = await anOrder(supplier, [{ product_id: product }]);
			await count(closed, 9);
			await stage().run('stock.picking', 'button_validate', {
				ids: [closed],
				context: { skip_backorder: true, picking_ids_not_to_backorder: [closed] },
			});
			// Odoo takes an order for fully received of which nothing is to come any more.
			expect(await stage().fieldOf('purchase.order', order, 'receipt_status')).toBe('full');
			const { receipt } = await anOrder(supplier, [{ product_id: product, product_qty: 100 }]);
			await count(receipt, 99);

			const walk = await stage().process(receiptDiscrepancy, receipt);
			expect(walk.gathered.facts).toMatchObject({ shortShipments30Days: 2, shortPercent: 1 });
			expect(walk.policy).toMatchObject({
				role: 'purchase_manager',
				rules: [{ id: 'repeated-short-shipments' }],
			});
		});

		it.each(['rejected', 'sent_back'] as const)(
			'leaves a receipt open that is %s',
			async (decision) => {
				const { receipt } = await anOrder(await aSupplier('Open Ltd'), [{ product_id: product }]);
				await count(receipt, 15);
				const walk = await stage().process(receiptDiscrepancy, receipt);

				expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['over-beyond-tolerance']);
				expect(await stage().decide(walk, decision)).toMatchObject({ case: { outcome: 'kept' } });
				expect(await stateOf(receipt)).toBe('assigned');
			},
		);

		it('asks anew when it is counted again while somebody is asked', async () => {
			const { receipt } = await anOrder(await aSupplier('Twice Ltd'), [{ product_id: product }]);
			await count(receipt, 7);
			const walk = await stage().process(receiptDiscrepancy, receipt);
			await count(receipt, 10);

			expect(await stage().vote(walk, 'approved')).toMatchObject({
				status: 'refused',
				code: 'RECORD_CHANGED',
			});
			expect(await stage().process(receiptDiscrepancy, receipt)).toMatchObject({
				policy: { outcome: 'auto_approve' },
				opened: { case: { outcome: 'released' } },
			});
		});

		it('says so when Odoo takes nothing in without a lot', async () => {
			const tracked = await aProduct('Filter', { tracking: 'lot' });
			const { receipt } = await anOrder(await aSupplier('Lot Ltd'), [{ product_id: tracked }]);
			await count(receipt, 7);
			const walk = await stage().process(receiptDiscrepancy, receipt);

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				recordState: 'assigned',
				message: expect.stringContaining('Lot/Serial number'),
				case: { outcome: 'not_released' },
			});
		});
	});
}
