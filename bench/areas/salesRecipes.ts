import type { AreaDesk } from './AreaDesk';
import type { AreaRecipe, AreaRecord } from './AreaRecipe';

/** A quotation that is marked as sent, within every limit. */
async function quotation(desk: AreaDesk): Promise<AreaRecord> {
	const partner_id = await desk.partner({ is_company: true, credit_limit: 10_000 });
	const line = { product_id: await desk.goods(0), product_uom_qty: 10, price_unit: 40 };
	const order = { partner_id, order_line: [[0, 0, line]] };
	const id = await desk.create(desk.clerk, 'sale.order', order);
	return {
		id,
		ask: async () => {
			await desk.write(desk.clerk, 'sale.order', id, { state: 'sent' });
		},
		byHand: async () => await desk.run(desk.clerk, 'sale.order', 'action_confirm', { ids: [id] }),
		end: [['state', '=', 'sale']],
	};
}

/** An order that is delivered, with nothing open about it. */
async function deliveredOrder(desk: AreaDesk): Promise<AreaRecord> {
	const product = await desk.goods(10, { invoice_policy: 'delivery' });
	const { order, delivery } = await desk.sale(product, 10);
	return {
		id: order,
		ask: async () => {
			await desk.validate(desk.clerk, delivery);
		},
		byHand: async () => {
			await invoice(desk, order);
		},
		end: [['invoice_status', '=', 'invoiced']],
	};
}

/** As the buttons "Create Invoice" and "Confirm" do. */
async function invoice(desk: AreaDesk, order: number): Promise<void> {
	const asked = { advance_payment_method: 'delivered', sale_order_ids: [[6, 0, [order]]] };
	const wizard = await desk.create(desk.admin, 'sale.advance.payment.inv', asked);
	await desk.run(desk.admin, 'sale.advance.payment.inv', 'create_invoices', { ids: [wizard] });
	const ids = [await desk.firstOf('sale.order', order, 'invoice_ids')];
	await desk.run(desk.admin, 'account.move', 'action_post', { ids });
}

/** Areas about sales orders. */
export const salesRecipes: readonly AreaRecipe[] = [
	{ area: 'sales_order_release', byHand: 'action_confirm', decidedBy: 'policy', write: quotation },
	{
		area: 'credit_release',
		byHand: 'action_confirm',
		decidedBy: 'policy',
		prepare: async (desk) => {
			const company = await desk.idOf('base.main_company');
			const vals = { account_use_credit_limit: true };
			await desk.write(desk.admin, 'res.company', company, vals);
		},
		write: quotation,
	},
	{
		area: 'shipment_to_invoice',
		byHand: 'create_invoices, and action_post of the invoice',
		decidedBy: 'policy',
		write: deliveredOrder,
	},
];
