import type { Office } from '../Office';

/** Orders of goods that are invoiced when they were delivered. */
export function shipments(office: () => Office) {
	let customer = 0;
	let product = 0;

	const prepare = async () => {
		customer = await office().makeAsAdmin('res.partner', { name: 'Wharf & Co' });
		product = await office().makeAsAdmin('product.product', {
			name: 'Winch',
			type: 'consu',
			invoice_policy: 'delivery',
		});
		return { product };
	};
	/** An order that was placed, and its delivery. */
	const anOrder = async (
		line: Record<string, unknown> = {},
		values: Record<string, unknown> = {},
	) => {
		const asked = { product_id: product, product_uom_qty: 10, price_unit: 100, ...line };
		const id = await office().create('sale.order', {
			partner_id: customer,
			order_line: [[0, 0, asked]],
			...values,
		});
		await office().run('sale.order', 'action_confirm', { ids: [id] });
		const [delivery = 0] = await office().idsOf('sale.order', id, 'picking_ids');
		return { id, delivery };
	};
	return { prepare, anOrder };
}
