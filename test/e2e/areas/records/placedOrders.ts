import { Deliveries } from '../deliveries';
import type { Office } from '../Office';
import { daysAhead } from './clock';

/** Orders that were placed with a supplier who delivers in ten days. */
export function placedOrders(office: () => Office) {
	const deliveries = new Deliveries(office);
	let supplier = 0;

	const prepare = async () => {
		supplier = await office().makeAsAdmin('res.partner', { name: 'Valves & Fittings Ltd' });
	};
	/** Something that the supplier delivers in ten days, so many of it in stock. */
	const aProduct = async (stock: number) => {
		const product = await deliveries.aProduct('Valve', stock);
		const template = await office().fieldOf('product.product', product, 'product_tmpl_id');
		const [product_tmpl_id] = template as [number];
		const seller = { partner_id: supplier, price: 20, delay: 10, product_tmpl_id };
		await office().makeAsAdmin('product.supplierinfo', seller);
		return product;
	};
	/** An order that was placed, ten days before its only line is due. */
	const anOrder = async (product: number, product_qty = 20) => {
		const date_planned = daysAhead(10);
		const line = { product_id: product, product_qty, price_unit: 20, date_planned };
		const id = await office().makeAsAdmin('purchase.order', {
			partner_id: supplier,
			order_line: [[0, 0, line]],
		});
		await office().asAdmin('purchase.order', 'button_confirm', { ids: [id] });
		return id;
	};
	const changeLine = async (id: number, change: Record<string, unknown>) => {
		const [line] = await office().idsOf('purchase.order', id, 'order_line');
		await office().write('purchase.order', id, { order_line: [[1, line, change]] });
	};
	return { deliveries, prepare, aProduct, anOrder, changeLine };
}
