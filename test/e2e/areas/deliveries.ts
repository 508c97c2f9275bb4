import { z } from 'zod';
import type { Office } from './Office';

const withId = z.object({ res_id: z.number() }).passthrough();
const created = z.array(z.number());

export interface Sale {
	order: number;
	delivery: number;
}

/** Sales of goods in stock, as a clerk confirms, delivers and takes them back. */
export class Deliveries {
	constructor(private readonly office: () => Office) {}

	/** A product that is kept in stock, so many of it. */
	async aProduct(name: string, stock: number): Promise<number> {
		const values = { name, type: 'consu', is_storable: true, list_price: 100 };
		const product = await this.office().makeAsAdmin('product.product', values);
		await this.count(product, stock);
		return product;
	}

	/** Somebody counts so many of a product in stock. */
	async count(product: number, inventory_quantity: number): Promise<void> {
		const warehouse = await this.office().idOf('stock.warehouse0');
		const place = await this.office().fieldOf('stock.warehouse', warehouse, 'lot_stock_id');
		const [location_id] = z.tuple([z.number()]).rest(z.unknown()).parse(place);
		const found = { product_id: product, location_id, inventory_quantity };
		const quant = await this.office().makeAsAdmin('stock.quant', found);
		await this.office().asAdmin('stock.quant', 'action_apply_inventory', { ids: [quant] });
	}

	/** An order that was confirmed, with its delivery. */
	async aSale(values: Record<string, unknown>): Promise<Sale> {
		const order = await this.office().create('sale.order', values);
		await this.office().run('sale.order', 'action_confirm', { ids: [order] });
		const [delivery = 0] = created.parse(
			await this.office().fieldOf('sale.order', order, 'picking_ids'),
		);
		return { order, delivery };
	}

	async deliver(delivery: number): Promise<void> {
		const context = { skip_sms: true };
		await this.office().run('stock.picking', 'button_validate', { ids: [delivery], context });
	}

	/** Takes so many of the delivery's only product back, as the button "Return" does. */
	async takeBack(delivery: number, quantity: number): Promise<number> {
		const context = { active_model: 'stock.picking', active_id: delivery, active_ids: [delivery] };
		const args = { vals_list: [{ picking_id: delivery }], context };
		const [wizard = 0] = created.parse(
			await this.office().run('stock.return.picking', 'create', args),
		);
		const lines = await this.office().sql(
			`SELECT id FROM stock_return_picking_line WHERE wizard_id = ${wizard}`,
		);
		const product_return_moves = [[1, Number(lines[0]), { quantity }]];
		await this.office().write('stock.return.picking', wizard, { product_return_moves });
		const made = await this.office().run('stock.return.picking', 'action_create_returns', {
			ids: [wizard],
		});
		return withId.parse(made).res_id;
	}
}
