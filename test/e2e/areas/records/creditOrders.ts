import type { Office } from '../Office';

/** Orders on credit that customers were sent, without taxes and with a good margin. */
export function creditOrders(office: () => Office) {
	let product = 0;

	const prepare = async () => {
		await office().setCompany({ account_use_credit_limit: true });
		product = await office().makeAsAdmin('product.product', {
			name: 'Valve',
			type: 'consu',
			standard_price: 1,
			invoice_policy: 'order',
		});
	};
	const aCustomer = async (credit_limit: number, name = 'Hafen AG') =>
		await office().makeAsAdmin('res.partner', { name, is_company: true, credit_limit });
	const anOrder = async (
		partner_id: number,
		price_unit: number,
		values: Record<string, unknown> = {},
	) => {
		const line = { product_id: product, product_uom_qty: 1, price_unit, tax_ids: [[5]] };
		const order = { partner_id, order_line: [[0, 0, line]], ...values };
		const id = await office().create('sale.order', order);
		await office().write('sale.order', id, { state: 'sent' });
		return id;
	};
	return { prepare, aCustomer, anOrder };
}
