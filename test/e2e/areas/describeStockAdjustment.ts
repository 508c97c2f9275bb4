import { stockAdjustment } from '../../../src/domain/areas/stockAdjustment/stockAdjustment';
import type { AreaStage } from './AreaStage';
import { counts } from './records/counts';

/** The same figures out of Odoo's own tables; costs are kept by company. */
const adjustmentSql = (quant: number) => `
	SELECT round((quant.inventory_quantity - quant.quantity)
			* (product.standard_price->>quant.company_id::text)::numeric, 2),
		ceil(round(abs(quant.inventory_quantity - quant.quantity) * 10000 / quant.quantity, 4)) / 100,
		(SELECT count(*) FROM stock_move move WHERE move.product_id = quant.product_id
			AND move.is_inventory AND move.state = 'done' AND move.quantity <> 0)
	FROM stock_quant quant JOIN product_product product ON product.id = quant.product_id
	WHERE quant.id = ${quant}`;

export function describeStockAdjustment(stage: () => AreaStage): void {
	describe('stock adjustment', () => {
		const { prepare, stockOf, count, there } = counts(stage);
		let place = 0;

		const asked = async (quant: number) => await stage().eventsAbout(stockAdjustment, quant);

		beforeAll(async () => {
			await stage().listenFor([stockAdjustment]);
			({ place } = await prepare());
		});

		it('books a small difference straight away', async () => {
			const { quant } = await stockOf('Bolt 1', 100);
			expect(await asked(quant)).toEqual([]);
			await count(quant, 98);

			expect(await stage().process(stockAdjustment, quant)).toMatchObject({
				gathered: { name: 'Bolt 1 (WH/Stock)', requester: { name: 'Carl' } },
				policy: { outcome: 'auto_approve', missingFacts: [] },
				opened: { case: { outcome: 'released' } },
			});
			expect(await there(quant)).toEqual(['98.00|0.00|f']);
		});

		it('asks about more, and books it when it is approved', async () => {
			const { quant, product } = await stockOf('Bolt 2', 100);
			await count(quant, 60);
			const walk = await stage().process(stockAdjustment, quant);

			expect(walk.policy.rules.map((rule) => rule.id)).toEqual([
				'value-above-routine',
				'share-above-routine',
			]);
			expect(await stage().decide(walk, 'approved')).toMatchObject({
				message: null,
				case: { outcome: 'released' },
			});
			expect(await there(quant)).toEqual(['60.00|0.00|f']);
			const moves = await stage().sql(
				`SELECT quantity, state FROM stock_move WHERE product_id = ${product} ORDER BY id DESC LIMIT 1`,
			);
			expect(moves).toEqual(['40.00|done']);
		});

		it('books a count of nothing, although Odoo may delete what it was counted by', async () => {
			const { quant } = await stockOf('Bolt 3', 30);
			await count(quant, 0);
			const walk = await stage().process(stockAdjustment, quant);
			await stage().decide(walk, 'approved');
			expect(await there(quant)).toEqual(['0.00|0.00|f']);
		});

		it('knows what the difference is worth, and how often it was off', async () => {
			const { quant, product } = await stockOf('Bolt 4', 70, 3.3);
			await stage().putInStock(product, place, 68);
			await count(quant, 68);
			await stage().process(stockAdjustment, quant);
			await count(quant, 61);

			const [answer = ''] = await stage().sql(adjustmentSql(quant));
			const [value, percent, times] = answer.split('|').map(Number);
			const { facts } = await stage().gather(stockAdjustment, quant);
			expect(facts).toMatchObject({
				adjustmentValue: value,
				adjustmentPercent: percent,
				adjustments90Days: times,
				adjustmentQuantity: -7,
				daysSinceLastCount: 0,
				isOutdated: false,
				isNegativeResult: false,
			});
			// Written out, so that both ways of reckoning cannot be wrong alike; a count that was right is none.
			expect([value, percent, times]).toEqual([-23.1, 10.3, 2]);
		});

		it('takes a count back that is rejected, and can be counted again', async () => {
			const { quant } = await stockOf('Bolt 5', 100);
			await count(quant, 60);
			const walk = await stage().process(stockAdjustment, quant);

			expect(await stage().decide(walk, 'rejected')).toMatchObject({
				message: null,
				case: { outcome: 'released' },
			});
			expect(await there(quant)).toEqual(['100.00|0.00|f']);
			await count(quant, 99);
			expect(await asked(quant)).toHaveLength(1);
		});

		it('leaves a count as it is that is sent back', async () => {
			const { quant } = await stockOf('Bolt 6', 100);
			await count(quant, 60);
			const walk = await stage().process(stockAdjustment, quant);

			expect(await stage().decide(walk, 'sent_back')).toMatchObject({ case: { outcome: 'kept' } });
			expect(await there(quant)).toEqual(['100.00|60.00|t']);
		});

		it('decides nothing about a count that was changed while somebody is asked', async () => {
			const { quant } = await stockOf('Bolt 7', 100);
			await count(quant, 60);
			const walk = await stage().process(stockAdjustment, quant);
			await count(quant, 61);

			expect(await stage().vote(walk, 'approved')).toMatchObject({ code: 'RECORD_CHANGED' });
			expect(await stage().process(stockAdjustment, quant)).toMatchObject({
				gathered: { facts: { adjustmentQuantity: -39 } },
				opened: { status: 'opened' },
			});
		});

		it('does not book a count that stock has moved since', async () => {
			const { quant, product } = await stockOf('Bolt 8', 100);
			await count(quant, 90);
			const scrap = await stage().makeAsAdmin('stock.scrap', { product_id: product, scrap_qty: 1 });
			await stage().asAdmin('stock.scrap', 'action_validate', { ids: [scrap] });
			const walk = await stage().process(stockAdjustment, quant);

			expect(walk.gathered.facts).toMatchObject({ isOutdated: true, adjustmentQuantity: -9 });
			expect(await stage().decide(walk, 'approved')).toMatchObject({
				message: 'Stock was moved since it was counted: it has to be counted again.',
				case: { outcome: 'not_released' },
			});
			expect(await there(quant)).toEqual(['99.00|90.00|t']);
		});

		it('says so when somebody has applied the count by hand', async () => {
			const { quant } = await stockOf('Bolt 9', 100);
			await count(quant, 100);
			await stage().asAdmin('stock.quant', 'action_apply_inventory', { ids: [quant] });
			const { proposal } = await stage().gather(stockAdjustment, quant);
			expect(proposal).toBeNull();

			expect(await stage().process(stockAdjustment, quant)).toMatchObject({
				opened: { case: { outcome: 'not_released' } },
			});
		});
	});
}
