import type { Office } from '../Office';

/** Quotations that a clerk marks as sent, so that they ask to be released. */
export function quotations(office: () => Office) {
	let customer = 0;
	let product = 0;

	const prepare = async () => {
		customer = await office().makeAsAdmin('res.partner', { name: 'Kanal KG' });
		const costly = { name: 'Gate', type: 'consu', standard_price: 100 };
		product = await office().makeAsAdmin('product.product', costly);
	};
	const aQuotation = async (price_unit: number) => {
		const line = { product_id: product, product_uom_qty: 1, price_unit, tax_ids: [[5]] };
		const order = { partner_id: customer, order_line: [[0, 0, line]] };
		return await office().create('sale.order', order);
	};
	const send = async (id: number) => {
		await office().write('sale.order', id, { state: 'sent' });
		return id;
	};
	return { prepare, aQuotation, send };
}
