import { Deliveries } from '../deliveries';
import type { Office } from '../Office';

/** Deliveries that somebody marks as urgent. */
export function rushOrders(office: () => Office) {
	const deliveries = new Deliveries(office);
	let customer = 0;
	let product = 0;

	const prepare = async () => {
		customer = await office().makeAsAdmin('res.partner', { name: 'Buoy Ltd' });
		product = await deliveries.aProduct('Rush pump', 1000);
	};
	const aSale = async (product_id = product) => {
		const line = { product_id, product_uom_qty: 4, price_unit: 40 };
		return await deliveries.aSale({ partner_id: customer, order_line: [[0, 0, line]] });
	};
	/** Somebody writes down why. */
	const comment = async (model: string, id: number) =>
		await office().run(model, 'message_post', {
			ids: [id],
			body: 'Their line stands still',
			message_type: 'comment',
		});
	const hurry = async (id: number, priority = '1') =>
		await office().write('stock.picking', id, { priority });
	return { deliveries, prepare, aSale, comment, hurry };
}
