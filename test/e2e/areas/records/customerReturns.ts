import { Deliveries } from '../deliveries';
import type { Office } from '../Office';

/** Goods that were sold and delivered, and come back. */
export function customerReturns(office: () => Office) {
	const deliveries = new Deliveries(office);
	let customer = 0;
	let product = 0;

	const prepare = async () => {
		customer = await office().makeAsAdmin('res.partner', { name: 'Harbour Supplies' });
		product = await deliveries.aProduct('Return pump', 1000);
		return { product };
	};
	/** Ten pieces at 40 that were sold and delivered. */
	const aDelivery = async (values: Record<string, unknown> = {}) => {
		const line = { product_id: product, product_uom_qty: 10, price_unit: 40 };
		const order_line = [[0, 0, line]];
		const sale = await deliveries.aSale({ partner_id: customer, order_line, ...values });
		await deliveries.deliver(sale.delivery);
		return sale.delivery;
	};
	/** A photo on a transfer. */
	const attach = async (id: number) =>
		await office().create('ir.attachment', {
			name: 'leak.png',
			res_model: 'stock.picking',
			res_id: id,
			raw: 'photo',
		});
	const giveReason = async (id: number) =>
		await office().run('stock.picking', 'message_post', {
			ids: [id],
			body: 'Leaks at the flange',
			message_type: 'comment',
		});
	return { deliveries, prepare, aDelivery, attach, giveReason };
}
