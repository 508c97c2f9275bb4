import { inventoryAllocation } from '../../../src/domain/areas/inventoryAllocation/inventoryAllocation';
import type { AreaStage } from './AreaStage';
import { reservedSql, shortages } from './records/shortages';

/** What there is of a product and what of it is reserved, in the warehouse's stock. */
const stockSql = (product: number) => `
	SELECT sum(quant.quantity), sum(quant.reserved_quantity) FROM stock_quant quant
	JOIN stock_location place ON place.id = quant.location_id AND place.usage = 'internal'
	WHERE quant.product_id = ${product}`;

export function describeInventoryAllocation(stage: () => AreaStage): void {
	describe('inventory allocation', () => {
		const { prepare, aProduct, anOrder, reserved } = shortages(stage);
		let place = 0;

		const asked = async (id: number) => await stage().eventsAbout(inventoryAllocation, id);

		beforeAll(async () => {
			await stage().listenFor([inventoryAllocation]);
			({ place } = await prepare());
		});

		it('asks nothing of a delivery that gets all it wants', async () => {
			const [pump, valve] = [await aProduct('Pump 1', 10), await aProduct('Valve 1', 10)];
			const delivery = await anOrder('B', [
				[pump, 4],
				[valve, 4],
			]);

			expect(await stage().fieldOf('stock.picking', delivery, 'state')).toBe('assigned');
			expect(await asked(delivery)).toEqual([]);
		});

		it('gives out what is free straight away', async () => {
			const pump = await aProduct('Pump 2', 3);
			const delivery = await anOrder('B', [[pump, 8]]);
			await stage().putInStock(pump, place, 7);
			await stage().run('stock.picking', 'do_unreserve', { ids: [delivery] });

			const walk = await stage().process(inventoryAllocation, delivery);
			expect(walk).toMatchObject({
				gathered: {
					facts: { shortQuantity: 8, coveredByFreeStock: 7, shortAfterwards: 1, shortPercent: 100 },
				},
				policy: { outcome: 'auto_approve', missingFacts: [] },
				opened: { case: { outcome: 'released' } },
			});
			expect(await reserved(pump)).toEqual({ [delivery]: 7 });
		});

		it('takes from the lower ranked delivery no more than is needed, once somebody agrees', async () => {
			const pump = await aProduct('Pump 3', 10);
			const lower = await anOrder('B', [[pump, 9]]);
			const delivery = await anOrder('A', [[pump, 5]]);
			expect(await reserved(pump)).toEqual({ [lower]: 9, [delivery]: 1 });

			const walk = await stage().process(inventoryAllocation, delivery);
			expect(walk.policy).toMatchObject({
				outcome: 'require_approval',
				role: 'warehouse_supervisor',
			});
			expect(await stage().decide(walk, 'approved')).toMatchObject({
				message: null,
				case: { outcome: 'released' },
			});
			expect(await reserved(pump)).toEqual({ [lower]: 5, [delivery]: 5 });
			expect(await stage().fieldOf('stock.picking', delivery, 'state')).toBe('assigned');
			// What is shared out is all there is, and Odoo's own books agree.
			expect(await stage().sql(stockSql(pump))).toEqual(['10.00|10.00']);
		});

		it('follows the ranking among three: tier, then deadline, then margin', async () => {
			const pump = await aProduct('Pump 4', 12);
			const last = await anOrder('C', [[pump, 7]]);
			const margin = await anOrder('B', [[pump, 5]], { price: 90 });
			const delivery = await anOrder('B', [[pump, 6]]);
			const first = await anOrder('A', [[pump, 4]], { days: 30 });
			const { facts, proposal } = await stage().gather(inventoryAllocation, delivery);

			expect(facts).toMatchObject({
				rankAmongCompeting: 2,
				competingOrders: 3,
				shortQuantity: 6,
				shortAfterwards: 0,
				takesFromOthers: true,
				takesFromTopTier: false,
				deliveriesThatLose: 2,
				customerTier: 'B',
				orderMarginPercent: 40,
				negativeStock: false,
			});
			const rows = await stage().sql(reservedSql(pump));
			const has = Object.fromEntries(
				rows.map((row) => row.split('|').map(Number)).map(([id = 0, , one = 0]) => [id, one]),
			);
			const [onHand, taken] = ((await stage().sql(stockSql(pump)))[0] ?? '').split('|').map(Number);
			expect(proposal).toEqual({
				products: [
					{
						productId: pump,
						onHand,
						reserved: taken,
						shares: [
							{ pickingId: first, has: has[first], gets: 4 },
							{ pickingId: delivery, has: has[delivery], gets: 6 },
							{ pickingId: margin, has: has[margin], gets: 2 },
							{ pickingId: last, has: has[last], gets: 0 },
						],
					},
				],
			});

			const walk = await stage().process(inventoryAllocation, delivery);
			await stage().decide(walk, 'approved');
			expect(await reserved(pump)).toEqual({ [last]: 0, [margin]: 2, [delivery]: 6, [first]: 4 });
		});

		it('frees whole units of what the lower ranked delivery was ordered in', async () => {
			const dozen = await stage().idOf('uom.product_uom_dozen');
			const nut = await aProduct('Nut', 24);
			const lower = await anOrder('C', [[nut, 2, dozen]]);
			const delivery = await anOrder('B', [[nut, 5]]);
			const walk = await stage().process(inventoryAllocation, delivery);

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				message: null,
				case: { outcome: 'released' },
			});
			const { [delivery]: got, [lower]: left } = await reserved(nut);
			expect(got).toBe(5);
			expect(left).toBeGreaterThan(18.8);
			expect(left).toBeLessThanOrEqual(19);
		});

		it('goes further up where a customer of the top tier loses', async () => {
			const pump = await aProduct('Pump 5', 4);
			const lower = await anOrder('A', [[pump, 4]], { days: 9 });
			const delivery = await anOrder('A', [[pump, 4]], { days: 2 });
			const walk = await stage().process(inventoryAllocation, delivery);

			expect(walk.policy).toMatchObject({ outcome: 'escalate', role: 'supply_chain_manager' });
			expect(await stage().decide(walk, 'rejected')).toMatchObject({ case: { outcome: 'kept' } });
			expect(await reserved(pump)).toEqual({ [lower]: 4, [delivery]: 0 });
		});

		it('goes further up where more is reserved than there is', async () => {
			const pump = await aProduct('Pump 6', 4);
			const valve = await aProduct('Valve 6', 0);
			const delivery = await anOrder('B', [
				[pump, 9],
				[valve, 1],
			]);
			const [move] = (await stage().fieldOf('stock.picking', delivery, 'move_ids')) as number[];
			await stage().write('stock.move', move ?? 0, { quantity: 9 });
			const walk = await stage().process(inventoryAllocation, delivery);

			expect(await stage().sql(stockSql(pump))).toEqual(['4.00|9.00']);
			expect(walk.gathered.facts).toMatchObject({ negativeStock: true, shortLines: 1 });
			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['negative-stock']);
			expect(await stage().decide(walk, 'sent_back')).toMatchObject({ case: { outcome: 'kept' } });
		});

		it('asks anew when the delivery wants more while somebody is asked', async () => {
			const pump = await aProduct('Pump 7', 5);
			await anOrder('C', [[pump, 5]]);
			const delivery = await anOrder('B', [[pump, 2]]);
			const walk = await stage().process(inventoryAllocation, delivery);
			const [move] = (await stage().fieldOf('stock.picking', delivery, 'move_ids')) as number[];
			await stage().write('stock.move', move ?? 0, { product_uom_qty: 3 });

			expect(await stage().vote(walk, 'approved')).toMatchObject({ code: 'RECORD_CHANGED' });
			expect(await stage().process(inventoryAllocation, delivery)).toMatchObject({
				gathered: { facts: { shortQuantity: 3 } },
			});
		});

		it('changes nothing where the stock has moved since the split was proposed', async () => {
			const pump = await aProduct('Pump 8', 5);
			const lower = await anOrder('C', [[pump, 5]]);
			const delivery = await anOrder('B', [[pump, 2]]);
			const walk = await stage().process(inventoryAllocation, delivery);
			await stage().asAdmin('stock.picking', 'do_unreserve', { ids: [lower] });
			const other = await anOrder('C', [[pump, 5]]);

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				message: 'Stock of Pump 8 has moved since the split was proposed: ask for it again.',
				case: { outcome: 'not_released' },
			});
			expect(await reserved(pump)).toEqual({ [lower]: 0, [delivery]: 0, [other]: 5 });
		});
	});
}
