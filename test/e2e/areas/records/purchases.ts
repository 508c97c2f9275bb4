import type { Office } from '../Office';
import { daysAhead } from './clock';

/** Orders as a buyer confirms them: Odoo holds each, since it asks for approval. */
export function purchases(office: () => Office) {
	let supplier = 0;
	let product = 0;

	const aSupplier = async () =>
		await office().makeAsAdmin('res.partner', { name: 'Pumps & Parts Ltd' });
	const prepare = async () => {
		await office().setCompany({ po_double_validation: 'two_step', po_double_validation_amount: 0 });
		supplier = await aSupplier();
		const seller = { partner_id: supplier, price: 100, min_qty: 1, delay: 3 };
		const pump = { name: 'Pump', type: 'consu', seller_ids: [[0, 0, seller]] };
		product = await office().makeAsAdmin('product.product', pump);
		return { supplier, product };
	};
	const orderOf = (price_unit: number, values: Record<string, unknown>) => {
		const date_planned = daysAhead(10);
		const line = { product_id: product, product_qty: 10, price_unit, date_planned };
		return { partner_id: supplier, date_planned, order_line: [[0, 0, line]], ...values };
	};
	const anOrder = async (price_unit: number, values: Record<string, unknown> = {}) => {
		const id = await office().create('purchase.order', orderOf(price_unit, values));
		await office().run('purchase.order', 'button_confirm', { ids: [id] });
		return id;
	};
	/** One that was placed without asking anybody, so that its supplier is new no more. */
	const anEarlierOrder = async (price_unit: number) => {
		const id = await office().makeAsAdmin('purchase.order', orderOf(price_unit, {}));
		await office().asAdmin('purchase.order', 'button_confirm', { ids: [id] });
	};
	return { prepare, anOrder, anEarlierOrder };
}
