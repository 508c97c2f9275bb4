import type { Office } from '../Office';

/** Receipts of placed orders, as somebody counts them. */
export function receipts(office: () => Office) {
	const aSupplier = async (name: string) => await office().makeAsAdmin('res.partner', { name });
	const aProduct = async (name: string, values: Record<string, unknown> = {}) =>
		await office().makeAsAdmin('product.product', {
			name,
			type: 'consu',
			is_storable: true,
			...values,
		});
	/** A placed order, and the receipt that Odoo expects of it. */
	const anOrder = async (
		supplier: number,
		lines: Array<Record<string, unknown>>,
		values: Record<string, unknown> = {},
	) => {
		const order = await office().makeAsAdmin('purchase.order', {
			partner_id: supplier,
			order_line: lines.map((line) => [0, 0, { price_unit: 100, product_qty: 10, ...line }]),
			...values,
		});
		await office().asAdmin('purchase.order', 'button_confirm', { ids: [order] });
		const [receipt = 0] = await office().idsOf('purchase.order', order, 'picking_ids');
		return { order, receipt };
	};
	const movesOf = async (receipt: number) =>
		await office().idsOf('stock.picking', receipt, 'move_ids');
	/** The receiver counts in the form of the receipt. */
	const count = async (receipt: number, ...quantities: number[]) => {
		const moves = await movesOf(receipt);
		await office().write('stock.picking', receipt, {
			move_ids: quantities.map((quantity, at) => [1, moves[at], { quantity, picked: true }]),
		});
	};
	return { aSupplier, aProduct, anOrder, movesOf, count };
}
