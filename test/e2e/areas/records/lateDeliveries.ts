import { Deliveries } from '../deliveries';
import type { Office } from '../Office';
import { daysAhead } from './clock';

/** Deliveries that were promised for a day, and are planned for another. */
export function lateDeliveries(office: () => Office) {
	const deliveries = new Deliveries(office);
	let customer = 0;
	let product = 0;

	const prepare = async () => {
		customer = await office().makeAsAdmin('res.partner', { name: 'Lighthouse Ltd' });
		product = await deliveries.aProduct('Late pump', 1000);
		return { product };
	};
	/** A delivery of goods for 160. */
	const aDelivery = async (
		promised: number,
		planned: number,
		values: Record<string, unknown> = {},
	) => {
		const now = Date.now();
		const line = { product_id: product, product_uom_qty: 4, price_unit: 40 };
		const { delivery } = await deliveries.aSale({
			partner_id: customer,
			commitment_date: daysAhead(promised, now),
			order_line: [[0, 0, line]],
			...values,
		});
		await office().write('stock.picking', delivery, { scheduled_date: daysAhead(planned, now) });
		return delivery;
	};
	return { deliveries, prepare, aDelivery };
}
