import { z } from 'zod';
import type { OdooClient } from '../../src/odoo/OdooClient';
import { recordIds } from '../../src/odoo/recordIds';

const ids = z.array(z.number());
const rows = z.array(z.record(z.unknown()));

/** Where records of all areas are written: by a clerk, and by an administrator who prepares. */
export class AreaDesk {
	private written = 0;

	constructor(
		readonly clerk: OdooClient,
		readonly admin: OdooClient,
	) {}

	/** A number that nothing else on this desk has. */
	next(): number {
		this.written += 1;
		return this.written;
	}

	/** In days from now, as Odoo writes an instant. */
	day(days: number): string {
		const instant = new Date(Date.now() + days * 86_400_000);
		return instant.toISOString().slice(0, 19).replace('T', ' ');
	}

	async create(by: OdooClient, model: string, values: Record<string, unknown>): Promise<number> {
		const [id = 0] = await by.call(model, 'create', { vals_list: [values] }, recordIds);
		return id;
	}

	async write(by: OdooClient, model: string, id: number, vals: Record<string, unknown>) {
		await this.run(by, model, 'write', { ids: [id], vals });
	}

	/** @returns what the method answers */
	async run(by: OdooClient, model: string, method: string, args: Record<string, unknown>) {
		return await by.call(model, method, args, z.unknown());
	}

	async fieldOf(model: string, id: number, field: string): Promise<unknown> {
		const [row] = await this.admin.call(model, 'read', { ids: [id], fields: [field] }, rows);
		return row?.[field];
	}

	/** The first record in a field that holds several. */
	async firstOf(model: string, id: number, field: string): Promise<number> {
		const [first] = ids.parse(await this.fieldOf(model, id, field));
		if (first === undefined) throw new Error(`${model} ${String(id)} has no ${field}`);
		return first;
	}

	async find(model: string, domain: readonly unknown[]): Promise<number[]> {
		return await this.admin.call(model, 'search', { domain, order: 'id' }, ids);
	}

	/** Id of a record by its external id. */
	async idOf(externalId: string): Promise<number> {
		const [module, name] = externalId.split('.');
		const domain = [
			['module', '=', module],
			['name', '=', name],
		];
		const args = { domain, fields: ['res_id'] };
		const [row] = await this.admin.call('ir.model.data', 'search_read', args, rows);
		return z.number().parse(row?.['res_id']);
	}

	async partner(values: Record<string, unknown> = {}): Promise<number> {
		const name = `Partner ${String(this.next())}`;
		return await this.create(this.admin, 'res.partner', { name, ...values });
	}

	/** Goods that are kept in stock, so many of them. */
	async goods(onHand: number, values: Record<string, unknown> = {}): Promise<number> {
		const name = `Goods ${String(this.next())}`;
		const kept = { name, type: 'consu', is_storable: true, standard_price: 10, ...values };
		const product = await this.create(this.admin, 'product.product', kept);
		if (onHand > 0) await this.putInStock(product, onHand);
		return product;
	}

	/** Counts so much of a product, and has Odoo believe it. */
	async putInStock(product_id: number, quantity: number): Promise<void> {
		const location_id = await this.idOf('stock.stock_location_stock');
		const values = { product_id, location_id, inventory_quantity_auto_apply: quantity };
		const args = { vals_list: [values], context: { inventory_mode: true } };
		await this.run(this.admin, 'stock.quant', 'create', args);
	}

	/** An order of one kind of goods that was confirmed, and its delivery. */
	async sale(
		product_id: number,
		product_uom_qty: number,
		values: Record<string, unknown> = {},
	): Promise<{ order: number; delivery: number }> {
		const line = { product_id, product_uom_qty, price_unit: 40 };
		const order = await this.create(this.clerk, 'sale.order', {
			partner_id: await this.partner(),
			order_line: [[0, 0, line]],
			...values,
		});
		await this.run(this.clerk, 'sale.order', 'action_confirm', { ids: [order] });
		return { order, delivery: await this.firstOf('sale.order', order, 'picking_ids') };
	}

	/** Moves everything on a transfer. */
	async validate(by: OdooClient, transfer: number): Promise<void> {
		const context = { skip_backorder: true, skip_sms: true };
		await this.run(by, 'stock.picking', 'button_validate', { ids: [transfer], context });
	}

	/** Somebody writes down why. */
	async comment(model: string, id: number): Promise<void> {
		const said = { body: 'Agreed by phone', message_type: 'comment' };
		await this.run(this.clerk, model, 'message_post', { ids: [id], ...said });
	}
}
