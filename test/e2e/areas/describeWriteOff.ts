import { writeOff } from '../../../src/domain/areas/writeOff/writeOff';
import type { AreaStage } from './AreaStage';
import { scraps } from './records/scraps';

/** The same figures out of Odoo's own tables; costs are kept by company. */
const writeOffSql = (scrap: number) => `
	WITH valued AS (
		SELECT scrap.*, scrap.scrap_qty * unit.factor / own.factor AS pieces,
			scrap.scrap_qty * unit.factor / own.factor
				* (product.standard_price->>scrap.company_id::text)::numeric AS value
		FROM stock_scrap scrap
		JOIN product_product product ON product.id = scrap.product_id
		JOIN product_template template ON template.id = product.product_tmpl_id
		JOIN uom_uom unit ON unit.id = scrap.product_uom_id
		JOIN uom_uom own ON own.id = template.uom_id
	)
	SELECT round(this.value, 2),
		round(this.value + coalesce((SELECT sum(other.value) FROM valued other WHERE other.state = 'done'
			AND other.create_uid = this.create_uid), 0), 2),
		round(this.value + coalesce((SELECT sum(other.value) FROM valued other WHERE other.state = 'done'
			AND other.location_id = this.location_id), 0), 2),
		ceil(round(this.pieces * 10000 / (SELECT sum(quantity) FROM stock_quant quant
			WHERE quant.product_id = this.product_id AND quant.location_id = this.location_id), 4)) / 100
	FROM valued this WHERE this.id = ${scrap}`;

export function describeWriteOff(stage: () => AreaStage): void {
	describe('write-off', () => {
		const { prepare, aProduct, aScrap } = scraps(stage);
		let place = 0;
		let broken = 0;

		const stateOf = async (id: number) => await stage().fieldOf('stock.scrap', id, 'state');

		beforeAll(async () => {
			await stage().listenFor([writeOff]);
			({ place, broken } = await prepare());
		});

		it('writes off a little straight away', async () => {
			const scrap = await aScrap(await aProduct('Lamp 1', 20), 4);

			expect(await stage().process(writeOff, scrap)).toMatchObject({
				gathered: { name: 'Lamp 1', requester: { name: 'Carl' } },
				policy: { outcome: 'auto_approve', missingFacts: [] },
				opened: { case: { outcome: 'released' } },
			});
			expect(await stateOf(scrap)).toBe('done');
		});

		it('asks about more, and writes it off when it is approved', async () => {
			const scrap = await aScrap(await aProduct('Lamp 2', 20), 11);
			const walk = await stage().process(writeOff, scrap);

			expect(walk.policy).toMatchObject({
				role: 'warehouse_manager',
				rules: [{ id: 'value-above-routine' }],
			});
			expect(await stage().decide(walk, 'approved')).toMatchObject({
				recordState: 'done',
				case: { outcome: 'released' },
			});
		});

		it('knows what it is worth, and what was written off before', async () => {
			const dozen = await stage().idOf('uom.product_uom_dozen');
			const bulb = await aProduct('Bulb', 90, 0.55);
			const first = await aScrap(bulb, 7);
			await stage().process(writeOff, first);
			const scrap = await aScrap(bulb, 3, { product_uom_id: dozen });

			const [answer = ''] = await stage().sql(writeOffSql(scrap));
			const [value, byPerson, fromPlace, share] = answer.split('|').map(Number);
			const { facts } = await stage().gather(writeOff, scrap);
			expect(facts).toMatchObject({
				scrapValue: value,
				writeOffs30Days: byPerson,
				writeOffsOfLocation30Days: fromPlace,
				shareOfStockPercent: share,
				isShort: false,
				hasReason: true,
				reasons: ['Broken in transit'],
			});
			// Written out, so that both ways of reckoning cannot be wrong alike.
			expect([value, share]).toEqual([19.8, 43.38]);
			expect((byPerson ?? 0) - (value ?? 0)).toBeGreaterThan(3);
		});

		it('reads costs as the company of the record has them', async () => {
			const company = await stage().makeAsAdmin('res.company', { name: 'Second Ltd' });
			await stage().letIntegrationWorkFor(company);
			const second = { name: 'Second', code: 'SEC', company_id: company };
			await stage().makeAsAdmin('stock.warehouse', second);
			const product = await aProduct('Tube', 0, 10);
			const context = { allowed_company_ids: [company] };
			const ids = [product];
			const vals = { standard_price: 70 };
			await stage().asAdmin('product.product', 'write', { ids, vals, context });
			const scrap = await stage().makeAsAdmin('stock.scrap', {
				product_id: product,
				scrap_qty: 2,
				company_id: company,
			});

			const { facts } = await stage().gather(writeOff, scrap);
			expect(facts).toMatchObject({ company: 'Second Ltd', scrapValue: 140, isShort: true });
			expect(await stage().sql(writeOffSql(scrap))).toEqual([
				expect.stringMatching(/^140\.00\|/) as string,
			]);
		});

		it('wants a reason, and asks again when one is given', async () => {
			const scrap = await aScrap(await aProduct('Lamp 3', 20), 1, { scrap_reason_tag_ids: [] });
			const walk = await stage().process(writeOff, scrap);
			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['without-reason']);
			expect(await stage().decide(walk, 'sent_back')).toMatchObject({ case: { outcome: 'kept' } });
			expect(await stateOf(scrap)).toBe('draft');

			await stage().write('stock.scrap', scrap, { scrap_reason_tag_ids: [[6, 0, [broken]]] });
			expect(await stage().process(writeOff, scrap)).toMatchObject({
				policy: { outcome: 'auto_approve' },
			});
			expect(await stateOf(scrap)).toBe('done');
		});

		it('leaves a draft that is rejected', async () => {
			const scrap = await aScrap(await aProduct('Lamp 4', 20), 11);
			const walk = await stage().process(writeOff, scrap);

			expect(await stage().decide(walk, 'rejected')).toMatchObject({ case: { outcome: 'kept' } });
			expect(await stateOf(scrap)).toBe('draft');
		});

		it('asks anew when the quantity changes while somebody is asked', async () => {
			const scrap = await aScrap(await aProduct('Lamp 5', 20), 11);
			const walk = await stage().process(writeOff, scrap);
			await stage().write('stock.scrap', scrap, { scrap_qty: 12 });

			expect(await stage().vote(walk, 'approved')).toMatchObject({ code: 'RECORD_CHANGED' });
			expect(await stage().process(writeOff, scrap)).toMatchObject({
				gathered: { facts: { scrapValue: 120 } },
				opened: { status: 'opened' },
			});
		});

		it('refuses more than there is', async () => {
			const scrap = await aScrap(await aProduct('Lamp 6', 2), 3);

			const { facts } = await stage().gather(writeOff, scrap);
			expect(facts).toMatchObject({ isShort: true, shareOfStockPercent: 150 });
			expect((await stage().process(writeOff, scrap)).policy.outcome).toBe('reject');
		});

		it('says so when the stock is gone by the time it is approved', async () => {
			const product = await aProduct('Lamp 7', 20);
			const scrap = await aScrap(product, 11);
			const walk = await stage().process(writeOff, scrap);
			await stage().putInStock(product, place, 5);

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				recordState: 'draft',
				message: expect.stringContaining('(stock.warn.insufficient.qty.scrap)') as string,
				case: { outcome: 'not_released' },
			});
		});
	});
}
