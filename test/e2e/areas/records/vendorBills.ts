import { finishTransfer } from '../finishTransfer';
import type { Office } from '../Office';

/** Bills of a supplier for what was ordered and received. */
export function vendorBills(office: () => Office) {
	let supplier = 0;
	let product = 0;
	let bills = 0;

	const prepare = async () => {
		supplier = await office().makeAsAdmin('res.partner', { name: 'Seals & Sons' });
		product = await office().makeAsAdmin('product.product', {
			name: 'Seal',
			type: 'consu',
			purchase_method: 'receive',
		});
	};
	/** An order that was placed, with so many pieces of it received; gives its line. */
	const anOrder = async (received: number, line: Record<string, unknown> = {}) => {
		const asked = { product_id: product, product_qty: 10, price_unit: 100, ...line };
		const id = await office().makeAsAdmin('purchase.order', {
			partner_id: supplier,
			order_line: [[0, 0, asked]],
		});
		await office().asAdmin('purchase.order', 'button_confirm', { ids: [id] });
		const [receipt = 0] = await office().idsOf('purchase.order', id, 'picking_ids');
		if (received > 0) await finishTransfer(office(), receipt, received);
		const [orderLine = 0] = await office().idsOf('purchase.order', id, 'order_line');
		return orderLine;
	};
	/** A bill as the clerk enters it. */
	const aBill = async (
		orderLine: number | false,
		line: Record<string, unknown> = {},
		values: Record<string, unknown> = {},
	) => {
		const asked = { product_id: product, quantity: 10, price_unit: 100 };
		bills += 1;
		return await office().create('account.move', {
			move_type: 'in_invoice',
			partner_id: supplier,
			invoice_date: `2026-02-${String(bills).padStart(2, '0')}`,
			ref: `B ${String(bills)}`,
			invoice_line_ids: [[0, 0, { ...asked, purchase_line_id: orderLine, ...line }]],
			...values,
		});
	};
	/** A bill that is in the books already, so that its supplier is new no more. */
	const anEarlierBill = async () => {
		const bill = await aBill(await anOrder(10));
		await office().asAdmin('account.move', 'action_post', { ids: [bill] });
	};
	return { prepare, anOrder, aBill, anEarlierBill };
}
