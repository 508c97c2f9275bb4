import { z } from 'zod';
import { odooId, odooInstant, odooName, odooRelation, odooText } from './odooValues';

const name = { fields: { display_name: {} } };
const currency = { fields: { name: {}, decimal_places: {} } };
const names = { fields: { name: {} } };

/** What is read of a sales order: in one call, with everyone and everything it refers to. */
export const saleOrderSpecification = {
	name: {},
	state: {},
	user_id: name,
	create_uid: name,
	write_uid: name,
	team_id: name,
	partner_id: {
		fields: {
			display_name: {},
			category_id: names,
			country_id: names,
			state_id: names,
			commercial_partner_id: { fields: { category_id: names } },
		},
	},
	company_id: { fields: { display_name: {}, currency_id: currency } },
	currency_id: currency,
	currency_rate: {},
	pricelist_id: name,
	payment_term_id: {
		fields: { display_name: {}, line_ids: { fields: { delay_type: {}, nb_days: {} } } },
	},
	commitment_date: {},
	amount_untaxed: {},
	amount_total: {},
	margin: {},
	order_line: {
		fields: {
			display_type: {},
			product_id: { fields: { display_name: {}, type: {}, categ_id: name } },
			product_uom_qty: {},
			price_unit: {},
			discount: {},
			price_subtotal: {},
			purchase_price: {},
			margin: {},
		},
	},
};

const named = { name: z.string() };
const currencySchema = z.object({
	id: odooId,
	name: z.string(),
	decimal_places: z.number().int().nonnegative(),
});

const saleOrderLineSchema = z.object({
	id: odooId,
	/** Set on headings and notes, which are no goods. */
	display_type: odooText,
	product_id: odooRelation({
		display_name: z.string(),
		type: z.string(),
		categ_id: odooName,
	}),
	product_uom_qty: z.number(),
	price_unit: z.number(),
	/** Percent. */
	discount: z.number(),
	price_subtotal: z.number(),
	/** Cost of one unit, in the order's currency. */
	purchase_price: z.number(),
	margin: z.number(),
});

export const saleOrderSchema = z.object({
	id: odooId,
	name: z.string(),
	state: z.string(),
	user_id: odooName,
	create_uid: odooName,
	write_uid: odooName,
	team_id: odooName,
	partner_id: z.object({
		id: odooId,
		display_name: z.string(),
		category_id: z.array(z.object(named)),
		country_id: odooRelation(named),
		state_id: odooRelation(named),
		commercial_partner_id: odooRelation({ category_id: z.array(z.object(named)) }),
	}),
	company_id: z.object({ id: odooId, display_name: z.string(), currency_id: currencySchema }),
	currency_id: currencySchema,
	/** Units of the order's currency for one of the company's. */
	currency_rate: z.number(),
	pricelist_id: odooName,
	payment_term_id: odooRelation({
		display_name: z.string(),
		line_ids: z.array(z.object({ delay_type: odooText, nb_days: z.number() })),
	}),
	commitment_date: odooInstant,
	amount_untaxed: z.number(),
	amount_total: z.number(),
	margin: z.number(),
	order_line: z.array(saleOrderLineSchema),
});

export type SaleOrder = z.infer<typeof saleOrderSchema>;
export type SaleOrderLine = z.infer<typeof saleOrderLineSchema>;

/** Lines that sell something: neither headings and notes nor what is on the order without quantity. */
export function goodsLines({ order_line }: SaleOrder): SaleOrderLine[] {
	return order_line.filter((line) => line.display_type === null && line.product_uom_qty !== 0);
}
