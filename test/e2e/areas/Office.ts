import { z } from 'zod';
import type { OdooClient } from '../../../src/odoo/OdooClient';
import { recordIds } from '../../../src/odoo/recordIds';

async function make(
	client: OdooClient,
	model: string,
	values: Record<string, unknown>,
): Promise<number> {
	const [id = 0] = await client.call(model, 'create', { vals_list: [values] }, recordIds);
	return id;
}

/** What a clerk whose records ask may do in Odoo. */
export const clerkGroups = [
	'sales_team.group_sale_salesman_all_leads',
	'purchase.group_purchase_user',
	'stock.group_stock_user',
	'account.group_account_invoice',
	'base.group_partner_manager',
];

/** Who works in an Odoo: a clerk whose records ask, and an administrator who sees to the rest. */
export class Office {
	constructor(
		readonly admin: OdooClient,
		private readonly clerkOdoo: OdooClient,
		/** Rows of Odoo's own tables, columns parted by `|`. */
		readonly sql: (query: string) => Promise<string[]>,
	) {}

	/** Makes a record as the clerk. */
	async create(model: string, values: Record<string, unknown>): Promise<number> {
		return await make(this.clerkOdoo, model, values);
	}

	async makeAsAdmin(model: string, values: Record<string, unknown>): Promise<number> {
		return await make(this.admin, model, values);
	}

	async write(model: string, id: number, vals: Record<string, unknown>): Promise<void> {
		await this.run(model, 'write', { ids: [id], vals });
	}

	/** Runs a method as the clerk, and gives what it answers. */
	async run(model: string, method: string, args: Record<string, unknown>): Promise<unknown> {
		return await this.clerkOdoo.call(model, method, args, z.unknown());
	}

	async asAdmin(model: string, method: string, args: Record<string, unknown>): Promise<unknown> {
		return await this.admin.call(model, method, args, z.unknown());
	}

	async setCompany(vals: Record<string, unknown>): Promise<void> {
		const company = await this.idOf('base.main_company');
		await this.asAdmin('res.company', 'write', { ids: [company], vals });
	}

	/** Has Odoo know a currency by one rate: so many units of it for one of the company's. */
	async foreignCurrency(code: 'EUR' | 'GBP', rate: number): Promise<number> {
		const id = await this.idOf(`base.${code}`);
		await this.asAdmin('res.currency', 'write', { ids: [id], vals: { active: true } });
		const rates = await this.sql(`SELECT id FROM res_currency_rate WHERE currency_id = ${id}`);
		await this.asAdmin('res.currency.rate', 'unlink', { ids: rates.map(Number) });
		await this.makeAsAdmin('res.currency.rate', { currency_id: id, name: '2020-01-01', rate });
		return id;
	}

	/** Counts so much of a product in a place, and has Odoo believe it. */
	async putInStock(product_id: number, location_id: number, quantity: number): Promise<void> {
		const values = { product_id, location_id, inventory_quantity_auto_apply: quantity };
		const args = { vals_list: [values], context: { inventory_mode: true } };
		await this.asAdmin('stock.quant', 'create', args);
	}

	async fieldOf(model: string, id: number, field: string): Promise<unknown> {
		const args = { ids: [id], fields: [field] };
		const rows = z.array(z.record(z.unknown()));
		const [row] = await this.admin.call(model, 'read', args, rows);
		return row?.[field];
	}

	/** Ids of the records in a one2many or many2many field. */
	async idsOf(model: string, id: number, field: string): Promise<number[]> {
		return z.array(z.number()).parse(await this.fieldOf(model, id, field));
	}

	/** Id of a record by its external id. */
	async idOf(externalId: string): Promise<number> {
		const [module, name] = externalId.split('.');
		const rows = await this.sql(
			`SELECT res_id FROM ir_model_data WHERE module = '${module ?? ''}' AND name = '${name ?? ''}'`,
		);
		return Number(rows[0]);
	}
}
