import { salesOrderRelease } from '../../../src/domain/areas/salesOrderRelease/salesOrderRelease';
import type { AreaStage } from './AreaStage';

const { id: area } = salesOrderRelease;

export function describeHolding(stage: () => AreaStage): void {
	describe('holding', () => {
		let customer = 0;
		let product = 0;

		/** An order that is sold below its cost: people are asked. */
		const askedOrder = async () => {
			const line = { product_id: product, product_uom_qty: 1, price_unit: 90, tax_ids: [[5]] };
			const order = { partner_id: customer, order_line: [[0, 0, line]] };
			const id = await stage().create('sale.order', order);
			await stage().write('sale.order', id, { state: 'sent' });
			return { id, walk: await stage().process(salesOrderRelease, id) };
		};
		const confirm = async (id: number) =>
			await stage().run('sale.order', 'action_confirm', { ids: [id] });
		const stateOf = async (id: number) => await stage().fieldOf('sale.order', id, 'state');
		const attemptsOn = async (id: number) =>
			await stage().sql(
				`SELECT event.x_name FROM x_approval_event event
				JOIN x_approval_case it ON it.id = event.x_case_id
				WHERE it.x_model = 'sale.order' AND it.x_res_id = ${id}
				AND event.x_type = 'release_refused'`,
			);

		beforeAll(async () => {
			await stage().hold([area]);
			await stage().listenFor([salesOrderRelease]);
			customer = await stage().makeAsAdmin('res.partner', { name: 'Kanal KG' });
			const costly = { name: 'Gate', type: 'consu', standard_price: 100 };
			product = await stage().makeAsAdmin('product.product', costly);
		});

		afterAll(async () => {
			await stage().hold([]);
		});

		it('refuses to confirm an order while people are asked, and puts the attempt on record', async () => {
			const { id } = await askedOrder();

			await expect(confirm(id)).rejects.toThrow(
				/^S\d+ \(Sales order release\) waits for approval\. Asked: Ada\. See Approvals, case S/,
			);
			expect(await stateOf(id)).toBe('sent');
			expect(await attemptsOn(id)).toEqual([expect.stringContaining('by Carl')]);
		});

		it.each([
			{ name: 'a direct change of its state', vals: { state: 'sale' } },
			{ name: 'a change along with others', vals: { client_order_ref: 'X', state: 'sale' } },
		])('refuses $name', async ({ vals }) => {
			const { id } = await askedOrder();

			await expect(stage().write('sale.order', id, vals)).rejects.toThrow('waits for approval');
			expect(await stateOf(id)).toBe('sent');
		});

		it('refuses an import that would confirm it', async () => {
			const { id } = await askedOrder();
			const fields = ['.id', 'state'];
			const answer = await stage().run('sale.order', 'load', { fields, data: [[id, 'sale']] });

			expect(JSON.stringify(answer)).toContain('waits for approval');
			expect(await stateOf(id)).toBe('sent');
		});

		it('lets an approved order pass, whoever releases it', async () => {
			const { id, walk } = await askedOrder();
			expect(await stage().decide(walk, 'approved')).toMatchObject({ recordState: 'sale' });
			const other = await askedOrder();
			await stage().vote(other.walk, 'approved');
			await confirm(other.id);

			expect([await stateOf(id), await stateOf(other.id)]).toEqual(['sale', 'sale']);
		});

		it('refuses an order that was rejected, until it changes', async () => {
			const { id, walk } = await askedOrder();
			await stage().decide(walk, 'rejected');

			await expect(confirm(id)).rejects.toThrow(
				'was rejected by Ada: Not like this. Change it, or request approval again.',
			);
			const [line] = (await stage().fieldOf('sale.order', id, 'order_line')) as number[];
			await stage().write('sale.order', id, { order_line: [[1, line, { price_unit: 150 }]] });
			expect(await stage().process(salesOrderRelease, id)).toMatchObject({
				opened: { case: { outcome: 'released' } },
			});
		});

		it('leaves an order alone that nobody is asked about', async () => {
			const line = { product_id: product, product_uom_qty: 1, price_unit: 90 };
			const order = { partner_id: customer, order_line: [[0, 0, line]] };
			const id = await stage().create('sale.order', order);
			await confirm(id);

			expect(await stateOf(id)).toBe('sale');
		});

		it('keeps the trail of attempts whole', async () => {
			const { id, walk } = await askedOrder();
			await expect(confirm(id)).rejects.toThrow('waits for approval');
			const { case: decided } = await stage().vote(walk, 'approved');

			expect(decided.trail.map(({ type }) => type)).toEqual([
				'opened',
				'release_refused',
				'voted',
				'approved',
			]);
		});
	});
}
