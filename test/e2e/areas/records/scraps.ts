import { z } from 'zod';
import type { Office } from '../Office';

/** Goods that are to be written off. */
export function scraps(office: () => Office) {
	let place = 0;
	let broken = 0;

	/** Odoo has only one of a name. */
	const aReason = async (name: string) => {
		const args = { domain: [['name', '=', name]] };
		const found = await office().asAdmin('stock.scrap.reason.tag', 'search', args);
		const [id] = z.array(z.number()).parse(found);
		return id ?? (await office().makeAsAdmin('stock.scrap.reason.tag', { name }));
	};
	const prepare = async () => {
		place = await office().idOf('stock.stock_location_stock');
		broken = await aReason('Broken in transit');
		return { place, broken };
	};
	const aProduct = async (name: string, onHand: number, standard_price = 10) => {
		const values = { name, type: 'consu', is_storable: true, standard_price };
		const product = await office().makeAsAdmin('product.product', values);
		if (onHand > 0) await office().putInStock(product, place, onHand);
		return product;
	};
	const aScrap = async (
		product_id: number,
		scrap_qty: number,
		values: Record<string, unknown> = {},
	) =>
		await office().create('stock.scrap', {
			product_id,
			scrap_qty,
			scrap_reason_tag_ids: [[6, 0, [broken]]],
			...values,
		});
	return { prepare, aProduct, aScrap };
}
