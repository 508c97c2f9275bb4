import type { Office } from '../Office';
import { daysAhead } from './clock';

/** Orders with the preferred supplier of a product, and with another one. */
export function substitutions(office: () => Office) {
	let preferred = 0;
	let other = 0;
	let product = 0;

	const prepare = async () => {
		await office().setCompany({ po_double_validation: 'two_step', po_double_validation_amount: 0 });
		preferred = await office().makeAsAdmin('res.partner', { name: 'First Choice Ltd' });
		other = await office().makeAsAdmin('res.partner', { name: 'Second Choice Ltd' });
		const seller = { partner_id: preferred, price: 100, min_qty: 1, delay: 12 };
		product = await office().makeAsAdmin('product.product', {
			name: 'Compressor',
			type: 'consu',
			seller_ids: [[0, 0, seller]],
		});
		return { preferred, other, product };
	};
	const anOrder = async (
		partner_id: number,
		price_unit: number,
		values: Record<string, unknown> = {},
	) => {
		const line = { product_id: product, product_qty: 10, price_unit, date_planned: daysAhead(3) };
		const id = await office().create('purchase.order', {
			partner_id,
			order_line: [[0, 0, line]],
			...values,
		});
		await office().run('purchase.order', 'button_confirm', { ids: [id] });
		return id;
	};
	/** One that was placed without asking anybody, so that the supplier is new no more. */
	const anEarlierOrder = async (partner_id: number) => {
		const line = { product_id: product, product_qty: 1, price_unit: 100 };
		const order = { partner_id, order_line: [[0, 0, line]] };
		const id = await office().makeAsAdmin('purchase.order', order);
		await office().asAdmin('purchase.order', 'button_confirm', { ids: [id] });
	};
	return { prepare, anOrder, anEarlierOrder };
}
