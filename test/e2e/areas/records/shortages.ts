import type { Office } from '../Office';
import { daysAhead } from './clock';

/** The same instant for all, so that deadlines of the same day do not rank. */
const start = Date.now();

/** Who has how much of a product, and wants how much: deliveries by their id. */
export const reservedSql = (product: number) => `
	SELECT move.picking_id, sum(move.product_qty), coalesce(sum((SELECT sum(line.quantity_product_uom)
		FROM stock_move_line line WHERE line.move_id = move.id)), 0)
	FROM stock_move move WHERE move.product_id = ${product} AND move.state NOT IN ('done', 'cancel', 'draft')
	GROUP BY move.picking_id ORDER BY move.picking_id`;

/** Orders of customers of several tiers that want more of a product than there is. */
export function shortages(office: () => Office) {
	const customers: Record<string, number> = {};
	let place = 0;

	const prepare = async () => {
		place = await office().idOf('stock.stock_location_stock');
		for (const tier of ['A', 'B', 'C']) {
			const tag = await office().makeAsAdmin('res.partner.category', { name: `Tier ${tier}` });
			customers[tier] = await office().makeAsAdmin('res.partner', {
				name: `Customer ${tier}`,
				category_id: [[6, 0, [tag]]],
			});
		}
		return { place };
	};
	const aProduct = async (name: string, onHand: number) => {
		const values = { name, type: 'consu', is_storable: true, standard_price: 60 };
		const product = await office().makeAsAdmin('product.product', values);
		await office().putInStock(product, place, onHand);
		return product;
	};
	/** A confirmed order, and its delivery. */
	const anOrder = async (
		tier: string,
		lines: Array<[product: number, quantity: number, unit?: number]>,
		values: { days?: number; price?: number } = {},
	) => {
		const { days = 5, price = 100 } = values;
		const order = await office().create('sale.order', {
			partner_id: customers[tier],
			commitment_date: daysAhead(days, start),
			order_line: lines.map(([product_id, product_uom_qty, product_uom_id]) => [
				0,
				0,
				{
					product_id,
					product_uom_qty,
					price_unit: price,
					...(product_uom_id && { product_uom_id }),
				},
			]),
		});
		await office().run('sale.order', 'action_confirm', { ids: [order] });
		const [delivery = 0] = await office().idsOf('sale.order', order, 'picking_ids');
		return delivery;
	};
	/** What each delivery has of a product. */
	const reserved = async (product: number) => {
		const rows = await office().sql(reservedSql(product));
		return Object.fromEntries(
			rows.map((row) => {
				const [delivery = '', , has] = row.split('|');
				return [delivery, Number(has)];
			}),
		);
	};
	return { prepare, aProduct, anOrder, reserved };
}
