import { z } from 'zod';
import type { OdooClient } from '../../src/odoo/OdooClient';
import { recordIds } from '../../src/odoo/recordIds';
import { type CustomerRole, customers, type ProductRole, products } from './catalogue';
import { mapRecord } from './mapRecord';

const rows = z.array(z.object({ id: z.number() }));

/** Makes the scenario's products and customers where they are missing, as an administrator. */
export async function prepareCatalogue(odoo: OdooClient): Promise<{
	products: Record<ProductRole, number>;
	customers: Record<CustomerRole, number>;
}> {
	return {
		products: await mapRecord(products, async ({ code, name, cost, price }) => {
			const goods = { type: 'consu', list_price: price, standard_price: cost };
			const key = { default_code: code };
			return await findOrCreate(odoo, 'product.product', key, { name, ...goods });
		}),
		customers: await mapRecord(customers, async ({ reference, name, tier }) => {
			const tags =
				tier === null
					? []
					: [await findOrCreate(odoo, 'res.partner.category', { name: `Tier ${tier}` }, {})];
			const values = { name, is_company: true, category_id: [[6, 0, tags]] };
			return await findOrCreate(odoo, 'res.partner', { ref: reference }, values);
		}),
	};
}

/** The id of the record with these values; made with further ones when there is none. */
export async function findOrCreate(
	odoo: OdooClient,
	model: string,
	key: Record<string, string>,
	values: object,
): Promise<number> {
	const domain = Object.entries(key).map(([field, value]) => [field, '=', value]);
	const args = { domain, fields: ['id'], limit: 1 };
	const [found] = await odoo.call(model, 'search_read', args, rows);
	if (found !== undefined) return found.id;
	const [id = 0] = await odoo.call(
		model,
		'create',
		{ vals_list: [{ ...key, ...values }] },
		recordIds,
	);
	return id;
}
