import type { Office } from '../Office';

/** Stock that somebody counts in the list of physical inventory. */
export function counts(office: () => Office) {
	let place = 0;

	const prepare = async () => {
		place = await office().idOf('stock.stock_location_stock');
		return { place };
	};
	/** Stock of a product of its own: what Odoo counts it by. */
	const stockOf = async (name: string, onHand: number, standard_price = 10) => {
		const values = { name, type: 'consu', is_storable: true, standard_price };
		const product = await office().makeAsAdmin('product.product', values);
		await office().putInStock(product, place, onHand);
		const [id] = await office().sql(
			`SELECT id FROM stock_quant WHERE product_id = ${product} AND location_id = ${place}`,
		);
		return { product, quant: Number(id) };
	};
	const count = async (quant: number, inventory_quantity: number) => {
		await office().run('stock.quant', 'write', {
			ids: [quant],
			vals: { inventory_quantity },
			context: { inventory_mode: true },
		});
	};
	/** What there is, what was counted, and whether a count waits. */
	const there = async (quant: number) =>
		await office().sql(
			`SELECT quantity, inventory_quantity, inventory_quantity_set
			FROM stock_quant WHERE id = ${quant}`,
		);
	return { prepare, stockOf, count, there };
}
